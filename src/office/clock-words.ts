import type { Words } from '#domain/clock.ts';
import type { Deadline } from '#domain/deadline.ts';
import type { TimeLeft } from '#domain/time-left.ts';
import { deadlineWords, dueEn, dueZh } from '#publish/deadline-words.ts';
import { timeLeftWords } from '#publish/time-left-words.ts';

/** A clock in words: when it ends, what is left, and how it was computed. */
export function clockWords(
  deadline: Deadline,
  left: TimeLeft,
): Record<'due' | 'left' | 'how', Words> {
  return {
    due: { zh: dueZh(deadline), en: dueEn(deadline) },
    left: timeLeftWords(left),
    how: deadlineWords(deadline),
  };
}
