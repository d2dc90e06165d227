import type { PageLine, PagePiece } from '#domain/page-text.ts';
import { resolveUrl, type Url } from '#base/url.ts';
import { decodeEntities } from './entities.ts';
import { scanHtml } from './scan-html.ts';
import { ATTRIBUTE, attributeOf, isElement, rawText, TAG, TEXT, tidy, type Tree } from './tree.ts';

const HEADINGS: readonly number[] = [TAG.h1, TAG.h2, TAG.h3, TAG.h4, TAG.h5, TAG.h6];
const ITEMS: readonly number[] = [TAG.li, TAG.dt, TAG.dd, TAG.tr];
const INLINE_NAMES =
  'a span b i em strong font u small big s sub sup time nobr code tt strike label td th img wbr area';
const INLINE = new Set<number>(
  INLINE_NAMES.split(' ').map((name) => TAG[name as keyof typeof TAG]),
);

/**
 * A page as lines of words and links, in the order of its source: what a list entry, a heading or
 * a paragraph says. Nothing of its markup, styles and scripts is left. Never throws.
 */
export function pageLines(source: string, url: Url): { title: string; lines: PageLine[] } {
  const tree = scanHtml(source);
  const reader: Reader = { tree, base: baseOf(tree, url), lines: [], block: -1, link: null };
  let title = '';
  for (let node = 0; node < tree.tag.length; node++) {
    const tag = tree.tag[node] ?? 0;
    if (tag === TAG.title && title === '') title = titleAt(tree, node);
    else if (tag === TAG.br || tag === TAG.hr) reader.block = -1;
    else if (tag === TAG.a) openLink(reader, node);
    else if (tag === TAG.img) addPicture(reader, node);
    else if (tag === TEXT) addWords(reader, node, tidy(rawText(tree, node)));
  }
  return { title, lines: reader.lines };
}

interface Reader {
  tree: Tree;
  base: Url;
  lines: PageLine[];
  /** The element whose line is being written; -1: the next words begin a line. */
  block: number;
  link: { href: Url | null; end: number } | null;
}

function openLink(reader: Reader, node: number): void {
  const href = attributeOf(reader.tree, node, ATTRIBUTE.href);
  const target = href === null ? null : resolveUrl(href.trim(), reader.base);
  reader.link = { href: target, end: reader.tree.end[node] ?? node };
}

function addPicture(reader: Reader, node: number): void {
  const { tree, base } = reader;
  const alt = tidy(attributeOf(tree, node, ATTRIBUTE.alt) ?? '');
  const src = attributeOf(tree, node, ATTRIBUTE.src);
  if (src === null && alt === '') return;
  const text = `〔图片${alt === '' ? '' : `：${alt}`}〕`;
  const own = src === null ? null : resolveUrl(src.trim(), base);
  add(reader, node, { text, href: linkAt(reader, node) ?? own, isMarked: false });
}

function addWords(reader: Reader, node: number, text: string): void {
  if (text !== '') add(reader, node, { text, href: linkAt(reader, node), isMarked: false });
}

function add(reader: Reader, node: number, piece: PagePiece): void {
  const { tree, lines } = reader;
  const block = blockOf(tree, node);
  const line = lines.at(-1);
  if (block === reader.block && line) return void line.pieces.push(piece);
  reader.block = block;
  lines.push({ kind: kindOf(tree.tag[block] ?? 0), pieces: [piece] });
}

function linkAt({ link }: Reader, node: number): Url | null {
  return link !== null && node < link.end ? link.href : null;
}

/** The nearest element around a node that stands on lines of its own. */
function blockOf(tree: Tree, node: number): number {
  let at = tree.parent[node] ?? 0;
  while (at > 0 && INLINE.has(tree.tag[at] ?? 0)) at = tree.parent[at] ?? 0;
  return at;
}

function kindOf(tag: number): PageLine['kind'] {
  if (HEADINGS.includes(tag)) return 'heading';
  return ITEMS.includes(tag) ? 'item' : 'text';
}

function baseOf(tree: Tree, url: Url): Url {
  const node = tree.tag.indexOf(TAG.base);
  const href = node < 0 ? null : attributeOf(tree, node, ATTRIBUTE.href);
  return (href === null ? null : resolveUrl(href, url)) ?? url;
}

/** A title is text that markup cannot interrupt. */
function titleAt(tree: Tree, node: number): string {
  const inside = node + 1;
  if (inside >= (tree.end[node] ?? 0) || isElement(tree, inside)) return '';
  return tidy(decodeEntities(tree.source.slice(tree.start[inside], tree.stop[inside]), false));
}
