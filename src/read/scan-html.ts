import { type AttributeSpot, attributeBit, isSpace, newSpot, scanAttribute } from './attributes.ts';
import {
  closeBefore,
  closeByEndTag,
  isVoid,
  newStack,
  openElement,
  type Stack,
} from './nesting.ts';
import { isDroppedInSelect, isEndDroppedInSelect } from './select.ts';
import { tagNumberAt } from './tag-numbers.ts';
import { COMMENT, RAW, TAG, TEXT, type Tree } from './tree.ts';
import { addNode, finishTree, newTreeBuilder, type TreeBuilder } from './tree-builder.ts';

const FIRST_UNKNOWN = 200;
/** Names that no reader asks for share this number when a page is full of made-up ones. */
const LAST_UNKNOWN = 32_000;

/** Elements whose inside is text up to their own end tag. */
const RAW_TAGS = new Set<number>([
  TAG.script,
  TAG.style,
  TAG.textarea,
  TAG.title,
  TAG.iframe,
  TAG.noscript,
  TAG.noframes,
  TAG.noembed,
  TAG.xmp,
  TAG.template,
  TAG.listing,
]);

interface Scan {
  tree: TreeBuilder;
  stack: Stack;
  names: Map<string, number>;
  spot: AttributeSpot;
  /** Bits of the attributes of the tag read last. */
  bits: number;
}

/**
 * Scans HTML of any quality in one pass and linear time into flat arrays. Never throws. Follows
 * the standard's tokenizer; nests elements by the rules that matter for reading (optional end
 * tags, tables, links in links), not by all of them.
 */
export function scanHtml(source: string): Tree {
  const tree = newTreeBuilder(source);
  addNode(tree, TAG.html, 0, 0, -1);
  const scan: Scan = { tree, stack: newStack(tree), names: new Map(), spot: newSpot(), bits: 0 };
  let at = 0;
  while (at < source.length) {
    const open = nextMarkup(source, at);
    if (open > at) addText(scan, at, open);
    if (open >= source.length) break;
    at = readMarkup(scan, open);
  }
  closeByEndTag(scan.stack, TAG.html);
  tree.end[0] = tree.size;
  return finishTree(tree);
}

/** Where the next `<` that begins markup stands; the length of the text when there is none. */
function nextMarkup(source: string, from: number): number {
  let at = source.indexOf('<', from);
  while (at >= 0) {
    const next = source.charCodeAt(at + 1);
    if (isLetter(next) || next === 0x21 || next === 0x3f) return at;
    if (next === 0x2f && at + 2 < source.length) return at;
    at = source.indexOf('<', at + 1);
  }
  return source.length;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function addText(scan: Scan, from: number, to: number): void {
  const { source } = scan.tree;
  let at = from;
  while (at < to && isSpace(source.charCodeAt(at))) at++;
  if (at === to) return;
  addNode(scan.tree, TEXT, from, to, scan.stack.top());
}

/** Reads one tag, comment or the like at `at`; gives the place after it. */
function readMarkup(scan: Scan, at: number): number {
  const next = scan.tree.source.charCodeAt(at + 1);
  if (isLetter(next)) return readStartTag(scan, at);
  if (next !== 0x2f) return readComment(scan, at);
  return isLetter(scan.tree.source.charCodeAt(at + 2)) ? readEndTag(scan, at) : readBogus(scan, at);
}

function readComment(scan: Scan, at: number): number {
  const { source } = scan.tree;
  if (!source.startsWith('<!--', at)) return readBogus(scan, at);
  if (source.startsWith('>', at + 4)) return at + 5;
  if (source.startsWith('->', at + 4)) return at + 6;
  const plain = source.indexOf('--', at + 4);
  let close = plain;
  while (close >= 0) {
    if (source.charCodeAt(close + 2) === 0x3e) break;
    if (source.startsWith('!>', close + 2)) break;
    close = source.indexOf('--', close + 1);
  }
  const end = close < 0 ? source.length : close;
  addNode(scan.tree, COMMENT, at + 4, end, scan.stack.top());
  return close < 0 ? source.length : source.indexOf('>', close) + 1;
}

/** `<!DOCTYPE>`, `<?xml?>`, `</3>`: up to the next `>`. */
function readBogus(scan: Scan, at: number): number {
  const close = scan.tree.source.indexOf('>', at);
  return close < 0 ? scan.tree.source.length : close + 1;
}

function readEndTag(scan: Scan, at: number): number {
  const { source } = scan.tree;
  const nameEnd = endOfName(source, at + 2);
  const tag = tagNumber(scan, at + 2, nameEnd);
  const after = skipAttributes(scan, nameEnd);
  if (after < 0) return source.length;
  if (!isEndDroppedInSelect(scan.stack, tag)) closeByEndTag(scan.stack, tag);
  return after;
}

function readStartTag(scan: Scan, at: number): number {
  const { source } = scan.tree;
  const nameEnd = endOfName(source, at + 1);
  const tag = startTagNumber(scan, at + 1, nameEnd);
  const after = skipAttributes(scan, nameEnd);
  if (after < 0) return source.length;
  if (isDroppedInSelect(scan.stack, tag)) return after;
  if (tag === TAG.body || tag === TAG.html) {
    closeByEndTag(scan.stack, TAG.head);
    if (tag === TAG.html) return after;
  }
  closeBefore(scan.stack, tag);
  const node = addNode(scan.tree, tag, at, after, scan.stack.top());
  scan.tree.attributes[node] = scan.bits;
  if (RAW_TAGS.has(tag)) return readRaw(scan, node, source.slice(at + 1, nameEnd), after);
  if (tag === TAG.plaintext) {
    addText(scan, after, source.length);
    return source.length;
  }
  if (!isVoid(tag)) openElement(scan.stack, node);
  return after;
}

function endOfName(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === 0x3e || code === 0x2f || isSpace(code)) break;
    at++;
  }
  return at;
}

