import type { LetterRow } from '../page-model.ts';

/** What a letter is called in a mailbox. */
export function letterCategory(letter: LetterRow): string {
  return { consultation: '咨询', complaint: '投诉', suggestion: '建议' }[letter.category];
}
