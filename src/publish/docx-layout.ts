import type { IRunOptions } from 'docx';
import { emWidth } from './em-width.ts';

/*
 * GB/T 9704-2012, 党政机关公文格式, in the units of a word processor: lengths in twips (1/20
 * point), sizes in half points.
 */

/** Millimetres to twips, rounded once. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** A4 and its margins; the type area is 156 × 225 mm. */
export const page = {
  width: twips(210),
  height: twips(297),
  margin: {
    top: twips(37),
    left: twips(28),
    right: twips(26),
    bottom: twips(35),
    header: twips(15),
    /** The dash of the page number stands 7 mm below the type area: half a line of 14 pt above. */
    footer: twips(35 - 7) - 140,
    gutter: 0,
  },
} as const;

export const typeAreaWidth = page.width - page.margin.left - page.margin.right;
const typeAreaHeight = page.height - page.margin.top - page.margin.bottom;

/** 3号, 16 pt: the size of body and headings, and the measure of indents. */
export const BODY_HALF_POINTS = 32;
/** Width of one character of the body, in twips. */
export const BODY_CHARACTER = 320;
/** Fixed line of 28 pt. */
export const BODY_LINE = 560;
/** 2号, 22 pt. */
export const TITLE_HALF_POINTS = 44;
export const TITLE_LINE = 720;
/** Characters of 22 pt on a line of 156 mm. */
export const TITLE_CHARACTERS = 20;
/** 4号, 14 pt: page numbers and imprint. */
export const SMALL_HALF_POINTS = 28;
/** 小五, 9 pt: the cells of the annex, seven columns on 156 mm. */
export const CELL_HALF_POINTS = 18;
export const CELL_LINE = 260;

/**
 * 22 lines of 28 characters; the character pitch is given as its difference from 16 pt, in 1/4096
 * pt. Paragraphs are not snapped to it (`styles.xml`): LibreOffice gives a 16 pt character two
 * cells of 15.8 pt. Fixed lines and the spacing below hold the same 22 by 28 everywhere.
 */
export const grid = {
  linePitch: Math.round(typeAreaHeight / 22),
  charSpace: Math.round((typeAreaWidth / 28 / 20 - 16) * 4096),
} as const;

/** A quarter point less between characters of 16 pt: 28 of them take 441 of the 442 pt. */
export const BODY_SPACING = -5;

/** Typefaces by role; `fallbacks` are tried where the first is not installed. */
export const typefaces = {
  title: { name: '方正小标宋简体', fallbacks: ['方正小标宋_GBK', '小标宋', '华文中宋', '宋体'] },
  body: { name: '仿宋_GB2312', fallbacks: ['仿宋', 'FangSong', '华文仿宋', 'Noto Serif CJK SC'] },
  heading: { name: '黑体', fallbacks: ['SimHei', '华文黑体', 'Noto Sans CJK SC'] },
  subheading: {
    name: '楷体_GB2312',
    fallbacks: ['楷体', 'KaiTi', '华文楷体', 'Noto Serif CJK SC'],
  },
  song: { name: '宋体', fallbacks: ['SimSun', '华文宋体', 'Noto Serif CJK SC'] },
} as const;

export type Typeface = keyof typeof typefaces;

/** Character format of a role, black and not bold; Latin letters and digits in the same face. */
export function letters(face: Typeface, halfPoints = BODY_HALF_POINTS): Omit<IRunOptions, 'text'> {
  const { name } = typefaces[face];
  const font = { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
  const spacing = halfPoints === BODY_HALF_POINTS ? { characterSpacing: BODY_SPACING } : {};
  return { font, size: halfPoints, color: '000000', bold: false, ...spacing };
}

/**
 * Right indents, in ems, of issuer and date of an unsealed document: the issuer ends two characters
 * from the right, the date begins two characters after the issuer's first; a date that would not
 * fit ends two characters from the right and the issuer moves left with it.
 */
export function signatureIndents(issuer: string, date: string): { issuer: number; date: number } {
  const dateRight = emWidth(issuer) - emWidth(date);
  if (issuer === '' || dateRight >= 2) return { issuer: 2, date: Math.max(2, dateRight) };
  return { issuer: 4 + emWidth(date) - emWidth(issuer), date: 2 };
}
