/** What a spreadsheet takes for a formula, or what we made of such a text. */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\n]/;
const DEFUSED = /^'+[=+\-@＝＋－＠\t\r\n]/;

/** What such a text begins with: most do not, which is told by their first character alone. */
const BEGINNINGS = "'=+-@＝＋－＠\t\r\n";

/** A text that no spreadsheet runs: what looks like a formula gets an apostrophe before it. */
export function defuse(text: string): string {
  if (!BEGINNINGS.includes(text.charAt(0))) return text;
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that was defused; any other as it is. */
export function unDefuse(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text;
}

/** A cell of a csv (RFC 4180), quoted where it has to be, defused. */
export function csvCell(text: string): string {
  const safe = defuse(text);
  return /[",\r\n\t;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of a csv, each ended by CRLF. A file of them begins with a byte order mark. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  let text = '';
  for (const cells of rows) {
    text += `${cells.map((cell) => (typeof cell === 'string' ? csvCell(cell) : cell)).join(',')}\r\n`;
  }
  return text;
}

/** A csv that spreadsheet programs open: UTF-8 with a byte order mark, CRLF. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${csvLines(rows)}`;
}
