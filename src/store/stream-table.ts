import type { Sheet } from '#domain/sheet.ts';
import { csvLines, defuse } from './sheet-cell.ts';
import { gzipTexts, zipStream } from './stream-packed.ts';
import { StyleTable } from './workbook-styles.ts';
import { columnName, packageParts, sheetClose, sheetOpen } from './write-workbook.ts';
import { escapeXml } from './xml-tokens.ts';

export type Cell = string | number;
/** Rows of a table that are written together. */
export type Rows = readonly (readonly Cell[])[];

/** More characters than this a cell of a spreadsheet program does not hold. */
const MOST_OF_CELL = 32_000;
/** Spaces that a program would leave out, were it not told to keep them. */
const SPACED = /^\s|\s$|\s\s|[\t\r\n]/;
const SHEET = 'xl/worksheets/sheet1.xml';

/** A csv, packed as gzip: UTF-8 with a byte order mark, CRLF. What looks like a formula is text. */
export function streamCsv(pages: AsyncIterable<Rows>): AsyncIterable<Uint8Array> {
  return gzipTexts(csvTexts(pages));
}

async function* csvTexts(pages: AsyncIterable<Rows>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const rows of pages) yield csvLines(rows);
}

/**
 * A workbook of one sheet: its look and its head are `frame`'s, the other rows come page by page.
 * Texts stay texts, defused for those who save it as csv; what a cell does not hold is cut.
 */
export function streamWorkbook(
  frame: Sheet,
  pages: AsyncIterable<Rows>,
): AsyncIterable<Uint8Array> {
  const styles = new StyleTable();
  const open = sheetOpen(frame, styles);
  const texts = sheetTexts(open, sheetClose(frame), frame.rows.length, pages);
  return zipStream([...packageParts([frame], styles)], { name: SHEET, texts });
}

async function* sheetTexts(
  open: string,
  close: string,
  headRows: number,
  pages: AsyncIterable<Rows>,
): AsyncGenerator<string> {
  yield open;
  let row = headRows;
  for await (const rows of pages) {
    let text = '';
    for (const cells of rows) text += rowXml(cells, ++row);
    yield text;
  }
  yield close;
}

const names: string[] = [];

function rowXml(cells: readonly Cell[], row: number): string {
  let xml = `<row r="${row}">`;
  for (const [column, cell] of cells.entries()) {
    if (cell === '') continue;
    const name = (names[column] ??= columnName(column));
    xml += `<c r="${name}${row}"`;
    xml += typeof cell === 'number' ? `><v>${cell}</v></c>` : textXml(cell);
  }
  return `${xml}</row>`;
}

function textXml(text: string): string {
  const safe = escapeXml(defuse(text.length > MOST_OF_CELL ? text.slice(0, MOST_OF_CELL) : text));
  const kept = SPACED.test(safe) ? ' xml:space="preserve"' : '';
  return ` t="inlineStr"><is><t${kept}>${safe}</t></is></c>`;
}
