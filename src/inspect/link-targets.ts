import { words, bytes } from '#base/column.ts';
import { LastFew } from '#base/last-few.ts';
import { sortNumbers } from '#base/sort-numbers.ts';
import { targetKey, type Url } from '#base/url.ts';
import { linkBits } from './link-lists.ts';
import type { SitePages } from './site-pages.ts';

/** Something a page of the site links to or loads, known once however often it is linked. */
export interface LinkTarget {
  /** The number of its key in the ledger's book. */
  readonly id: number;
  readonly key: string;
  /** As written in the page it was found on. */
  readonly url: Url;
  /** Whether some link writes it otherwise than its key. */
  readonly isAliased: boolean;
  /** The homepage where it shows the link, else the smallest address of the shallowest pages. */
  readonly foundOn: Url;
  readonly anchorText: string | null;
  readonly onHomepage: boolean;
  /** Whether some link to it is a reader's way (not only a picture). */
  readonly isFollowed: boolean;
  /** Whether some link to it says in its text that it leads to the homepage. */
  readonly isCalledHomepage: boolean;
}

/** The homepage: its address, and the keys it goes under (asked and final). */
export interface HomeAddress {
  url: Url;
  keys: ReadonlySet<string>;
  unit: string;
}

/** Pages whose links are kept at hand: so few that the engine still has them among the young. */
const MOST_PAGES = 4;

const IS_FOLLOWED = 1;
const IS_CALLED_HOMEPAGE = 2;
const ON_HOMEPAGE = 4;

/**
 * The distinct targets of a site's pages, by key, each found on the nearest page to the homepage:
 * in columns, each made into a value when it is looked at.
 */
export class LinkTargets implements Iterable<LinkTarget> {
  readonly #pages: SitePages;
  readonly #home: HomeAddress;
  /** By key: one more than the page it was found on first. */
  readonly #foundOn = words();
  readonly #bits = bytes();
  /** Keys in their order. */
  readonly #keys: Uint32Array;
  /** Links of pages that were asked about last. */
  readonly #shown = new LastFew<number, Map<number, { url: Url; text: string }>>(MOST_PAGES);
  /** Pages that are the homepage, nearest first. */
  readonly #homepages: number[] = [];

  constructor(pages: SitePages, home: HomeAddress) {
    this.#pages = pages;
    this.#home = home;
    const found = words();
    for (const page of nearestFirst(pages, home)) this.#add(page, found);
    const { book } = pages.ledger;
    // `Uint32Array.from` would list the numbers first, as values.
    this.#keys = new Uint32Array(found.length);
    for (let at = 0; at < found.length; at++) this.#keys[at] = found.get(at);
    sortNumbers(this.#keys, (a, b) => book.compare(a, b));
  }

  get length(): number {
    return this.#keys.length;
  }

  *[Symbol.iterator](): Generator<LinkTarget> {
    for (const id of this.#keys) yield this.#target(id);
  }

  /** The target of a key; null where no page links to it. */
  get(key: string): LinkTarget | null {
    const id = this.#pages.ledger.book.idOf(key);
    return id < 0 || this.#foundOn.get(id) === 0 ? null : this.#target(id);
  }

  #add(page: number, found: ReturnType<typeof words>): void {
    const onHomepage = this.#home.keys.has(this.#pages.keyOf(page));
    if (onHomepage) this.#homepages.push(page);
    for (const link of this.#pages.links(page)) {
      const id = link >>> linkBits.shift;
      let bits = this.#bits.get(id);
      if (this.#foundOn.get(id) === 0) {
        this.#foundOn.set(id, page + 1);
        found.push(id);
        if (onHomepage) bits |= ON_HOMEPAGE;
      }
      if ((link & linkBits.isImage) === 0) bits |= IS_FOLLOWED;
      if ((link & linkBits.saysHomepage) !== 0) bits |= IS_CALLED_HOMEPAGE;
      this.#bits.set(id, bits);
    }
  }

  #target(id: number): LinkTarget {
    return new Target(this, id);
  }

