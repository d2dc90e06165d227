import { endsTagName, isSpace, scanAttributes } from './attributes.ts';
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
import { COMMENT, RAW, TAG, TAG_NAMES, TEXT, type Tree } from './tree.ts';
import { addNode, finishTree, newTreeBuilder, type TreeBuilder } from './tree-builder.ts';

/** How much of a page is read; what is behind is left, and `Tree.readTo` tells. */
export interface ScanLimits {
  nodes: number;
  /** Characters of one text between two tags. */
  text: number;
}

/**
 * Ten times what the fullest pages have: a page that goes on is hostile or broken, and its facts
 * would take many times its own memory.
 */
const PAGE_LIMITS: ScanLimits = { nodes: 50_000, text: 200_000 };

const FIRST_UNKNOWN = 200;
/** Names that no reader asks for share this number when a page is full of made-up ones. */
const LAST_UNKNOWN = 32_000;

/** Elements whose inside is text up to their own end tag. */
const RAW_TAGS: readonly number[] = [
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
];
const raw = new Uint8Array(TAG_NAMES.length);
for (const tag of RAW_TAGS) raw[tag] = 1;

function isRaw(tag: number): boolean {
  return tag < raw.length && raw[tag] === 1;
}

interface Scan {
  tree: TreeBuilder;
  stack: Stack;
  names: Map<string, number>;
  limits: ScanLimits;
}

/**
 * Scans HTML of any quality in one pass and linear time into flat arrays. Never throws. Follows
 * the standard's tokenizer; nests elements by the rules that matter for reading (optional end
 * tags, tables, links in links), not by all of them.
 */
export function scanHtml(source: string, limits = PAGE_LIMITS): Tree {
  const tree = newTreeBuilder(source, limits.nodes);
  addNode(tree, TAG.html, 0, 0, -1);
  const scan: Scan = { tree, stack: newStack(tree), names: new Map(), limits };
  let at = 0;
  while (at < source.length && tree.size < limits.nodes) {
    const open = nextMarkup(tree.codes, at);
    if (open > at) addText(scan, at, open);
    if (open >= source.length) at = open;
    if (at >= source.length) break;
    at = readMarkup(scan, open);
  }
  tree.readTo = Math.min(tree.readTo, at, source.length);
  closeByEndTag(scan.stack, TAG.html);
  tree.end[0] = tree.size;
  return finishTree(tree);
}

/** Where the next `<` that begins markup stands; the length of the text when there is none. */
function nextMarkup(codes: Uint16Array, from: number): number {
  const last = codes.length - 1;
  for (let at = from; at < last; at++) {
    if (codes[at] !== 0x3c) continue;
    const next = codes[at + 1] ?? 0;
    if (isLetter(next) || next === 0x21 || next === 0x3f) return at;
    if (next === 0x2f && at + 2 <= last) return at;
  }
  return codes.length;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function addText(scan: Scan, from: number, to: number): void {
  const { codes } = scan.tree;
  let at = from;
  while (at < to && isSpace(codes[at] ?? 0)) at++;
  if (at === to) return;
  const stop = Math.min(to, from + scan.limits.text);
  if (stop < to) scan.tree.readTo = Math.min(scan.tree.readTo, stop);
  addNode(scan.tree, TEXT, from, stop, scan.stack.top());
}

/** Reads one tag, comment or the like at `at`; gives the place after it. */
function readMarkup(scan: Scan, at: number): number {
  const { codes } = scan.tree;
  const next = codes[at + 1] ?? 0;
  if (isLetter(next)) return readStartTag(scan, at);
  if (next !== 0x2f) return readComment(scan, at);
  return isLetter(codes[at + 2] ?? 0) ? readEndTag(scan, at) : readBogus(scan, at);
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
  const { tree } = scan;
  const nameEnd = endOfName(tree.codes, at + 2);
  const tag = tagNumber(scan, at + 2, nameEnd);
  const after = skipAttributes(tree, nameEnd);
  if (after < 0) return tree.source.length;
  if (!isEndDroppedInSelect(scan.stack, tag)) closeByEndTag(scan.stack, tag);
  return after;
}

/** Behind a tag whose attributes count for nothing. */
function skipAttributes(tree: TreeBuilder, from: number): number {
  if (tree.codes[from] === 0x3e) return from + 1;
  const { size } = tree.attributes;
  const after = scanAttributes(tree, from);
  tree.attributes.size = size;
  return after;
}

function readStartTag(scan: Scan, at: number): number {
  const { tree, stack } = scan;
  const { source, attributes } = tree;
  const nameEnd = endOfName(tree.codes, at + 1);
  const tag = startTagNumber(scan, at + 1, nameEnd);
  const first = attributes.size;
  const after = scanAttributes(tree, nameEnd);
  const isDropped = after < 0 || isDroppedInSelect(stack, tag);
  if (!isDropped && (tag === TAG.body || tag === TAG.html)) closeByEndTag(stack, TAG.head);
  if (isDropped || tag === TAG.html) {
    attributes.size = first;
    return after < 0 ? source.length : after;
  }
  closeBefore(stack, tag);
  const node = addNode(tree, tag, at, after, stack.top());
  tree.firstAttribute[node] = first;
  if (isRaw(tag)) return readRaw(scan, node, source.slice(at + 1, nameEnd), after);
  if (tag === TAG.plaintext) {
    addText(scan, after, source.length);
    return source.length;
  }
  if (!isVoid(tag)) openElement(stack, node);
  return after;
}

function endOfName(codes: Uint16Array, from: number): number {
  let at = from;
  while (at < codes.length && !endsTagName(codes[at] ?? 0)) at++;
  return at;
}

/** Browsers read `<image>` as `<img>`, outside of drawings. */
function startTagNumber(scan: Scan, from: number, to: number): number {
  const tag = tagNumber(scan, from, to);
  return tag === TAG.image && !scan.stack.open[TAG.svg] ? TAG.img : tag;
}

function tagNumber(scan: Scan, from: number, to: number): number {
  const { source, codes } = scan.tree;
  const known = tagNumberAt(codes, from, to);
  if (known > 0) return known;
  const lower = source.slice(from, to).toLowerCase();
  const number = scan.names.get(lower);
  if (number !== undefined) return number;
  const fresh = Math.min(FIRST_UNKNOWN + scan.names.size, LAST_UNKNOWN);
  if (fresh < LAST_UNKNOWN) scan.names.set(lower, fresh);
  return fresh;
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
  const after = skipAttributes(tree, endOfName(tree.codes, close + 2));
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
