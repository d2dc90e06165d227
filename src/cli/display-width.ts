const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const COLOUR = /\u001b\[[0-9;]*m/g;

/** Columns a text takes on a terminal: two for a Chinese character, none for a colour code. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(COLOUR, '')) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** The text cut to a width, with `…` where something was cut. Takes no colour codes. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += WIDE.test(character) ? 2 : 1;
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text filled with spaces to a width, on the left for `right` alignment. */
export function padToWidth(text: string, columns: number, align: 'left' | 'right'): string {
  const fill = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return align === 'right' ? fill + text : text + fill;
}
