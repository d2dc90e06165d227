import type { CivilDate } from '#base/civil-date.ts';
import { resolveUrl, type Url } from '#base/url.ts';
import type { DateSpot } from './date-spots.ts';
import { DateSpotter } from './date-spots.ts';
import { addressAt, newAddresses, type PageAddresses } from './page-addresses.ts';
import { readTraits } from './name-traits.ts';
import { SAYS } from './sought-words.ts';
import { findSourceWords, type SourceWords } from './source-words.ts';
import { wordsOf } from './text-words.ts';
import { findWords } from './word-finder.ts';
import { isPhrase, type Lexicon, phrasesOf } from './lexicon.ts';
import {
  ATTRIBUTE,
  attributeAt,
  attributeOf,
  shownText,
  TAG,
  TEXT,
  textOf,
  tidy,
  type Tree,
} from './tree.ts';
import { newInt32s, newUint8s } from './working-memory.ts';

/** An `a` with an address, in document order. */
export interface Anchor {
  node: number;
  /** Null for `javascript:`, `mailto:`, `#` and what is no address. */
  url: Url | null;
  /** Its number in `Sheet.addresses`. */
  address: number;
  text: string;
  title: string;
  /** Whether its words could be an entry's or a channel's name. */
  isNamed: boolean;
}

/** A scanned page with what every reader needs: links, dates and running counts. */
export interface Sheet {
  tree: Tree;
  url: Url;
  base: Url;
  charset: string;
  asOf: CivilDate;
  lexicon: Lexicon;
  addresses: PageAddresses;
  anchors: Anchor[];
  spots: DateSpot[];
  /** Running counts: how many stand before node n (length: nodes + 1). */
  named: Int32Array;
  dated: Int32Array;
  /** Characters of shown text, and of those in links and choices (`select`). */
  text: Int32Array;
  linkText: Int32Array;
  /** By node: what its author's name for it tells (`NAMED`), which sought words it holds (`SAYS`). */
  traits: Uint16Array;
  said: Int32Array;
  /** What the source holds. */
  words: SourceWords;
  /** What readers found out about single nodes, 0 where nobody asked yet. */
  regions: Uint8Array;
  hidden: Uint8Array;
}

/** Where and for what a page is read. */
export interface SheetPlace {
  url: Url;
  charset: string;
  asOf: CivilDate;
  lexicon: Lexicon;
}

/** Longer words that begin in Chinese name something. */
const MAX_HOLLOW = 10;

