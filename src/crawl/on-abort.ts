const acting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `act` when `signal` is aborted; what it returns takes that back. Thousands of fetches wait
 * on one signal, so they share one listener: adding and removing them one by one would cost more
 * than parsing their answers.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  const acts = acting.get(signal) ?? listenTo(signal);
  acts.add(act);
  return () => acts.delete(act);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const acts = new Set<() => void>();
  acting.set(signal, acts);
  const run = () => {
    for (const act of acts) act();
    acts.clear();
  };
  signal.addEventListener('abort', run, { once: true });
  return acts;
}
