import { registerSheet } from '#store/register-table.ts';
import { defuse } from '#store/sheet-cell.ts';
import { type Cell, type Rows, streamCsv, streamWorkbook } from '#store/stream-table.ts';
import type { MadeFile } from './growing-file.ts';

export type { Cell, Rows } from '#store/stream-table.ts';

/** A head and pages of rows, and the form of file they are wanted in. */
export interface Table {
  name: string;
  form: 'csv' | 'xlsx';
  head: readonly string[];
  pages: AsyncIterable<Rows>;
  /** Its pages may refuse: nothing is given of it until all is there. */
  isGivenWhole?: true;
  /** The register has a sheet of its own. */
  sheet?: 'register';
}

const WIDTH = 20;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Rows written together where all are at hand: few enough that others come in between. */
const PAGE_ROWS = 1000;

/**
 * A table as a file that is written while its rows come, packed beside this thread. Its head is the
 * first row. What looks like a formula stays a text.
 */
export function writeTable({ name, form, head, pages, sheet, isGivenWhole }: Table): MadeFile {
  const given = { ...(isGivenWhole && { isGivenWhole }) };
  if (form === 'csv') {
    const type = { mediaType: 'text/csv; charset=utf-8', isGzip: true };
    return { name: `${name}.csv`, ...type, ...given, pieces: streamCsv(behind(head, pages)) };
  }
  const frame = sheet === 'register' ? registerSheet(head) : listSheet(name, head);
  const type = { mediaType: XLSX, isGzip: false };
  return { name: `${name}.xlsx`, ...type, ...given, pieces: streamWorkbook(frame, pages) };
}

async function* behind(head: readonly Cell[], pages: AsyncIterable<Rows>): AsyncGenerator<Rows> {
  yield [head];
  yield* pages;
}

/** Rows that are at hand, a page at a time. */
export async function* pagesOf<T>(
  items: readonly T[],
  show: (item: T) => readonly Cell[],
): AsyncGenerator<Rows> {
  for (let at = 0; at < items.length; at += PAGE_ROWS) {
    yield items.slice(at, at + PAGE_ROWS).map(show);
  }
}

function listSheet(name: string, head: readonly string[]) {
  return {
    name: name.slice(0, 31),
    widths: head.map(() => WIDTH),
    rows: [head.map((text) => ({ text: defuse(text), bold: true }))],
    freezeRows: 1,
    print: { landscape: true, repeatRows: 1 },
  };
}
