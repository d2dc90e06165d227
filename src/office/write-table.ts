import { registerSheet } from '#store/register-table.ts';
import { csvText, defuse } from '#store/sheet-cell.ts';
import { writeWorkbook } from '#store/workbook.ts';

export type Cell = string | number;

/** Rows of cells, the head first, and the form of file they are wanted in. */
export interface Table {
  name: string;
  form: 'csv' | 'xlsx';
  rows: readonly (readonly Cell[])[];
  /** The register has a sheet of its own, all of texts. */
  sheet?: 'register';
}

export interface TableFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** More characters than this a cell of a spreadsheet program does not hold. */
const MOST_OF_CELL = 32_000;
const WIDTH = 20;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table as a file, its head in the first row. What looks like a formula stays a text. */
export function writeTable({ name, form, rows, sheet: kind }: Table): TableFile {
  if (form === 'csv') {
    const bytes = new TextEncoder().encode(csvText(rows.map((cells) => cells.map(String))));
    return { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', bytes };
  }
  if (kind === 'register') {
    const texts = registerSheet(rows.map((cells) => cells.map(String)));
    return { name: `${name}.xlsx`, mediaType: XLSX, bytes: writeWorkbook([texts], 1) };
  }
  const sheet = {
    name: name.slice(0, 31),
    widths: (rows[0] ?? []).map(() => WIDTH),
    rows: rows.map((cells, row) =>
      cells.map((cell) =>
        typeof cell === 'number'
          ? { number: cell }
          : { text: defuse(cell.slice(0, MOST_OF_CELL)), ...(row === 0 && { bold: true }) },
      ),
    ),
    freezeRows: 1,
    print: { landscape: true, repeatRows: 1 },
  };
  return { name: `${name}.xlsx`, mediaType: XLSX, bytes: writeWorkbook([sheet], 1) };
}
