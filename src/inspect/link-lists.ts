import { shorts, words } from '#base/column.ts';
import { Lengths } from '#base/lengths.ts';
import { targetKey } from '#base/url.ts';
import type { UrlBook } from '#base/url-book.ts';
import type { Link, PageFacts } from '#domain/page.ts';

/** Not more than this many navigations are told apart; pages with others are read again. */
const MOST_NAVIGATIONS = 1000;

/** Runs that are kept once; a site whose pages begin in more ways pays for each page's links. */
const MOST_RUNS = 20_000;

/** The page before: its links, as numbers too, and the runs it begins and ends with. */
interface Told {
  links: readonly Link[];
  codes: Uint32Array;
  head: number;
  headRun: number;
  tail: number;
  tailRun: number;
}

/**
 * A link in one number: the number of its target's key in the book, how it is made, whether its
 * text says that it leads to the homepage, whether it is written otherwise than its key.
 */
export const linkBits = { isImage: 1, isAnchor: 2, saysHomepage: 4, shift: 3 } as const;

/**
 * The links of all pages, by the number of the visit. Pages of a template begin and end alike:
 * such runs are kept once, so that a page costs its own few links.
 */
export class LinkLists {
  readonly #book: UrlBook;
  readonly #unit: string;
  readonly #runs: Uint32Array[] = [new Uint32Array()];
  readonly #runsByText = new Map<string, number>([['', 0]]);
  /** By visit: the runs it begins and ends with, and its own links in `#own`. */
  readonly #head = shorts();
  readonly #tail = shorts();
  readonly #places = new Lengths();
  readonly #own = words();
  readonly #navigation = shorts();
  readonly #navigations: PageFacts['navigation'][] = [];
  readonly #navigationsByText = new Map<string, number>();
  /** By key: whether some link to it is written otherwise. */
  readonly #aliased = new Set<number>();
  #last: Told = { links: [], codes: new Uint32Array(), head: 0, headRun: 0, tail: 0, tailRun: 0 };
  #lastNavigation: { of: PageFacts['navigation'] | null; at: number } = { of: null, at: 0 };

  constructor(book: UrlBook, unit: string) {
    this.#book = book;
    this.#unit = unit;
  }

  /** Notes the links of a page that was read. */
  add(number: number, { links, navigation }: PageFacts): void {
    const last = this.#last;
    const most = Math.min(links.length, last.links.length);
    const codes = new Uint32Array(links.length);
    let head = 0;
    for (; head < most && links[head] === last.links[head]; head++) {
      codes[head] = last.codes[head] ?? 0;
    }
    let tail = 0;
    const [end, lastEnd] = [links.length - 1, last.links.length - 1];
    for (; tail < most - head && links[end - tail] === last.links[lastEnd - tail]; tail++) {
      codes[end - tail] = last.codes[lastEnd - tail] ?? 0;
    }
    for (let at = head; at < links.length - tail; at++) codes[at] = this.code(links[at] as Link);
    if (this.#runs.length > MOST_RUNS) [head, tail] = [0, 0];
    const headRun = head === last.head ? last.headRun : this.#runOf(codes.subarray(0, head));
    const tailCodes = codes.subarray(codes.length - tail);
    const tailRun = tail === last.tail ? last.tailRun : this.#runOf(tailCodes);
    this.#last = { links, codes, head, headRun, tail, tailRun };
    this.#keep(number, this.#last);
    this.#navigation.set(number, this.#navigationOf(navigation));
  }

  #keep(number: number, { codes, head, headRun, tail, tailRun }: Told): void {
    this.#head.set(number, headRun);
    this.#tail.set(number, tailRun);
    this.#places.add(number, codes.length - head - tail);
    for (let at = head; at < codes.length - tail; at++) this.#own.push(codes[at] ?? 0);
  }

  #runOf(codes: Uint32Array): number {
    const text = codes.join();
    const known = this.#runsByText.get(text);
    if (known !== undefined) return known;
    const run = this.#runs.push(codes.slice()) - 1;
    this.#runsByText.set(text, run);
    return run;
  }

  #navigationOf(navigation: PageFacts['navigation']): number {
    if (this.#lastNavigation.of === navigation) return this.#lastNavigation.at;
    const text = JSON.stringify(navigation);
    let at = this.#navigationsByText.get(text) ?? 0;
    if (at === 0 && this.#navigations.length < MOST_NAVIGATIONS) {
      at = this.#navigations.push(navigation);
      this.#navigationsByText.set(text, at);
    }
    this.#lastNavigation = { of: navigation, at };
    return at;
  }

  /** A link as a number. */
  code({ url, text, as }: Link): number {
    const key = targetKey(url);
    const id = this.#book.add(key);
    if (key !== url) this.#aliased.add(id);
    return (
      id * 2 ** linkBits.shift +
      (as === 'img' ? linkBits.isImage : as === 'a' || as === 'area' ? linkBits.isAnchor : 0) +
      (saysHomepage(text, this.#unit) ? linkBits.saysHomepage : 0)
    );
  }

  /** The links of a page, in order. */
  *of(number: number): Generator<number> {
    yield* this.#runs[this.#head.get(number)] ?? [];
    const length = this.#places.lengthOf(number);
    const from = length === 0 ? 0 : this.#places.startOf(number);
    for (let at = from; at < from + length; at++) yield this.#own.get(at);
    yield* this.#runs[this.#tail.get(number)] ?? [];
  }

  /** The number of a page's navigation, from 1; 0 where it must be read anew. */
  navigationAt(number: number): number {
    return this.#navigation.get(number);
  }

  /** The navigation of such a number. */
  navigation(at: number): PageFacts['navigation'] {
    return this.#navigations[at - 1] ?? [];
  }

  /** Whether some link to a key is written otherwise than the key. */
  isAliased(id: number): boolean {
    return this.#aliased.has(id);
  }
}

const HOMEPAGE_WORDS = /^(?:(?:返回|回到?|网站|本站)*(?:首页|主页)|home(?:\s*page)?)$/iu;
/** The homepage for another device or another reader: it may well end on the one for all. */
const VARIANT_WORDS =
  /^(?:手机|移动|触屏|电脑|wap|无障碍|长者|适老)(?:版|网站|端|浏览|阅读|模式)*$/iu;
const EDGE_SIGNS = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

function saysHomepage(text: string, unit: string): boolean {
  if (text.length > 40) return false;
  const found = text.replace(EDGE_SIGNS, '');
  if (found === '') return false;
  return found === unit || HOMEPAGE_WORDS.test(found) || VARIANT_WORDS.test(found);
}
