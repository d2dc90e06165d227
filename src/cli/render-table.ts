import { cutToWidth, displayWidth, padToWidth } from './display-width.ts';

export interface TableColumn {
  heading: string;
  align: 'left' | 'right';
  /** May be cut when the terminal is narrow. At most one column does. */
  gives?: boolean;
}

/** A table of plain text, columns two spaces apart; the giving column is cut to fit `widthColumns`. */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  widthColumns: number,
): string {
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.heading), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  const giving = columns.findIndex((column) => column.gives);
  const total = widths.reduce((sum, width) => sum + width, 0) + 2 * (columns.length - 1);
  if (giving >= 0 && total > widthColumns) {
    widths[giving] = Math.max(12, (widths[giving] ?? 0) - (total - widthColumns));
  }
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => {
        const width = widths[index] ?? 0;
        const cell =
          index === giving ? cutToWidth(cells[index] ?? '', width) : (cells[index] ?? '');
        return padToWidth(cell, width, column.align);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.heading)), rule, ...rows.map(line)].join('\n');
}
