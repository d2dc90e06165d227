import type { Attributes } from './attributes.ts';
import { decodeEntities } from './entities.ts';
import { plainFlow, type TextFlow } from './text-flow.ts';
import { shownText, type TextWords, wordsOf } from './text-words.ts';

export { ATTRIBUTE, attributeAt, attributeOf } from './attributes.ts';
export { authorName } from './name-traits.ts';
export { shownText } from './text-words.ts';

/** The text of more nodes than this is taken from the flow of the whole page. */
const FEW_NODES = 12;

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
  'image',
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
  /** The source was read up to here: its length, unless the page is too large to be a page. */
  readTo: number;
  /** The same as UTF-16 units. */
  codes: Uint16Array;
  /** A tag's number, or TEXT, COMMENT, RAW. */
  tag: Int16Array;
  /** Where the start tag or the text begins in `source`. */
  start: Int32Array;
  /** Where the start tag or the text ends in `source`. */
  stop: Int32Array;
  parent: Int32Array;
  end: Int32Array;
  /** Where an element's attributes begin in `attributes`; one more at the end. */
  firstAttribute: Int32Array;
  attributes: Attributes;
  /** The words of its texts, once they were asked for. */
  texts: TextWords | null;
  /** Its texts run together, likewise. */
  flow: TextFlow | null;
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
export function textOf(tree: Tree, node: number, glue: '' | ' ' = ''): string {
  return textBetween(tree, node, tree.end[node] ?? node, glue);
}

/** The shown text of the nodes from `from` up to `to`; `glue` is nothing or a blank. */
export function textBetween(tree: Tree, from: number, to: number, glue: '' | ' ' = ''): string {
  if (glue === ' ') {
    const { flow, at } = wordsOf(tree);
    const begin = at[from] ?? flow.length;
    const end = (at[to] ?? flow.length) - 1;
    return end > begin ? flow.slice(begin, end) : '';
  }
  if (to - from > FEW_NODES) {
    const { text, at } = plainFlow(tree);
    return text.slice(at[from], at[to]).trim();
  }
  let out = '';
  let first = -1;
  for (let node = from; node < to; node++) {
    if (tree.tag[node] !== TEXT) continue;
    if (first < 0) first = node;
    else out += rawText(tree, node);
  }
  if (first < 0) return '';
  return out === '' ? shownText(tree, first) : tidy(rawText(tree, first) + out);
}

/** White space (also ideographic and no-break) collapsed to single blanks and trimmed. */
export function tidy(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  let before = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code) && (code !== 0x20 || before === 0x20)) {
      return text.slice(from, to).replace(/[\s\u200b\ufeff]+/g, ' ');
    }
    before = code;
  }
  return to - from === text.length ? text : text.slice(from, to);
}

/** A text without its white space. */
export function withoutBlanks(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (isBlank(text.charCodeAt(at))) return text.replace(/\s+/g, '');
  }
  return text;
}

/** What `\s` means, and two characters that are as invisible. */
export function isBlank(code: number): boolean {
  if (code > 0x3000 && code < 0xfeff) return false;
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  if (code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x1680) return true;
  if (code < 0x2000 || code > 0x205f) return false;
  const isWide = code <= 0x200b || code === 0x2028 || code === 0x2029 || code === 0x202f;
  return isWide || code === 0x205f;
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
