import type { Link } from '#domain/page.ts';
import type { Url } from '#base/url.ts';
import { addressOf, type Sheet } from './sheet.ts';
import { attributeOf, TAG, textOf, tidy } from './tree.ts';

/**
 * What a reader can follow or must load, in document order: `a`, `area`, `img`, `frame`,
 * `iframe`; no form actions, comments, scripts, empty or `#` addresses. Each pair of address and
 * kind once, with the first text that says something.
 */
export function readLinks(sheet: Sheet): Link[] {
  const { tree } = sheet;
  const links = new Map<string, Link>();
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
  return [...links.values()];
}

/** Pages shown in frames of this one. */
export function framesOf(links: readonly Link[]): Url[] {
  return links.filter(({ as }) => as === 'frame' || as === 'iframe').map(({ url }) => url);
}

function addLoaded(sheet: Sheet, links: Map<string, Link>, node: number, tag: number): void {
  const { tree } = sheet;
  const isArea = tag === TAG.area;
  const address = attributeOf(tree, node, isArea ? 'href' : 'src');
  const url = address === null ? null : addressOf(sheet, address);
  if (url === null) return;
  const as = isArea ? 'area' : tag === TAG.img ? 'img' : tag === TAG.frame ? 'frame' : 'iframe';
  const words = attributeOf(tree, node, isArea || as === 'img' ? 'alt' : 'title');
  add(links, url, as, tidy(words ?? ''));
}

function linkText(sheet: Sheet, node: number, text: string): string {
  if (text !== '') return text;
  const { tree } = sheet;
  for (let at = node + 1; at < (tree.end[node] ?? 0); at++) {
    if (tree.tag[at] !== TAG.img) continue;
    const alt = tidy(attributeOf(tree, at, 'alt') ?? attributeOf(tree, at, 'title') ?? '');
    if (alt !== '') return alt;
  }
  return tidy(attributeOf(tree, node, 'title') ?? textOf(tree, node));
}

function add(links: Map<string, Link>, url: Url, as: Link['as'], text: string): void {
  const key = `${as} ${url}`;
  const known = links.get(key);
  if (!known) links.set(key, { url, text, as });
  else if (known.text === '') known.text = text;
}