  /** The parts of a target, by the number of its key: each is made when it is asked for. */
  urlOf(id: number): Url {
    const { ledger } = this.#pages;
    const key = ledger.book.urlOf(id);
    return ledger.links.isAliased(id) ? (this.#shownOn(this.#pageOf(id), id)?.url ?? key) : key;
  }

  keyOf(id: number): string {
    return this.#pages.ledger.book.urlOf(id);
  }

  isAliased(id: number): boolean {
    return this.#pages.ledger.links.isAliased(id);
  }

  foundOnOf(id: number): Url {
    return this.is(id, ON_HOMEPAGE) ? this.#home.url : this.#pages.urlOf(this.#pageOf(id));
  }

  is(id: number, bit: number): boolean {
    return (this.#bits.get(id) & bit) !== 0;
  }

  /** The first words that a link to it has on the page it was found on. */
  anchorTextOf(id: number): string | null {
    const pages = this.is(id, ON_HOMEPAGE) ? this.#homepages : [this.#pageOf(id)];
    for (const page of pages) {
      const said = this.#shownOn(page, id)?.text ?? '';
      if (said !== '') return said;
    }
    return null;
  }

  #pageOf(id: number): number {
    return this.#foundOn.get(id) - 1;
  }

  /** How a page shows a target: as written first, with the first words that a link to it has. */
  #shownOn(page: number, id: number): { url: Url; text: string } | undefined {
    let shown = this.#shown.get(page);
    if (shown === undefined) {
      // A page may have twenty thousand links that lead nowhere: it is gone through once.
      shown = this.#linksOf(page);
      this.#shown.set(page, shown);
    }
    return shown.get(id);
  }

  #linksOf(page: number): Map<number, { url: Url; text: string }> {
    const { book } = this.#pages.ledger;
    const shown = new Map<number, { url: Url; text: string }>();
    for (const { url, text } of this.#pages.linksOf(page)) {
      const id = book.idOf(targetKey(url));
      const known = shown.get(id);
      if (known === undefined) shown.set(id, { url, text: text.trim() });
      else if (known.text === '') known.text = text.trim();
    }
    return shown;
  }
}

/** A target that is told by the table: a million of them are gone through with hardly any cost. */
class Target implements LinkTarget {
  readonly #of: LinkTargets;
  readonly id: number;

  constructor(of: LinkTargets, id: number) {
    this.#of = of;
    this.id = id;
  }

  get key(): string {
    return this.#of.keyOf(this.id);
  }

  get url(): Url {
    return this.#of.urlOf(this.id);
  }

  get isAliased(): boolean {
    return this.#of.isAliased(this.id);
  }

  get foundOn(): Url {
    return this.#of.foundOnOf(this.id);
  }

  get anchorText(): string | null {
    return this.#of.anchorTextOf(this.id);
  }

  get onHomepage(): boolean {
    return this.#of.is(this.id, ON_HOMEPAGE);
  }

  get isFollowed(): boolean {
    return this.#of.is(this.id, IS_FOLLOWED);
  }

  get isCalledHomepage(): boolean {
    return this.#of.is(this.id, IS_CALLED_HOMEPAGE);
  }
}

/** Pages by clicks from the homepage, then by address; last those that no click leads to. */
function nearestFirst(pages: SitePages, home: HomeAddress): Uint32Array {
  const depths = pageDepths(pages, home);
  const order = Uint32Array.from({ length: pages.count }, (_, page) => page);
  // Pages stand by address already, and sorting keeps the order of equals.
  return sortNumbers(order, (a, b) => (depths[a] ?? 0) - (depths[b] ?? 0));
}

const NO_CLICK = 0xffffffff;

/** Clicks from the homepage to each page. */
function pageDepths(pages: SitePages, home: HomeAddress): Uint32Array {
  const depths = new Uint32Array(pages.count).fill(NO_CLICK);
  let shore = words();
  for (const key of home.keys) {
    const page = pages.find(key);
    if (page >= 0) shore.push(page);
  }
  for (let at = 0; at < shore.length; at++) depths[shore.get(at)] = 0;
  for (let depth = 1; shore.length > 0; depth++) {
    const next = words();
    for (let at = 0; at < shore.length; at++) {
      for (const link of pages.links(shore.get(at))) {
        const page = pages.findById(link >>> linkBits.shift);
        if (page < 0 || depths[page] !== NO_CLICK) continue;
        depths[page] = depth;
        next.push(page);
      }
    }
    shore = next;
  }
  return depths;
}

/** Orders texts by code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
