import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Annex, Circular } from '#domain/circular.ts';
import { annexCells } from './annex.ts';
import { CELL_HALF_POINTS, CELL_LINE, type Typeface, typeAreaWidth } from './docx-layout.ts';
import { blankLine, fixedLine, flush, text, titleParagraph } from './docx-paragraphs.ts';
import { plainText } from './fields.ts';
import { words } from './wording.ts';

/** Shares of the width: number, unit, id code, address, problems, score, verdict. */
const SHARES = [5, 15, 14, 17, 33, 8, 8];
const LEFT = new Set([1, 3, 4]);
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** The annex from its first line: 附件, title on the third line, table, notes. */
export function annexBlocks({ annex, wording }: Circular): (Paragraph | Table)[] {
  return [
    flush(words(wording, 'annexLabel'), 'heading'),
    blankLine(),
    titleParagraph(annex.title, wording),
    blankLine(),
    table(annex),
    noteParagraph(words(wording, 'noteLabel')),
    ...annex.notes.map((note, index) => noteParagraph(`${index + 1}．${plainText(note)}`)),
  ];
}

function table(annex: Annex): Table {
  const widths = SHARES.map((share) => Math.round((typeAreaWidth * share) / 100));
  const rows = annex.rows.map((row) => annexCells(row).map(({ text: cell }) => cell));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: typeAreaWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [row(annex.columns, widths, true), ...rows.map((cells) => row(cells, widths, false))],
  });
}

/** One row, never split by a page break; the header is repeated on every page. */
function row(cells: readonly string[], widths: readonly number[], isHeader: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHeader,
    children: cells.map((cell, column) => {
      const isLeft = LEFT.has(column) && !isHeader;
      return new TableCell({
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [cellParagraph(cell, isLeft, isHeader ? 'heading' : 'body')],
      });
    }),
  });
}

function cellParagraph(cell: string, isLeft: boolean, face: Typeface): Paragraph {
  return new Paragraph({
    alignment: isLeft ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: fixedLine(CELL_LINE),
    children: [text(cell, face, CELL_HALF_POINTS)],
  });
}

function noteParagraph(note: string): Paragraph {
  return new Paragraph({
    spacing: fixedLine(CELL_LINE),
    children: [text(note, 'body', CELL_HALF_POINTS)],
  });
}
