import { assert } from '#base/assert.ts';
import type { Sheet, SheetCell } from '#domain/sheet.ts';
import { StyleTable } from './workbook-styles.ts';
import { escapeXml } from './xml-tokens.ts';
import { zipTexts } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const A4 = 9;
/** What spreadsheet programs accept as the name of a sheet. */
const SHEET_NAME = /^[^[\]:*?/\\]{1,31}$/;

/**
 * The bytes of an .xlsx (ECMA-376) for plain sheets. The same sheets give the same bytes: no time,
 * no program name. Written by hand because the free edition of the library that reads workbooks
 * writes no fonts, alignment, frozen rows or print titles.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  for (const { name } of sheets) assert(SHEET_NAME.test(name), `no name of a sheet: ${name}`);
  const styles = new StyleTable();
  const written = sheets.map(
    (sheet, order) =>
      [
        `xl/worksheets/sheet${order + 1}.xml`,
        sheetOpen(sheet, styles) + sheetClose(sheet),
      ] as const,
  );
  const [types, relation, book, relations, looks] = packageParts(sheets, styles);
  return zipTexts(new Map([types, relation, book, relations, ...written, looks]));
}

type Part = readonly [name: string, text: string];

/** What a workbook has beside its sheets; their cells must have been written with `styles`. */
export function packageParts(
  sheets: readonly Sheet[],
  styles: StyleTable,
): [Part, Part, Part, Part, Part] {
  return [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', packageRelations()],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
    ['xl/styles.xml', HEAD + styles.xml()],
  ];
}

/** `A1` for column 0, row 0. */
export function cellAddress(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `A` for column 0, `AA` for column 26. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** A sheet with its rows; more of them may follow before it is closed. */
export function sheetOpen(sheet: Sheet, styles: StyleTable): string {
  const rows = sheet.rows.map((cells, row) => {
    const inside = cells.map((cell, column) =>
      cell ? cellXml(cell, cellAddress(column, row), styles) : '',
    );
    return `<row r="${row + 1}">${inside.join('')}</row>`;
  });
  return [
    `${HEAD}<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet.freezeRows),
    columnsXml(sheet.widths),
    `<sheetData>${rows.join('')}`,
  ].join('');
}

/** What stands behind the rows of a sheet. */
export function sheetClose(sheet: Sheet): string {
  const orientation = sheet.print.landscape ? 'landscape' : 'portrait';
  return [
    '</sheetData>',
    mergesXml(sheet),
    `<pageSetup paperSize="${A4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

function cellXml(cell: SheetCell, address: string, styles: StyleTable): string {
  const style = styles.indexOf(cell);
  if ('number' in cell) return `<c r="${address}" s="${style}"><v>${cell.number}</v></c>`;
  if (cell.text === '') return `<c r="${address}" s="${style}"/>`;
  const text = `<is><t xml:space="preserve">${escapeXml(cell.text)}</t></is>`;
  return `<c r="${address}" s="${style}" t="inlineStr">${text}</c>`;
}

function viewXml(freezeRows: number): string {
  if (freezeRows === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const top = cellAddress(0, freezeRows);
  const pane = `<pane ySplit="${freezeRows}" topLeftCell="${top}" activePane="bottomLeft"`;
  const view = `<sheetView workbookViewId="0">${pane} state="frozen"/></sheetView>`;
  return `<sheetViews>${view}</sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map((width, order) => {
    const at = `min="${order + 1}" max="${order + 1}"`;
    return `<col ${at} width="${width}" customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

function mergesXml(sheet: Sheet): string {
  const merges = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (!cell?.merge || cell.merge.columns * cell.merge.rows < 2) return [];
      const { columns, rows } = cell.merge;
      const last = cellAddress(column + columns - 1, row + rows - 1);
      return [`<mergeCell ref="${cellAddress(column, row)}:${last}"/>`];
    }),
  );
  if (merges.length === 0) return '';
  return `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const entries = sheets.map(
    ({ name }, order) =>
      `<sheet name="${escapeXml(name)}" sheetId="${order + 1}" r:id="rId${order + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, print }, order) => {
    if (print.repeatRows === 0) return [];
    const quoted = escapeXml(name.replaceAll("'", "''"));
    const range = `'${quoted}'!$1:$${print.repeatRows}`;
    const attributes = `name="_xlnm.Print_Titles" localSheetId="${order}"`;
    return [`<definedName ${attributes}>${range}</definedName>`];
  });
  const names = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '';
  const root = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">`;
  return `${HEAD}${root}<sheets>${entries.join('')}</sheets>${names}</workbook>`;
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const parts = [
    '<Default Extension="rels"',
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook', 'sheet.main'),
    override('styles', 'styles'),
    ...Array.from({ length: sheets }, (_, order) =>
      override(`worksheets/sheet${order + 1}`, 'worksheet'),
    ),
  ];
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${parts.join('')}</Types>`;
}

function packageRelations(): string {
  return relations([relation(1, 'officeDocument', 'xl/workbook.xml')]);
}

function workbookRelations(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, order) =>
    relation(order + 1, 'worksheet', `worksheets/sheet${order + 1}.xml`),
  );
  return relations([...parts, relation(sheets + 1, 'styles', 'styles.xml')]);
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relations(parts: readonly string[]): string {
  const root = `<Relationships xmlns="${PACKAGE}/relationships">`;
  return `${HEAD}${root}${parts.join('')}</Relationships>`;
}
