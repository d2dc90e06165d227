import type { Link } from '#domain/page.ts';
import type { Url } from '#base/url.ts';
import { addressAt } from './known-address.ts';
import type { Sheet } from './sheet.ts';
import { ATTRIBUTE, attributeAt, attributeOf, TAG, textOf, tidy } from './tree.ts';

/**
 * What a reader can follow or must load, in document order: `a`, `area`, `img`, `frame`,
 * `iframe`; no form actions, comments, scripts, empty or `#` addresses. Each pair of address and
 * kind once, with the first text that says something.
 */
export function readLinks(sheet: Sheet): Link[] {
  const { tree } = sheet;
  const links = newLinks();
  let next = 0;
  for (let node = 0; node < tree.tag.length; node++) {
    const tag = tree.tag[node];
    if (tag === TAG.a) {
      const anchor = sheet.anchors[next];
      if (anchor?.node !== node) continue;
      next++;
      if (anchor.url) add(links, anchor.url, 'a', linkText(sheet, node, anchor.text));
    } else if (tag === TAG.img || tag === TAG.iframe || tag === TAG.frame || tag === TAG.area) {
      addLoaded(sheet, links, node, tag);
    }
  }
  return links.all;
}

/** Pages shown in frames of this one. */
export function framesOf(links: readonly Link[]): Url[] {
  return links.filter(({ as }) => as === 'frame' || as === 'iframe').map(({ url }) => url);
}

function addLoaded(sheet: Sheet, links: Links, node: number, tag: number): void {
  const { tree } = sheet;
  const isArea = tag === TAG.area;
  const at = attributeAt(tree, node, isArea ? ATTRIBUTE.href : ATTRIBUTE.src);
  const url = at < 0 ? null : addressAt(sheet, at).url;
  if (url === null) return;
  const as = isArea ? 'area' : tag === TAG.img ? 'img' : tag === TAG.frame ? 'frame' : 'iframe';
  const words = attributeOf(tree, node, isArea || as === 'img' ? ATTRIBUTE.alt : ATTRIBUTE.title);
  add(links, url, as, tidy(words ?? ''));
}

function linkText(sheet: Sheet, node: number, text: string): string {
  if (text !== '') return text;
  const { tree } = sheet;
  for (let at = node + 1; at < (tree.end[node] ?? 0); at++) {
    if (tree.tag[at] !== TAG.img) continue;
    const alt = tidy(
      attributeOf(tree, at, ATTRIBUTE.alt) ?? attributeOf(tree, at, ATTRIBUTE.title) ?? '',
    );
    if (alt !== '') return alt;
  }
  return tidy(attributeOf(tree, node, ATTRIBUTE.title) ?? textOf(tree, node));
}

/** Links in order, and each kind by address. */
interface Links {
  all: Link[];
  known: Record<Link['as'], Map<Url, Link>>;
}

function newLinks(): Links {
  const [a, area, img, frame, iframe] = [new Map(), new Map(), new Map(), new Map(), new Map()];
  return { all: [], known: { a, area, img, frame, iframe } };
}

function add(links: Links, url: Url, as: Link['as'], text: string): void {
  const known = links.known[as].get(url);
  if (known) {
    if (known.text === '') known.text = text;
    return;
  }
  const link = { url, text, as };
  links.known[as].set(url, link);
  links.all.push(link);
}
