const MOST_ANSWERS = 200;

interface Shared<T> {
  atMs: number;
  answer: Promise<T>;
}

/**
 * Lets those who ask the same within a short time share one answer: a figure that many look at is
 * worked out once. `nowMs` is when it is asked; an answer that failed is not kept.
 */
export function shareAnswers<T>(
  forMs: number,
): (of: object, key: string, nowMs: number, work: () => Promise<T>) => Promise<T> {
  const answers = new WeakMap<object, Map<string, Shared<T>>>();
  return (of, key, nowMs, work) => {
    const own = answers.get(of) ?? new Map<string, Shared<T>>();
    answers.set(of, own);
    const before = own.get(key);
    if (before && nowMs >= before.atMs && nowMs - before.atMs < forMs) return before.answer;
    if (own.size >= MOST_ANSWERS) own.clear();
    const answer = work();
    own.set(key, { atMs: nowMs, answer });
    answer.catch(() => own.delete(key));
    return answer;
  };
}
