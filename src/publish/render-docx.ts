import { BorderStyle, Document, DocumentGridType, Packer, Paragraph, SectionType } from 'docx';
import type { ISectionOptions } from 'docx';
import type { Circular } from '#domain/circular.ts';
import { annexBlocks } from './docx-annex.ts';
import {
  BODY_LINE,
  grid,
  page,
  SMALL_HALF_POINTS,
  signatureIndents,
  typeAreaWidth,
} from './docx-layout.ts';
import {
  blankLine,
  bodyParagraph,
  centred,
  fixedLine,
  flush,
  fromRight,
  indented,
  pageNumber,
  text,
  titleParagraph,
} from './docx-paragraphs.ts';
import { fixedParts } from './docx-parts.ts';
import { plainText } from './fields.ts';
import { fixZipTimes } from './fix-zip-times.ts';
import { words } from './wording.ts';

/**
 * The circular as a Word file laid out by GB/T 9704-2012; the same circular gives the same bytes.
 * The one function of this room that waits: the docx library hands its zip over by a promise only,
 * though nothing but computing stands behind it.
 */
export async function renderDocx(circular: Circular): Promise<Uint8Array> {
  const document = docxDocument(circular);
  const bytes = await Packer.pack(document, 'uint8array', undefined, fixedParts(circular));
  return fixZipTimes(bytes);
}

function docxDocument(circular: Circular): Document {
  const label = words(circular.wording, 'annexLabel');
  return new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [
      section([...opening(circular), ...body(circular), ...closing(circular, label)]),
      section([...annexBlocks(circular), ...imprint(circular)]),
    ],
  });
}

function section(children: ISectionOptions['children']): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: { width: page.width, height: page.height }, margin: page.margin },
      grid: { type: DocumentGridType.LINES_AND_CHARS, ...grid },
    },
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    children,
  };
}

/** The blank number to be filled in, two lines, the title, a line, whom it is addressed to. */
function opening({ documentNumber, title, salutation, wording }: Circular): Paragraph[] {
  return [
    centred(documentNumber),
    blankLine(),
    blankLine(),
    titleParagraph(title, wording),
    blankLine(),
    ...(salutation.length > 0 ? [flush(`${plainText(salutation)}：`)] : []),
  ];
}

function body({ paragraphs }: Circular): Paragraph[] {
  // 署名 never stands on a page without text: the last paragraph stays with what follows.
  return paragraphs.map((paragraph, index) =>
    bodyParagraph(paragraph, paragraph.level === 1 || index === paragraphs.length - 1),
  );
}

/** 附件说明 after a blank line, then 署名 and 成文日期 as for a document without a seal. */
function closing({ annex, issuer, date }: Circular, label: string): Paragraph[] {
  const [name, day] = [plainText(issuer), plainText(date)];
  const indents = signatureIndents(name, day);
  const isSigned = name !== '' || day !== '';
  return [
    blankLine(isSigned),
    indented(`${label}：${plainText(annex.title)}`, isSigned),
    ...(isSigned ? [blankLine(true)] : []),
    ...(name === '' ? [] : [fromRight(name, indents.issuer, true)]),
    ...(day === '' ? [] : [fromRight(day, indents.date)]),
  ];
}

/** 版记: at the foot of the last page, between two rules of 0.35 mm. */
function imprint({ copiesTo }: Circular): Paragraph[] {
  if (copiesTo.length === 0) return [];
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 };
  const paragraph = new Paragraph({
    frame: {
      type: 'alignment',
      width: typeAreaWidth,
      height: 0,
      anchor: { horizontal: 'margin', vertical: 'margin' },
      alignment: { x: 'left', y: 'bottom' },
      rule: 'auto',
    },
    border: { top: rule, bottom: rule },
    indent: { left: SMALL_HALF_POINTS * 10, right: SMALL_HALF_POINTS * 10 },
    spacing: fixedLine(BODY_LINE),
    children: [text(plainText(copiesTo), 'body', SMALL_HALF_POINTS)],
  });
  return [paragraph];
}
