import { type Words, words } from '#base/column.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { UrlBook } from '#base/url-book.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { PageFacts } from '#domain/page.ts';
import type { ListNumbers, ListPage } from './join-lists.ts';
import type { NavigationPlace } from './site-navigation.ts';

/** A page of a list as channels are assembled from it. */
export interface Member extends ListPage {
  title: string;
  breadcrumb: PageFacts['breadcrumb'];
  /** Addresses of its rows by their numbers in the book, those of its frames and data included. */
  rows: Iterable<number>;
  place: NavigationPlace | null;
}

/** What is read of such a page. */
interface Entrant extends Omit<Member, 'rows' | 'pagerUrls'> {
  pagerUrls: readonly Url[];
  /** Null for a row that links nowhere. */
  rowUrls: readonly (Url | null)[];
}

/** What pages of one channel say alike. */
type Said = Pick<Member, 'name' | 'path' | 'kind' | 'isInteraction' | 'title' | 'breadcrumb'>;

/** The number of a row that links nowhere. */
const NOWHERE = 0xffffffff;

/**
 * The pages of all lists of a site, of which a site of a million pages has fifty thousand:
 * addresses by their numbers in the book, what pages of one channel say alike is held once. Some
 * 250 bytes a page.
 */
export class ListMembers implements ListNumbers {
  readonly #book: UrlBook;
  readonly #said = new Map<string, Said>();
  readonly #numbers = words();

  constructor(book: UrlBook) {
    this.#book = book;
  }

  /** The number of the address that a page or one named by a pager goes under. */
  numberOf(url: Url): number {
    return this.#book.add(targetKey(url));
  }

  enter(entrant: Entrant): Member {
    const { url, finalUrl, pagerUrls, rowUrls, place } = entrant;
    const from = this.#numbers.length;
    for (const one of pagerUrls) this.#numbers.push(this.#book.add(one));
    const middle = this.#numbers.length;
    for (const one of rowUrls) this.#numbers.push(one === null ? NOWHERE : this.#book.add(one));
    const parts = { from, middle, end: this.#numbers.length };
    const ids = { url: this.#book.add(url), final: this.#book.add(finalUrl) };
    return new KeptMember(this.#book, this.#numbers, this.#saidBy(entrant), { place, ids, parts });
  }

  #saidBy({ name, path, kind, isInteraction, title, breadcrumb }: Entrant): Said {
    const said = { name, path, kind, isInteraction, title, breadcrumb };
    const text = JSON.stringify(said);
    const known = this.#said.get(text);
    if (known === undefined) this.#said.set(text, said);
    return known ?? said;
  }
}

/** A member's own: where it hangs, its addresses, and where its numbers stand. */
interface Own {
  place: NavigationPlace | null;
  ids: { url: number; final: number };
  /** The pager's from `from` on, the rows' from `middle` on. */
  parts: { from: number; middle: number; end: number };
}

class KeptMember implements Member {
  readonly place: NavigationPlace | null;
  readonly #book: UrlBook;
  readonly #numbers: Words;
  readonly #said: Said;
  readonly #url: number;
  readonly #final: number;
  readonly #from: number;
  readonly #middle: number;
  readonly #end: number;

  constructor(book: UrlBook, numbers: Words, said: Said, { place, ids, parts }: Own) {
    this.place = place;
    this.#book = book;
    this.#numbers = numbers;
    this.#said = said;
    this.#url = ids.url;
    this.#final = ids.final;
    this.#from = parts.from;
    this.#middle = parts.middle;
    this.#end = parts.end;
  }

  get url(): Url {
    return this.#book.urlOf(this.#url);
  }

  get finalUrl(): Url {
    return this.#book.urlOf(this.#final);
  }

  get name(): string | null {
    return this.#said.name;
  }

  get path(): readonly string[] {
    return this.#said.path;
  }

  get kind(): ChannelKind {
    return this.#said.kind;
  }

  get isInteraction(): boolean {
    return this.#said.isInteraction;
  }

  get title(): string {
    return this.#said.title;
  }

  get breadcrumb(): PageFacts['breadcrumb'] {
    return this.#said.breadcrumb;
  }

  get pagerUrls(): readonly Url[] {
    const length = this.#middle - this.#from;
    return Array.from({ length }, (_, at) => this.#book.urlOf(this.#numbers.get(this.#from + at)));
  }

  get rows(): Iterable<number> {
    return this.#rows();
  }

  *#rows(): Generator<number> {
    for (let at = this.#middle; at < this.#end; at++) yield this.#numbers.get(at);
  }
}