/** Words of links that name nothing. */
const HOLLOW =
  /^(?:[\s\d.…>»<«|[\]()（）【】+#·-]*|.{0,3}(?:更多|more).{0,3}|详细|详情|查看|查看详情|\[?(?:详细|查看|全文|阅读全文)\]?|图|阅读|首页|尾页|末页|上一页|下一页|上页|下页|打印|关闭)$/i;

/** Counts a scanned page through once. `place.url` is the page's own address. */
export function makeSheet(tree: Tree, place: SheetPlace): Sheet {
  const size = tree.tag.length + 1;
  const base = baseOf(tree, place.url);
  const sheet: Sheet = {
    tree,
    url: place.url,
    charset: place.charset,
    asOf: place.asOf,
    lexicon: place.lexicon,
    base,
    addresses: newAddresses(tree.attributes.size, base),
    anchors: [],
    spots: [],
    named: newInt32s(size),
    dated: newInt32s(size),
    text: newInt32s(size),
    linkText: newInt32s(size),
    traits: readTraits(tree, place.lexicon.memory.names),
    said: findWords(place.lexicon.sought, wordsOf(tree)),
    words: findSourceWords(tree.codes),
    regions: newUint8s(size),
    hidden: newUint8s(size),
  };
  countNodes(sheet);
  return sheet;
}

/** Whether a text may hold words of the lists that a bit of `SAYS` stands for. */
export function maySay(sheet: Sheet, node: number, bit: number): boolean {
  return ((sheet.said[node] ?? 0) & bit) !== 0;
}

/** Whether any text of the page may. */
export function pageMaySay(sheet: Sheet, bit: number): boolean {
  return maySay(sheet, sheet.said.length - 1, bit);
}

/** Whether what its author called an element has a trait of `NAMED`. */
export function isCalled(sheet: Sheet, node: number, trait: number): boolean {
  return ((sheet.traits[node] ?? 0) & trait) !== 0;
}

function countNodes(sheet: Sheet): void {
  const { tree, named, text, linkText } = sheet;
  const spotter = new DateSpotter(tree, sheet.asOf, sheet.lexicon.monthNames);
  let linkEnd = -1;
  let choiceEnd = -1;
  for (let node = 0; node < tree.tag.length; node++) {
    let [isNamed, length] = [0, 0];
    const tag = tree.tag[node] ?? 0;
    if (tag === TEXT) {
      length = shownLength(tree, node);
      spotter.readText(node, node < linkEnd);
    } else if (tag === TAG.a) {
      const anchor = readAnchor(sheet, node);
      if (anchor) {
        sheet.anchors.push(anchor);
        linkEnd = tree.end[node] ?? node;
        isNamed = anchor.isNamed ? 1 : 0;
      }
      if (attributeAt(tree, node, ATTRIBUTE.title) >= 0) spotter.readTitle(node);
    } else if (tag === TAG.select) choiceEnd = tree.end[node] ?? node;
    else if (tag === TAG.script) spotter.readScript(node);
    else if (tag === TAG.time) spotter.readTime(node);
    else if (tag > 0 && attributeAt(tree, node, ATTRIBUTE.title) >= 0) spotter.readTitle(node);
    named[node + 1] = (named[node] ?? 0) + isNamed;
    text[node + 1] = (text[node] ?? 0) + length;
    linkText[node + 1] = (linkText[node] ?? 0) + (node < linkEnd || node < choiceEnd ? length : 0);
  }
  sheet.spots = spotter.spots();
  for (const spot of sheet.spots) {
    if (spot.strength === 'own' || spot.strength === 'glued') sheet.dated[spot.node + 1] = 1;
  }
  for (let node = 1; node < sheet.dated.length; node++) {
    sheet.dated[node] = (sheet.dated[node] ?? 0) + (sheet.dated[node - 1] ?? 0);
  }
}

/** Length of a text without white space round it; a few blanks written as entities are none. */
function shownLength(tree: Tree, node: number): number {
  const { source, codes } = tree;
  let [from, to] = [tree.start[node] ?? 0, tree.stop[node] ?? 0];
  while (from < to && (codes[from] ?? 0) <= 0x20) from++;
  while (to > from && (codes[to - 1] ?? 0) <= 0x20) to--;
  if (to - from > 24 || shownText(tree, node) !== '') return to - from;
  return /^(?:&nbsp;|&#160;|\s)*$/.test(source.slice(from, to)) ? 0 : to - from;
}

function readAnchor(sheet: Sheet, node: number): Anchor | null {
  const at = attributeAt(sheet.tree, node, ATTRIBUTE.href);
  if (at < 0) return null;
  const address = addressAt(sheet, at);
  const url = sheet.addresses.urls[address] ?? null;
  const text = textOf(sheet.tree, node);
  const title = tidy(attributeOf(sheet.tree, node, ATTRIBUTE.title) ?? '');
  const isNamed = text.length > 1 && !namesNothing(sheet, node, text);
  return { node, url, address, text, title, isNamed };
}

/** Whether the words of a link are only a sign, a step of a pager, a call to go on, the way home. */
function namesNothing(sheet: Sheet, node: number, text: string): boolean {
  const first = text.charCodeAt(0);
  const isChinese = first >= 0x4e00 && first <= 0x9fff;
  if (isChinese && text.length > MAX_HOLLOW) return false;
  const said = wordsBelow(sheet, node);
  const isHollow = (!isChinese || (said & SAYS.hollow) !== 0) && HOLLOW.test(text);
  if (isHollow || text.length > 8 || (said & SAYS.home) === 0) return isHollow;
  return isPhrase(phrasesOf(sheet.lexicon, 'page-words/home'), text);
}

/** The bits of `SAYS` of all texts below a node. */
function wordsBelow({ tree, said }: Sheet, node: number): number {
  const end = tree.end[node] ?? node;
  let bits = 0;
  for (let at = node + 1; at < end; at++) bits |= said[at] ?? 0;
  return bits;
}

function baseOf(tree: Tree, url: Url): Url {
  for (let node = 0; node < tree.tag.length; node++) {
    if (tree.tag[node] !== TAG.base) continue;
    const href = attributeOf(tree, node, ATTRIBUTE.href);
    if (href !== null) return resolveUrl(href, url) ?? url;
  }
  return url;
}

/** How many stand below a node, of a running count. */
export function countIn(sheet: Sheet, counts: Int32Array, node: number): number {
  return (counts[sheet.tree.end[node] ?? node] ?? 0) - (counts[node] ?? 0);
}

/** Characters of text in the nodes from `from` up to `to`. */
export function textAmount(sheet: Sheet, from: number, to: number): number {
  return (sheet.text[to] ?? 0) - (sheet.text[from] ?? 0);
}

/** The index of the first anchor at or after a node. */
export function anchorFrom(sheet: Sheet, node: number): number {
  let [low, high] = [0, sheet.anchors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sheet.anchors[middle]?.node ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The anchors of the nodes from `from` up to `to`. */
export function anchorsBetween(sheet: Sheet, from: number, to: number): Anchor[] {
  const found: Anchor[] = [];
  for (let i = anchorFrom(sheet, from); i < sheet.anchors.length; i++) {
    const anchor = sheet.anchors[i];
    if (!anchor || anchor.node >= to) break;
    found.push(anchor);
  }
  return found;
}
