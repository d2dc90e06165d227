import type { Link } from '#domain/page.ts';
import type { Url } from '#base/url.ts';
import { addressAt, type PageAddresses } from './page-addresses.ts';
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
    const known = knownLink(links, anchor.address, kind);
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
  if ((sheet.addresses.urls[address] ?? null) === null) return;
  const known = knownLink(links, address, kind);
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
  addresses: PageAddresses;
  /** By kind and first number of an address: the place of its link in `all` and one more. */
  places: Int32Array;
  /** So many addresses have a place. */
  room: number;
}

function newLinks({ addresses }: Sheet): Links {
  // Each attribute adds one address at most.
  const room = addresses.urls.length + addresses.attribute.length;
  return { all: [], addresses, places: newInt32s(room * KINDS.length), room };
}

/** The link of a kind to an address that is known already, be it written differently. */
function knownLink({ all, addresses, places, room }: Links, address: number, kind: number) {
  const first = addresses.same[address] ?? address;
  const place = places[kind * room + first] ?? 0;
  return place > 0 ? (all[place - 1] ?? null) : null;
}

function add({ all, addresses, places, room }: Links, address: number, kind: number, text: string) {
  all.push({ url: addresses.urls[address] ?? '', text, as: KINDS[kind] || 'a' });
  places[kind * room + (addresses.same[address] ?? address)] = all.length;
}
