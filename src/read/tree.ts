import { decodeEntities } from './entities.ts';

/** Kinds of nodes that are not elements, in `Tree.tag`. */
export const TEXT = 0;
export const COMMENT = -1;
/** Text that is not shown: the inside of a script, a style, a textarea. */
export const RAW = -2;

/** Numbers of the tags that readers ask for; other names get numbers from 200 on, page by page. */
export const TAG_NAMES = [
  '',
  'html',
  'head',
  'body',
  'title',
  'meta',
  'link',
  'base',
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'iframe',
  'frame',
  'frameset',
  'noframes',
  'a',
  'area',
  'img',
  'map',
  'div',
  'p',
  'span',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'colgroup',
  'col',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'footer',
  'nav',
  'aside',
  'section',
  'article',
  'main',
  'form',
  'input',
  'select',
  'option',
  'optgroup',
  'button',
  'label',
  'br',
  'hr',
  'b',
  'i',
  'em',
  'strong',
  'font',
  'u',
  'small',
  'big',
  's',
  'sub',
  'sup',
  'center',
  'pre',
  'blockquote',
  'address',
  'fieldset',
  'figure',
  'figcaption',
  'embed',
  'object',
  'param',
  'source',
  'track',
  'wbr',
  'xmp',
  'noembed',
  'time',
  'ucaptitle',
  'ucapcontent',
  'details',
  'summary',
  'dir',
  'menu',
  'marquee',
  'nobr',
  'strike',
  'tt',
  'code',
  'applet',
  'listing',
  'hgroup',
  'search',
  'legend',
  'plaintext',
  'svg',
  'math',
] as const;

type TagName = (typeof TAG_NAMES)[number];

/** The number of each known tag: `TAG.li`. */
export const TAG = Object.fromEntries(TAG_NAMES.map((name, number) => [name, number])) as Record<
  TagName,
  number
>;

/**
 * A page as flat arrays in document order, one place a node; the nodes below node `n` are
 * `n + 1` to `end[n] - 1`. Built by `scanHtml`.
 */
export interface Tree {
  source: string;
  /** A tag's number, or TEXT, COMMENT, RAW. */
  tag: number[];
  /** Where the start tag or the text begins in `source`. */
  start: number[];
  /** Where the start tag or the text ends in `source`. */
  stop: number[];
  parent: number[];
  end: number[];
}

/** Where an attribute stands; `valueStart` is -1 for one without a value. */
export interface AttributeSpot {
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
}

/**
 * Reads one attribute of a start tag from `at` on, after the rules of the HTML standard; gives
 * where to go on. `spot.nameStart` is -1 at the tag's end; -1 is returned when the text ends.
 */
export function scanAttribute(source: string, at: number, spot: AttributeSpot): number {
  const length = source.length;
  let i = at;
  spot.nameStart = -1;
  while (i < length && isSpaceOrSlash(source.charCodeAt(i))) i++;
  if (i >= length) return -1;
  if (source.charCodeAt(i) === 0x3e) return i + 1;
  spot.nameStart = i++;
  while (i < length && !endsName(source.charCodeAt(i))) i++;
  spot.nameEnd = i;
  spot.valueStart = -1;
  while (i < length && isSpace(source.charCodeAt(i))) i++;
  if (i >= length) return -1;
  return source.charCodeAt(i) === 0x3d ? scanValue(source, i + 1, spot) : i;
}

function scanValue(source: string, at: number, spot: AttributeSpot): number {
  const length = source.length;
  let i = at;
  while (i < length && isSpace(source.charCodeAt(i))) i++;
  if (i >= length) return -1;
  const quote = source.charCodeAt(i);
  if (quote === 0x22 || quote === 0x27) {
    const close = source.indexOf(quote === 0x22 ? '"' : "'", i + 1);
    if (close < 0) return -1;
    spot.valueStart = i + 1;
    spot.valueEnd = close;
    return close + 1;
  }
  spot.valueStart = i;
  while (i < length && source.charCodeAt(i) !== 0x3e && !isSpace(source.charCodeAt(i))) i++;
  spot.valueEnd = i;
  return i >= length ? -1 : i;
}

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;
}

function isSpaceOrSlash(code: number): boolean {
  return code === 0x2f || isSpace(code);
}

function endsName(code: number): boolean {
  return code === 0x3d || code === 0x3e || isSpaceOrSlash(code);
}

/** The decoded value of an attribute (name in lower case); null when the element has none. */
export function attributeOf(tree: Tree, node: number, name: string): string | null {
  const { source } = tree;
  const stop = tree.stop[node] ?? 0;
  const spot: AttributeSpot = { nameStart: -1, nameEnd: 0, valueStart: -1, valueEnd: 0 };
  let at = (tree.start[node] ?? 0) + 1;
  while (at < stop && !isSpaceOrSlash(source.charCodeAt(at))) at++;
  while (at >= 0 && at < stop) {
    at = scanAttribute(source, at, spot);
    if (spot.nameStart < 0) return null;
    if (spot.nameEnd - spot.nameStart !== name.length) continue;
    if ((source.charCodeAt(spot.nameStart) | 32) !== (name.charCodeAt(0) | 32)) continue;
    if (source.slice(spot.nameStart, spot.nameEnd).toLowerCase() !== name) continue;
    if (spot.valueStart < 0) return '';
    return decodeEntities(source.slice(spot.valueStart, spot.valueEnd), true);
  }
  return null;
}

/** Id and class of an element, joined: what its author called it. */
export function authorName(tree: Tree, node: number): string {
  if (!isElement(tree, node)) return '';
  const id = attributeOf(tree, node, 'id') ?? '';
  return `${id} ${attributeOf(tree, node, 'class') ?? ''}`;
}

export function isElement(tree: Tree, node: number): boolean {
  return (tree.tag[node] ?? 0) > 0;
}

/** The text of one text node, entities decoded, white space as written. */
export function rawText(tree: Tree, node: number): string {
  const text = tree.source.slice(tree.start[node], tree.stop[node]);
  return text.includes('&') ? decodeEntities(text, false) : text;
}

/** The shown text below a node, pieces joined by `glue`, white space collapsed. */
export function textOf(tree: Tree, node: number, glue = ''): string {
  return textBetween(tree, node, tree.end[node] ?? node, glue);
}

/** The shown text of the nodes from `from` up to `to`. */
export function textBetween(tree: Tree, from: number, to: number, glue = ''): string {
  let out = '';
  for (let node = from; node < to; node++) {
    if (tree.tag[node] !== TEXT) continue;
    out += out === '' ? rawText(tree, node) : glue + rawText(tree, node);
  }
  return tidy(out);
}

/** White space (also ideographic and no-break) collapsed to single blanks and trimmed. */
export function tidy(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** The child of `ancestor` that holds `node` (or is it). */
export function childTowards(tree: Tree, ancestor: number, node: number): number {
  let at = node;
  while (at > 0 && (tree.parent[at] ?? 0) !== ancestor) at = tree.parent[at] ?? 0;
  return at;
}

/** Whether `node` is `ancestor` or stands below it. */
export function isWithin(tree: Tree, node: number, ancestor: number): boolean {
  return node >= ancestor && node < (tree.end[ancestor] ?? 0);
}
