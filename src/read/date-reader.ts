import type { CivilDate } from '#base/civil-date.ts';
import { type DateMatch, dateOfWhole, findDates } from './dates.ts';
import type { MonthNames } from './month-names.ts';
import {
  type DayOrder,
  dayOrderOf,
  findWordedDates,
  findYearLastDates,
  languageOf,
} from './worded-dates.ts';

/** A Chinese character. */
export const CJK = /[\u3400-\u9fff]/;

/** The same of short texts, which most are: a pattern costs more than a look at each character. */
function hasChinese(text: string): boolean {
  if (text.length > SHORT) return CJK.test(text);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) return true;
  }
  return false;
}

const SHORT = 60;
/** The shortest dates in letters, or with their year at the end: `1.1.19`. */
const SHORTEST_FOREIGN = 6;
/** Signs round a date that stands alone, and the time behind it. */
const AROUND = /^[\s[\](){}<>·•|:,;@*"'–—-]*$/;
const TAIL =
  /^(?:\s*(?:г|р|d)\.)?[\s,|·•–—-]*(?:(?:at|um|à|às|a las|alle|ore|om|kl\.?|klo|@)?\s*\d{1,2}\s?[:.h]\s?\d\d(?:[:.]\d\d)?(?:\s?(?:[ap]\.?m\.?|uhr|hrs?|h|[A-Z]{3,4}|[+-]\d\d:?\d\d))*)?[\s\])},;|·•:.–—-]*$/iu;
const SAMPLE = 50_000;
const WEEKDAY = /^\p{L}{2,13}\.?,?\s*(?:(?:the|den|dem|le|el|il)\s+)?$/iu;

/** Which day of a page a label announces. */
export type Announced = 'published' | 'updated' | 'other';

/** Reads the dates of one page, in whatever language it is written. */
export class DateReader {
  readonly asOf: CivilDate;
  readonly #names: MonthNames;
  readonly #source: string;
  #order: DayOrder | null = null;
  #foreign: boolean | null = null;
  #language: string | null = null;

  constructor(source: string, asOf: CivilDate, names: MonthNames) {
    this.#source = source;
    this.asOf = asOf;
    this.#names = names;
  }

  /** Every date with a year in a text, in order. */
  find(text: string): DateMatch[] {
    const found = findDates(text);
    if (hasChinese(text)) return found;
    const others = this.#findForeign(text).filter(({ start, end }) =>
      found.every((match) => end <= match.start || start >= match.end),
    );
    return others.length === 0 ? found : [...found, ...others].sort((a, b) => a.start - b.start);
  }

  /** The date of a text that is nothing but one date; see `dateOfWhole`. */
  whole(text: string): DateMatch | null {
    const known = dateOfWhole(text, this.asOf);
    if (known && !(known.form === 'short-year' && this.#isForeign())) return known;
    if (hasChinese(text) || text.trim().length > 60) return known;
    const match = this.#findForeign(text)[0];
    if (!match) return known;
    const before = text.slice(0, match.start);
    const isAlone = AROUND.test(before) || (match.form === 'worded' && WEEKDAY.test(before.trim()));
    return isAlone && TAIL.test(text.slice(match.end)) ? match : known;
  }

  /** A date with a written-out month that is all of a text. */
  wordedWhole(text: string): CivilDate | null {
    const match = this.whole(text);
    return match?.form === 'worded' ? match.date : null;
  }

  /** Whether a text is nothing but the name of a month. */
  isMonth(text: string): boolean {
    if (text.length > 24 || hasChinese(text)) return false;
    const word = text.trim().toLowerCase().replace(/[.,]$/, '');
    return word.length > 2 && word.length < 13 && this.#names.months.has(word);
  }

  /** What the words before a date in letters make of it; `line` is the part in its own line. */
  announces(label: string, line: string): Announced | null {
    const names = this.#names;
    if (lastIn(names.copyright, line) >= 0) return 'other';
    const places: [Announced, number][] = [
      ['published', lastIn(names.published, label)],
      ['updated', lastIn(names.updated, label)],
      ['other', lastIn(names.notPublished, label)],
    ];
    places.sort((a, b) => b[1] - a[1]);
    const nearest = places[0];
    return nearest && nearest[1] >= 0 ? nearest[0] : null;
  }

  /** Whether the page is written in letters: there `10.12.19` ends with its year. */
  #isForeign(): boolean {
    this.#foreign ??= !/[\u3400-\u9fff]{2}/.test(this.#source.slice(0, SAMPLE));
    return this.#foreign;
  }

  #languageCode(): string {
    this.#language ??= languageOf(this.#source).slice(0, 2).toLowerCase();
    return this.#language;
  }

  /** The whole source is searched for it: only where a date is in doubt. */
  #dayOrder(): DayOrder {
    this.#order ??= dayOrderOf(this.#source);
    return this.#order;
  }

  #findForeign(text: string): DateMatch[] {
    if (text.length < SHORTEST_FOREIGN || !/\d/.test(text)) return [];
    const worded = /\p{L}{3}/u.test(text)
      ? findWordedDates(text, this.#names, this.#languageCode())
      : [];
    if (!/\d{1,2}\s?[./|-]\s?\d{1,2}\s?[./|-]\s?\d\d/.test(text)) return worded;
    return [...worded, ...findYearLastDates(text, () => this.#dayOrder(), this.asOf)];
  }
}

function lastIn(words: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(words)) last = match.index;
  return last;
}
