import { encodeQuery } from '#base/charset.ts';
import { resolvePlainSpan, resolveUrl, type Url } from '#base/url.ts';
import { decodeEntities } from './entities.ts';
import type { Sheet } from './sheet.ts';
import { isSameSpan } from './spans.ts';
import { newInt32s } from './working-memory.ts';

type Place = Pick<Sheet, 'base' | 'charset'>;

/**
 * The addresses a page has written in attributes, by number. Half of them come again (picture and
 * title of an entry, menus for phones): each is resolved once.
 */
export interface PageAddresses {
  /** Where each leads; null to nowhere. */
  urls: (Url | null)[];
  /** A hash table: behind each hash the number of the address and one more; 0 in empty places. */
  slots: Int32Array;
  /** By number: the attribute that had it first. */
  attribute: Int32Array;
  /** By number: the first that leads to the same, though it be written differently. */
  same: number[];
  /** A hash table by where addresses lead; what finds no place in it stands in the map. */
  targets: Int32Array;
  crowded: Map<Url, number>;
  /** Seen from where they were resolved. */
  base: Url;
}

/** So many places are looked at for an address: hostile pages stay linear. */
const MOST_LOOKS = 8;

/** Room for the addresses of a page with so many attributes. */
export function newAddresses(attributes: number, base: Url): PageAddresses {
  let slots = 64;
  while (slots <= attributes) slots *= 2;
  return {
    urls: [],
    slots: newInt32s(slots),
    attribute: newInt32s(attributes + 1),
    same: [],
    targets: newInt32s(slots),
    crowded: new Map(),
    base,
  };
}

/** The number of the address in an attribute (its place in `Tree.attributes`). */
export function addressAt(
  sheet: Pick<Sheet, 'tree' | 'addresses'> & Place,
  attribute: number,
): number {
  const { tree, addresses } = sheet;
  const { codes, attributes } = tree;
  if (sheet.base !== addresses.base) {
    addresses.base = sheet.base;
    addresses.slots.fill(0);
  }
  const { slots } = addresses;
  const from = attributes.from[attribute] ?? 0;
  const to = attributes.to[attribute] ?? 0;
  let hash = to - from;
  // Addresses differ at their end.
  for (let at = Math.max(from, to - LONG_END); at < to; at++) {
    hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0;
  }
  let slot = hash ^ (hash >>> 15);
  for (let look = 0; look < MOST_LOOKS; look++, slot++) {
    slot &= slots.length - 1;
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0) {
      slots[slot] = addresses.urls.length + 1;
      break;
    }
    const first = addresses.attribute[number] ?? 0;
    const start = attributes.from[first] ?? 0;
    if (isSameSpan(codes, from, to, start, attributes.to[first] ?? 0)) return number;
  }
  const span = { source: tree.source, codes, from, to };
  const plain = resolvePlainSpan(span, sheet.base);
  const number = addresses.urls.length;
  const url = plain ?? addressOf(sheet, decodeEntities(tree.source.slice(from, to), true));
  addresses.urls.push(url);
  if (number < addresses.attribute.length) addresses.attribute[number] = attribute;
  const climbs = codes[from] === DOT && codes[from + 1] === DOT;
  const end = plain === null || climbs || to - from < END + './'.length ? -1 : to;
  addresses.same.push(url === null ? number : firstTo(addresses, url, number, codes, end));
  return number;
}

/** So many characters are enough to know an address again by, in most cases. */
const LONG_END = 24;
/** So many characters at an address's end tell it from most others. */
const END = 12;
const DOT = 0x2e;

/**
 * The first number that leads to an address. Its end is read where it was written, in front of
 * `end`, if it stands there as it is: reading it from the address itself would copy that.
 */
function firstTo(
  { urls, targets, crowded }: PageAddresses,
  url: Url,
  number: number,
  codes: Uint16Array,
  end: number,
): number {
  let hash = url.length;
  for (let back = 1; back <= END; back++) {
    const code = end < 0 ? url.charCodeAt(url.length - back) : (codes[end - back] ?? 0);
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  let slot = hash ^ (hash >>> 15);
  for (let look = 0; look < MOST_LOOKS; look++, slot++) {
    slot &= targets.length - 1;
    const known = (targets[slot] ?? 0) - 1;
    if (known < 0) {
      targets[slot] = number + 1;
      return number;
    }
    if (urls[known] === url) return known;
  }
  const first = crowded.get(url);
  if (first === undefined) crowded.set(url, number);
  return first ?? number;
}

/** The address a reader of the page is led to; null when it is none that is fetched. */
export function addressOf({ base, charset }: Place, href: string): Url | null {
  const bare = href.trim();
  if (bare === '' || bare.startsWith('#')) return null;
  const mark = bare.indexOf('?');
  if (mark < 0 || charset.startsWith('utf') || !/[\u0080-\uffff]/.test(bare.slice(mark))) {
    return resolveUrl(bare, base);
  }
  const hash = bare.indexOf('#', mark);
  const query = bare.slice(mark + 1, hash < 0 ? undefined : hash);
  return resolveUrl(`${bare.slice(0, mark)}?${encodeQuery(query, charset)}`, base);
}
