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
  /** Seen from where they were resolved. */
  base: Url;
}

/** So many places are looked at for an address: hostile pages stay linear. */
const MOST_LOOKS = 8;

/** Room for the addresses of a page with so many attributes. */
export function newAddresses(attributes: number, base: Url): PageAddresses {
  let slots = 64;
  while (slots <= attributes) slots *= 2;
  return { urls: [], slots: newInt32s(slots), attribute: newInt32s(attributes + 1), base };
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
  // The signs that call for more than joining stand in the same walk.
  let hash = to - from;
  let isPlain = true;
  for (let at = from; at < to; at++) {
    const code = codes[at] ?? 0;
    hash = (Math.imul(hash, 31) + code) | 0;
    if (code === AMPERSAND) isPlain = false;
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
  const plain = isPlain ? resolvePlainSpan(span, sheet.base) : null;
  const number = addresses.urls.length;
  addresses.urls.push(plain ?? addressOf(sheet, decodeEntities(tree.source.slice(from, to), true)));
  if (number < addresses.attribute.length) addresses.attribute[number] = attribute;
  return number;
}

const AMPERSAND = 0x26;

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
