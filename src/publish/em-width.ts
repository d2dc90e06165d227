/** Width of a text in ems of its size: Chinese characters one, the rest a half. */
export function emWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character < '\u2000' ? 0.5 : 1), 0);
}
