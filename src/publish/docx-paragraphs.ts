import {
  AlignmentType,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Paragraph as CircularParagraph, Run } from '#domain/circular.ts';
import type { Wording } from '#domain/wording.ts';
import {
  BODY_CHARACTER,
  BODY_HALF_POINTS,
  BODY_LINE,
  letters,
  SMALL_HALF_POINTS,
  TITLE_CHARACTERS,
  TITLE_HALF_POINTS,
  TITLE_LINE,
  type Typeface,
} from './docx-layout.ts';
import { plainText } from './fields.ts';
import { titleLines } from './title-lines.ts';

/** Text in one typeface. */
export function text(words: string, face: Typeface, halfPoints = BODY_HALF_POINTS): TextRun {
  return new TextRun({ text: words, ...letters(face, halfPoints) });
}

/** A fixed line height, in twips, without space around. */
export function fixedLine(line: number): IParagraphOptions['spacing'] {
  return { before: 0, after: 0, line, lineRule: LineRuleType.EXACT };
}

const twoCharacters = { firstLine: 2 * BODY_CHARACTER, firstLineChars: 200 };

/** An empty line of the body. */
export function blankLine(keepNext = false): Paragraph {
  return new Paragraph({ spacing: fixedLine(BODY_LINE), keepNext, children: [text('', 'body')] });
}

/** A line of the body without indent. */
export function flush(words: string, face: Typeface = 'body'): Paragraph {
  return new Paragraph({ spacing: fixedLine(BODY_LINE), children: [text(words, face)] });
}

/** A centred line of the body. */
export function centred(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: fixedLine(BODY_LINE),
    children: [text(words, 'body')],
  });
}

/** The title: 2号小标宋, centred, not bold, its lines broken between words. */
export function titleParagraph(runs: readonly Run[], { titleBreaks }: Wording): Paragraph {
  const lines = titleLines(plainText(runs), titleBreaks, TITLE_CHARACTERS);
  const format = letters('title', TITLE_HALF_POINTS);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: fixedLine(TITLE_LINE),
    outlineLevel: 0,
    children: lines.map(
      (line, index) => new TextRun({ text: line, ...format, ...(index > 0 ? { break: 1 } : {}) }),
    ),
  });
}

/** An indented paragraph; a first-level heading in 黑体, a second-level one in 楷体 with its text. */
export function bodyParagraph(
  { level, number, heading, runs }: CircularParagraph,
  keepNext = level === 1,
): Paragraph {
  const face = level === 1 ? 'heading' : 'subheading';
  const head = number + plainText(heading);
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: twoCharacters,
    spacing: fixedLine(BODY_LINE),
    keepNext,
    ...(level === 1 ? { outlineLevel: 1 } : {}),
    children: [
      ...(head === '' ? [] : [text(head, face)]),
      ...(runs.length === 0 ? [] : [text(plainText(runs), 'body')]),
    ],
  });
}

/** An indented line of plain words (附件说明). */
export function indented(words: string, keepNext = false): Paragraph {
  return bodyParagraph({ level: 0, number: '', heading: [], runs: [{ text: words }] }, keepNext);
}

/** A line that ends so many characters from the right. */
export function fromRight(words: string, characters: number, keepNext = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * BODY_CHARACTER) },
    spacing: fixedLine(BODY_LINE),
    keepLines: true,
    keepNext,
    children: [text(words, 'body')],
  });
}

/** `— 1 —`, 4号宋体, one character in from the outer edge: right on odd pages, left on even. */
export function pageNumber(side: 'left' | 'right'): Footer {
  const inset = SMALL_HALF_POINTS * 10;
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    ...letters('song', SMALL_HALF_POINTS),
  });
  const line = new Paragraph({
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'right' ? { right: inset } : { left: inset },
    spacing: fixedLine(SMALL_HALF_POINTS * 10),
    children: [run],
  });
  return new Footer({ children: [line] });
}
