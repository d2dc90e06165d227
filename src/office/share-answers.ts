const MOST_ANSWERS = 200;

interface Shared<T> {
  atMs: number;
  answer: Promise<T>;
  /** The next one is being worked out. */
  next?: true;
}

/**
 * Lets those who ask the same within a short time share one answer: a figure that many look at is
 * worked out once. For `freshMs` it is the same; for `graceMs` more it is still given while the next
 * one is worked out, so that nobody waits for a figure that was there. `nowMs` is when it is asked;
 * an answer that failed is not kept.
 */
export function shareAnswers<T>({
  freshMs,
  graceMs,
}: Record<'freshMs' | 'graceMs', number>): (
  of: object,
  key: string,
  nowMs: number,
  work: () => Promise<T>,
) => Promise<T> {
  const answers = new WeakMap<object, Map<string, Shared<T>>>();
  return (of, key, nowMs, work) => {
    const own = answers.get(of) ?? new Map<string, Shared<T>>();
    answers.set(of, own);
    const before = own.get(key);
    const ageMs = before ? nowMs - before.atMs : Number.POSITIVE_INFINITY;
    if (before && ageMs >= 0 && ageMs < freshMs) return before.answer;
    if (own.size >= MOST_ANSWERS) own.clear();
    const isBearable = before !== undefined && ageMs >= 0 && ageMs < freshMs + graceMs;
    if (isBearable && before.next) return before.answer;
    const answer = work();
    if (isBearable) {
      before.next = true;
      own.set(key, before);
      const replace = () => own.get(key) === before && own.set(key, { atMs: nowMs, answer });
      answer.then(replace, () => own.delete(key));
      return before.answer;
    }
    own.set(key, { atMs: nowMs, answer });
    answer.catch(() => own.delete(key));
    return answer;
  };
}
