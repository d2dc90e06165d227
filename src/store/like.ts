/** A pattern of `like` for texts that hold a word, the word's own `%` and `_` taken literally. */
export function holding(word: string): string {
  return `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
