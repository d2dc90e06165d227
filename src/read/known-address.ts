import { encodeQuery } from '#base/charset.ts';
import { resolveUrl, type Url } from '#base/url.ts';
import { decodeEntities } from './entities.ts';
import type { KnownAddress } from './page-memory.ts';
import type { Sheet } from './sheet.ts';
import { copyOfSpan, hashOfSpan, isSpan, slotOf } from './spans.ts';

type Place = Pick<Sheet, 'base' | 'charset'>;

/**
 * The address in an attribute (its place in `Tree.attributes`), as written and where it leads.
 * Menus come again on every page of a site: what was resolved before is remembered.
 */
export function addressAt(
  sheet: Pick<Sheet, 'tree' | 'lexicon'> & Place,
  attribute: number,
): Pick<KnownAddress, 'href' | 'url'> {
  const { source, codes, attributes } = sheet.tree;
  const { addresses, seenOnce } = sheet.lexicon.memory;
  const from = attributes.from[attribute] ?? 0;
  const to = attributes.to[attribute] ?? 0;
  if (sheet.base !== known.base) known = seenFrom(sheet.base);
  const isFromRoot = codes[from] === 0x2f && to > from;
  const place = isFromRoot ? known.origin : known.folder;
  const hash = hashOfSpan(codes, from, to, place.length);
  const slot = slotOf(hash, addresses.length);
  const before = addresses[slot];
  if (before && before.place === place && isSpan(codes, from, to, before.written)) return before;
  // Most addresses never come again: a copy is made of one that came twice.
  const isNew = seenOnce[slot] !== hash;
  seenOnce[slot] = hash;
  const written = isNew ? source.slice(from, to) : copyOfSpan(codes, from, to);
  const href = decodeEntities(written, true);
  const address = { place, written, href, url: addressOf(sheet, href) };
  if (!isNew && LASTS.test(href)) addresses[slot] = address;
  return address;
}

/** What leads to the same place from all pages of a folder: no bare query, nothing to be mended. */
const LASTS = /^(?!\?|https?:(?!\/\/))[!-~]+$/i;

/** Host and folder of the page whose links were read last. */
let known = { base: '', origin: '', folder: '' };

function seenFrom(base: Url): typeof known {
  const mark = base.indexOf('?');
  const path = mark < 0 ? base : base.slice(0, mark);
  const origin = base.slice(0, base.indexOf('/', base.indexOf('//') + 2));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  // The same text as before is compared fastest when it is the same string.
  return {
    base,
    origin: origin === known.origin ? known.origin : origin,
    folder: folder === known.folder ? known.folder : folder,
  };
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
