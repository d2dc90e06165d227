/** One row of a table, with the line it begins on (from 1). */
export interface Row {
  line: number;
  cells: string[];
}

export type CsvRows = { rows: Row[] } | { unclosedQuoteLine: number };

/**
 * Rows of a CSV text (RFC 4180): quotes, doubled quotes, line feeds inside quotes, LF, CRLF or CR.
 * The separator is a comma, or a tab or semicolon when the first line holds no comma.
 */
export function csvRows(text: string): CsvRows {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let row: Row = { line: 1, cells: [] };
  let cell = '';
  let line = 1;
  let quoteLine = 0;
  let isQuoted = false;
  const endCell = () => {
    row.cells.push(cell);
    cell = '';
    isQuoted = false;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const isLineEnd = char === '\n' || (char === '\r' && text.charAt(at + 1) !== '\n');
    if (isLineEnd) line++;
    if (quoteLine > 0) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else quoteLine = 0;
    } else if (char === '"' && cell === '' && !isQuoted) {
      quoteLine = line;
      isQuoted = true;
    } else if (char === separator) {
      endCell();
    } else if (isLineEnd) {
      endCell();
      rows.push(row);
      row = { line, cells: [] };
    } else if (char !== '\r') {
      cell += char;
    }
  }
  if (quoteLine > 0) return { unclosedQuoteLine: quoteLine };
  if (cell !== '' || row.cells.length > 0) {
    endCell();
    rows.push(row);
  }
  return { rows };
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.replace(/^[\r\n\s]+/, ''))?.[0] ?? '';
  return [',', '\t', ';'].find((separator) => first.includes(separator)) ?? ',';
}
