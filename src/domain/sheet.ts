/** How a cell of a sheet looks. */
export interface CellStyle {
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  /** Long text runs on in further lines of the same cell. */
  wrap?: boolean;
  /** Covers this many columns and rows from here, itself included; what it covers is left empty. */
  merge?: { columns: number; rows: number };
  /** Pattern of a number: `0.0`, `0.0%`. */
  numberFormat?: string;
  border?: boolean;
  /** Font size in points; 11 when missing. */
  sizePoints?: number;
}

export type SheetCell = CellStyle & ({ text: string } | { number: number });

/** One sheet of a workbook, as plain data: `publish` makes it, `store/workbook.ts` writes it. */
export interface Sheet {
  name: string;
  /** Column widths in characters (a Chinese one counts two). */
  widths: number[];
  /** Null is an empty cell. */
  rows: (SheetCell | null)[][];
  /** Rows at the top that stay in sight; 0 for none. */
  freezeRows: number;
  print: {
    landscape: boolean;
    /** Rows at the top that each printed page repeats; 0 for none. */
    repeatRows: number;
  };
}