/** Browsers read `<image>` as `<img>`, outside of drawings. */
function startTagNumber(scan: Scan, from: number, to: number): number {
  const tag = tagNumber(scan, from, to);
  return tag === TAG.image && !scan.stack.open[TAG.svg] ? TAG.img : tag;
}

function tagNumber(scan: Scan, from: number, to: number): number {
  const { source } = scan.tree;
  const known = tagNumberAt(source, from, to);
  if (known > 0) return known;
  const lower = source.slice(from, to).toLowerCase();
  const number = scan.names.get(lower);
  if (number !== undefined) return number;
  const fresh = Math.min(FIRST_UNKNOWN + scan.names.size, LAST_UNKNOWN);
  if (fresh < LAST_UNKNOWN) scan.names.set(lower, fresh);
  return fresh;
}

/** Where the tag ends; -1 when the text ends first. */
function skipAttributes(scan: Scan, from: number): number {
  const { source } = scan.tree;
  const { spot } = scan;
  scan.bits = 0;
  let at = from;
  for (;;) {
    at = scanAttribute(source, at, spot);
    if (at < 0 || spot.nameStart < 0) return at;
    const first = source.charCodeAt(spot.nameStart);
    const lower = first >= 0x41 && first <= 0x5a ? first | 32 : first;
    scan.bits |= attributeBit(lower, spot.nameEnd - spot.nameStart);
  }
}

/** Takes the inside of a script and the like as one node; gives the place after the end tag. */
function readRaw(scan: Scan, node: number, name: string, from: number): number {
  const { tree } = scan;
  const { source } = tree;
  const isScript = tree.tag[node] === TAG.script;
  const close = isScript ? endOfScript(source, from) : endOfRaw(source, name, from);
  const stop = close < 0 ? source.length : close;
  if (stop > from) addNode(tree, RAW, from, stop, node);
  tree.end[node] = tree.size;
  if (close < 0) return source.length;
  const after = skipAttributes(scan, endOfName(source, close + 2));
  return after < 0 ? source.length : after;
}

/** Where `</name` stands after `from`, -1 without one. */
function endOfRaw(source: string, name: string, from: number): number {
  const lower = name.toLowerCase();
  let at = source.indexOf('</', from);
  while (at >= 0) {
    if (isNameAt(source, lower, at + 2)) return at;
    at = source.indexOf('</', at + 2);
  }
  return -1;
}

function isNameAt(source: string, lower: string, at: number): boolean {
  const after = source.charCodeAt(at + lower.length);
  if (after !== 0x3e && after !== 0x2f && !isSpace(after)) return false;
  return source.slice(at, at + lower.length).toLowerCase() === lower;
}

/**
 * Where a script ends: inside `<!--` a nested `<script>` swallows one `</script>` (the
 * standard's double escaped state).
 */
function endOfScript(source: string, from: number): number {
  const close = endOfRaw(source, 'script', from);
  if (close < 0) return -1;
  // Looked for inside only: a search to the page's end at every script would grow with its square.
  return source.slice(from, close).includes('<!--') ? endOfEscapedScript(source, from) : close;
}

function endOfEscapedScript(source: string, from: number): number {
  const marks = /<!--|-->|<(\/?)script(?=[\s/>])/gi;
  marks.lastIndex = from;
  let state: 'plain' | 'escaped' | 'double' = 'plain';
  for (let match = marks.exec(source); match; match = marks.exec(source)) {
    if (match[0] === '<!--') {
      if (state === 'plain') state = 'escaped';
      marks.lastIndex = match.index + 2;
    } else if (match[0] === '-->') state = 'plain';
    else if (match[1] === '/') {
      if (state !== 'double') return match.index;
      state = 'escaped';
    } else if (state === 'escaped') state = 'double';
  }
  return -1;
}
