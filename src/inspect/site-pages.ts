import { words } from '#base/column.ts';
import { sortNumbers } from '#base/sort-numbers.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { Link } from '#domain/page.ts';
import type { VisitPurpose } from '#domain/visit.ts';
import { linkBits } from './link-lists.ts';
import { type IsOwn, linksOf, type PageView } from './page-view.ts';
import { marks, type SiteLedger } from './site-ledger.ts';

const PAGE_PURPOSES: ReadonlySet<VisitPurpose> = new Set(['page', 'homepage', 'frame']);

/** What decides which visits are pages of a site. */
export interface PageRules {
  isOwn: IsOwn;
  /** Keys of the homepage, which is a page even where it is framed. */
  homeKeys: ReadonlySet<string>;
  /** A page as look 0 sees it. */
  view(url: Url): PageView;
  /** Whether any page can be: nothing tells it where the site says 404. */
  mayBeMissing: boolean;
  /** Whether a page that was answered is the answer to what does not exist. */
  isMissing(number: number, url: Url): boolean;
}

/**
 * The pages of a site that were read at look 0, by number from 0 in order of their addresses,
 * frames left to the pages that show them.
 */
export class SitePages {
  readonly ledger: SiteLedger;
  readonly #view: PageRules['view'];
  /** By page: the visit that shows it best. */
  #best = new Uint32Array();
  /** The address as asked first, by its number, where the best visit asked otherwise. */
  #urls = new Map<number, number>();
  /** By key: one more than the page. */
  readonly #pages = words();

  constructor(ledger: SiteLedger, rules: PageRules) {
    this.ledger = ledger;
    this.#view = rules.view;
    this.#arrange(this.#read(rules));
    const frames = this.#framesOnly();
    for (const key of frames) if (rules.homeKeys.has(key)) frames.delete(key);
    if (frames.size > 0) this.#leaveOut((page) => frames.has(this.keyOf(page)));
    if (rules.mayBeMissing) {
      this.#leaveOut((page) => rules.isMissing(this.visitOf(page), this.urlOf(page)));
    }
  }

  get count(): number {
    return this.#best.length;
  }

  urlOf(page: number): Url {
    return this.ledger.book.urlOf(this.#urls.get(page) ?? this.ledger.urlId(this.visitOf(page)));
  }

  keyOf(page: number): string {
    return this.ledger.book.urlOf(this.keyIdOf(page));
  }

  /** The number in the book of a page's key. */
  keyIdOf(page: number): number {
    return this.ledger.keyId(this.visitOf(page));
  }

  /** The visit that shows a page best at look 0. */
  visitOf(page: number): number {
    return this.#best[page] ?? 0;
  }

  /** The page of a key; -1 when there is none. */
  find(key: string): number {
    const id = this.ledger.book.idOf(key);
    return id < 0 ? -1 : this.findById(id);
  }

  /** The same by the key's number in the book. */
  findById(id: number): number {
    return this.#pages.get(id) - 1;
  }

  /** All links of a page as numbers (`linkBits`), those of its frames and data included. */
  links(page: number): Iterable<number> {
    const number = this.visitOf(page);
    if (!this.ledger.is(number, marks.hasParts)) return this.ledger.links.of(number);
    return this.linksOf(page).map((link) => this.ledger.links.code(link));
  }

  /** The same links as they stand there. */
  linksOf(page: number): readonly Link[] {
    return linksOf(this.#view(this.urlOf(page)));
  }

  /** The visits to pages that were read and are the site's own: of each address the first. */
  #read({ isOwn }: PageRules): Uint32Array {
    const { ledger } = this;
    const { book } = ledger;
    const found = words();
    for (let number = 0; number < ledger.count; number++) {
      const isPage = PAGE_PURPOSES.has(ledger.purpose(number));
      if (ledger.look(number) !== 0 || !isPage || this.#pages.get(ledger.keyId(number)) > 0) {
        continue;
      }
      const best = ledger.findById(ledger.keyId(number), 0);
      if (!ledger.isRead(best) || !isOwn(book.urlOf(ledger.finalId(best)))) continue;
      this.#pages.set(ledger.keyId(number), 1);
      found.push(number);
    }
    return Uint32Array.from({ length: found.length }, (_, at) => found.get(at));
  }

  #arrange(visits: Uint32Array): void {
    const { ledger } = this;
    sortNumbers(visits, (a, b) => ledger.book.compare(ledger.urlId(a), ledger.urlId(b)));
    this.#best = visits.map((number) => ledger.findById(ledger.keyId(number), 0));
    for (const [page, number] of visits.entries()) {
      this.#pages.set(ledger.keyId(number), page + 1);
      const url = ledger.urlId(number);
      if (url !== ledger.urlId(this.visitOf(page))) this.#urls.set(page, url);
    }
  }

  #leaveOut(isOut: (page: number) => boolean): void {
    const stay: number[] = [];
    for (let page = 0; page < this.count; page++) {
      if (!isOut(page)) stay.push(page);
    }
    if (stay.length === this.count) return;
    for (let page = 0; page < this.count; page++) this.#pages.set(this.keyIdOf(page), 0);
    const urls = new Map<number, number>();
    for (const [at, page] of stay.entries()) {
      const url = this.#urls.get(page);
      if (url !== undefined) urls.set(at, url);
    }
    this.#urls = urls;
    this.#best = Uint32Array.from(stay, (page) => this.#best[page] ?? 0);
    for (let page = 0; page < this.count; page++) this.#pages.set(this.keyIdOf(page), page + 1);
  }

  /** Keys of what other pages frame and no page links to: parts of pages, not pages. */
  #framesOnly(): Set<string> {
    const { ledger } = this;
    const frames = new Set<string>();
    for (let page = 0; page < this.count; page++) {
      const number = this.visitOf(page);
      const facts = ledger.is(number, marks.hasFrames) ? ledger.saved.facts(number) : null;
      for (const frame of facts?.frames ?? []) frames.add(targetKey(frame));
      if (facts?.leadsTo) frames.add(targetKey(facts.leadsTo));
    }
    if (frames.size === 0) return frames;
    for (let page = 0; page < this.count; page++) {
      for (const link of ledger.links.of(this.visitOf(page))) {
        const isAnchor = (link & linkBits.isAnchor) !== 0;
        if (isAnchor) frames.delete(ledger.book.urlOf(link >>> linkBits.shift));
      }
    }
    return frames;
  }
}
