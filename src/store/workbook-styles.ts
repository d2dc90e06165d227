import type { CellStyle } from '#domain/sheet.ts';
import { escapeXml } from './xml-tokens.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FONT_NAME = '宋体';
const DEFAULT_SIZE_POINTS = 11;
/** Own number formats are numbered from here (ECMA-376, 18.8.30). */
const FIRST_NUMBER_FORMAT = 164;
const SIDES = ['left', 'right', 'top', 'bottom'];

/** Collects the looks that cells use and writes them as `styles.xml`. */
export class StyleTable {
  readonly #fonts = [fontXml({})];
  readonly #numberFormats: string[] = [];
  /** The first is what a cell without style has. */
  readonly #cellFormats = [formatXml({}, 0, 0)];

  /** The index of a look; equal looks share one. */
  indexOf(style: CellStyle): number {
    const font = indexIn(this.#fonts, fontXml(style));
    const pattern = style.numberFormat;
    const number =
      pattern === undefined ? 0 : FIRST_NUMBER_FORMAT + indexIn(this.#numberFormats, pattern);
    return indexIn(this.#cellFormats, formatXml(style, font, number));
  }

  xml(): string {
    const numbers = this.#numberFormats.map(
      (pattern, order) =>
        `<numFmt numFmtId="${FIRST_NUMBER_FORMAT + order}" formatCode="${escapeXml(pattern)}"/>`,
    );
    const thin = SIDES.map((side) => `<${side} style="thin"/>`).join('');
    const none = SIDES.map((side) => `<${side}/>`).join('');
    return [
      `<styleSheet xmlns="${MAIN}">`,
      numbers.length > 0 ? counted('numFmts', numbers) : '',
      counted('fonts', this.#fonts),
      counted('fills', ['none', 'gray125'].map(fillXml)),
      counted('borders', [`<border>${none}</border>`, `<border>${thin}</border>`]),
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      counted('cellXfs', this.#cellFormats),
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      '</styleSheet>',
    ].join('');
  }
}

function fontXml(style: CellStyle): string {
  const size = style.sizePoints ?? DEFAULT_SIZE_POINTS;
  return `<font>${style.bold ? '<b/>' : ''}<sz val="${size}"/><name val="${FONT_NAME}"/></font>`;
}

function fillXml(pattern: string): string {
  return `<fill><patternFill patternType="${pattern}"/></fill>`;
}

function formatXml(style: CellStyle, font: number, number: number): string {
  const horizontal = style.align ? ` horizontal="${style.align}"` : '';
  const wrap = style.wrap ? ' wrapText="1"' : '';
  return [
    `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="${style.border ? 1 : 0}"`,
    ' xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">',
    `<alignment vertical="center"${horizontal}${wrap}/></xf>`,
  ].join('');
}

function counted(name: string, parts: readonly string[]): string {
  return `<${name} count="${parts.length}">${parts.join('')}</${name}>`;
}

function indexIn(list: string[], value: string): number {
  const found = list.indexOf(value);
  return found >= 0 ? found : list.push(value) - 1;
}
