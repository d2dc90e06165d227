import type { Circular } from '#domain/circular.ts';
import { BODY_HALF_POINTS, BODY_LINE, typefaces } from './docx-layout.ts';
import { plainText } from './fields.ts';

/** A file of the package that replaces the one the library makes. */
export interface PartOverride {
  path: string;
  data: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * Parts written by hand: the properties, because the library dates them by the clock (ours by the
 * day of the document); the table of typefaces, because only it can name fallbacks; the styles,
 * because the library cannot say that paragraphs are not snapped to the grid.
 */
export function fixedParts(circular: Circular): PartOverride[] {
  return [
    { path: 'docProps/core.xml', data: coreProperties(circular) },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/styles.xml', data: styles() },
  ];
}

function coreProperties({ title, brief, asOf, engine }: Circular): string {
  const moment = `${brief.date ?? asOf}T00:00:00Z`;
  const stamp = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return [
    DECLARATION,
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(plainText(title))}</dc:title>`,
    `<dc:creator>${escapeXml(brief.issuer ?? `Xunwang ${engine}`)}</dc:creator>`,
    `<dc:language>zh-CN</dc:language>${stamp('created')}${stamp('modified')}`,
    '</cp:coreProperties>',
  ].join('');
}

function fontTable(): string {
  const fonts = Object.values(typefaces).map(
    ({ name, fallbacks }) =>
      `<w:font w:name="${name}"><w:altName w:val="${fallbacks.join(',')}"/>` +
      '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
  );
  return `${DECLARATION}<w:fonts xmlns:w="${WORD}">${fonts.join('')}</w:fonts>`;
}

function styles(): string {
  const { name } = typefaces.body;
  const run =
    `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>` +
    `<w:sz w:val="${BODY_HALF_POINTS}"/><w:szCs w:val="${BODY_HALF_POINTS}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>';
  const paragraph =
    '<w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>' +
    `<w:spacing w:before="0" w:after="0" w:line="${BODY_LINE}" w:lineRule="exact"/></w:pPr>`;
  return [
    `${DECLARATION}<w:styles xmlns:w="${WORD}"><w:docDefaults>`,
    `<w:rPrDefault>${run}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/>',
    `<w:qFormat/>${paragraph}${run}</w:style>`,
    '<w:style w:type="table" w:styleId="TableNormal" w:default="1"><w:name w:val="Normal Table"/>',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>',
  ].join('');
}

/** A text as XML (and HTML) character data or attribute value. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
