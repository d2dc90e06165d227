import type { Link } from '#domain/page.ts';
import type { Url } from '#base/url.ts';
import { addressAt } from './page-addresses.ts';
import type { Sheet } from './sheet.ts';
import { ATTRIBUTE, attributeAt, attributeOf, TAG, textOf, tidy } from './tree.ts';
import { newInt32s } from './working-memory.ts';

/**
 * What a reader can follow or must load, in document order: `a`, `area`, `img`, `frame`,
 * `iframe`; no form actions, comments, scripts, empty or `#` addresses. Each pair of address and
 * kind once, with the first text that says something.
 */
export function readLinks(sheet: Sheet): Link[] {
  const { tree } = sheet;
  const links = newLinks(sheet);
  let next = 0;
  for (let node = 0; node < tree.tag.length; node++) {
    const kind = KIND_OF_TAG[tree.tag[node] ?? 0] ?? 0;
    if (kind === 0) continue;
    if (kind > 1) {
      addLoaded(sheet, links, node, kind);
      continue;
    }
    const anchor = sheet.anchors[next];
    if (anchor?.node !== node) continue;
    next++;
    if (anchor.url === null) continue;
    const known = knownLink(links, anchor.address, kind, anchor.url);
    if (known === null) add(links, anchor.address, kind, linkText(sheet, node, anchor.text));
    else if (known.text === '') known.text = linkText(sheet, node, anchor.text);
  }
  return links.all;
}

/** Pages shown in frames of this one. */
export function framesOf(links: readonly Link[]): Url[] {
  return links.filter(({ as }) => as === 'frame' || as === 'iframe').map(({ url }) => url);
}

function addLoaded(sheet: Sheet, links: Links, node: number, kind: number): void {
  const { tree } = sheet;
  const isArea = KINDS[kind] === 'area';
  const at = attributeAt(tree, node, isArea ? ATTRIBUTE.href : ATTRIBUTE.src);
  if (at < 0) return;
  const address = addressAt(sheet, at);
  const url = sheet.addresses.urls[address] ?? null;
  if (url === null) return;
  const known = knownLink(links, address, kind, url);
  if (known !== null && known.text !== '') return;
  const hasAlt = isArea || KINDS[kind] === 'img';
  const words = tidy(attributeOf(tree, node, hasAlt ? ATTRIBUTE.alt : ATTRIBUTE.title) ?? '');
  if (known === null) add(links, address, kind, words);
  else known.text = words;
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

/** What is led to or loaded by what, as numbers. */
const KINDS = ['', 'a', 'area', 'img', 'frame', 'iframe'] as const;
const KIND_OF_TAG = new Uint8Array(1 << 15);
for (const [kind, name] of KINDS.entries()) if (name !== '') KIND_OF_TAG[TAG[name]] = kind;

/** Links in order, and each kind by address. */
interface Links {
  all: Link[];
  urls: readonly (Url | null)[];
  /** By kind and number of an address: the place of its link in `all` and one more. */
  places: Int32Array;
  /** So many addresses have a place. */
  room: number;
  /** By kind: what is written differently may lead to the same. */
  known: Map<Url, Link>[];
}

function newLinks({ addresses }: Sheet): Links {
  const room = addresses.attribute.length;
  return {
    all: [],
    urls: addresses.urls,
    places: newInt32s(room * KINDS.length),
    room,
    known: KINDS.map(() => new Map()),
  };
}

/** The link of a kind to an address that is known already. */
function knownLink(links: Links, address: number, kind: number, url: Url): Link | null {
  if (address < links.room) {
    const place = links.places[kind * links.room + address] ?? 0;
    if (place > 0) return links.all[place - 1] ?? null;
  }
  return links.known[kind]?.get(url) ?? null;
}

function add(links: Links, address: number, kind: number, text: string): void {
  const link = { url: links.urls[address] ?? '', text, as: KINDS[kind] || 'a' } as const;
  links.known[kind]?.set(link.url, link);
  links.all.push(link);
  if (address < links.room) links.places[kind * links.room + address] = links.all.length;
}
