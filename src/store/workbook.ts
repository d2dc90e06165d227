import { createRequire } from 'node:module';
import type * as Xlsx from '@e965/xlsx';
import { officeZipLimits, unzip } from './zip.ts';

export type Workbook = { sheets: string[][][] } | { problem: string };

/** Loaded when a workbook is read: it takes 15 MB and 50 ms, and most lists are no workbooks. */
let library: typeof Xlsx | null = null;

function xlsx(): typeof Xlsx {
  library ??= createRequire(import.meta.url)('@e965/xlsx') as typeof Xlsx;
  return library;
}

/** More rows or columns than this are not read. */
const MAX_ROWS = 100_000;
const MAX_COLUMNS = 200;

/**
 * The sheets of an .xlsx as rows of cells, as a spreadsheet program shows them (numbers in their
 * format); the first row is row 1 of the sheet, empty rows included. What cannot be read comes
 * back as a problem.
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  // The library sets no limits of its own against archives that blow up.
  const checked = unzip(bytes, officeZipLimits, (name) => name === '[Content_Types].xml');
  if ('problem' in checked) return checked;
  if (checked.files.size === 0) return { problem: 'not an office document' };
  try {
    const workbook = xlsx().read(bytes, { type: 'array', sheetRows: MAX_ROWS, cellFormula: false });
    const sheets = workbook.SheetNames.flatMap((name) => workbook.Sheets[name] ?? []);
    return { sheets: sheets.map(rowsOf) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function rowsOf(sheet: Xlsx.WorkSheet): string[][] {
  if (!sheet['!ref']) return [];
  const { utils } = xlsx();
  const { e: end } = utils.decode_range(sheet['!ref']);
  const range = {
    s: { r: 0, c: 0 },
    e: { r: Math.min(end.r, MAX_ROWS - 1), c: Math.min(end.c, MAX_COLUMNS - 1) },
  };
  const rows = utils.sheet_to_json<unknown[]>(sheet, {
    header: 1,
    range,
    raw: false,
    defval: '',
    blankrows: true,
  });
  return rows.map((row) => row.map(String));
}
