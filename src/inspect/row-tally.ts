import type { CivilDate } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { Entry } from '#domain/page.ts';
import { dateEntry } from './entry-dates.ts';
import type { SiteView } from './site-view.ts';

/** A row, the address of the page that shows it, and its place among all rows. */
interface Row {
  entry: Entry;
  page: Url;
  place: number;
}

/** The newest entry of a list up to a day. */
export interface Newest {
  date: CivilDate | null;
  title: string | null;
  /** The page that shows it. */
  page: Url | null;
  /** Whether any entry has a date at all, later ones included. */
  hasDates: boolean;
  /** Why the date of some entry could not be read. */
  unread: FindingReason | null;
}

/**
 * What a list's rows come to, told one by one: of those that show a day only the newest is held,
 * since a list may have a hundred thousand.
 */
export class RowTally {
  readonly #asOf: CivilDate;
  #count = 0;
  #firstTitle: string | null = null;
  #hasDates = false;
  #newest: Row | null = null;
  /** Their own pages may say. */
  readonly #undated: Row[] = [];

  constructor(asOf: CivilDate) {
    this.#asOf = asOf;
  }

  get count(): number {
    return this.#count;
  }

  get firstTitle(): string | null {
    return this.#firstTitle;
  }

  add(entry: Entry, page: Url): void {
    const place = this.#count++;
    if (place === 0) this.#firstTitle = entry.title;
    const { date } = entry;
    if (date === null) {
      this.#undated.push({ entry, page, place });
      return;
    }
    this.#hasDates = true;
    if (date > this.#asOf || date <= (this.#newest?.entry.date ?? '')) return;
    this.#newest = { entry, page, place };
  }

  /** Seeks the newest row, entries without a day by their own pages; later than `asOf` do not count. */
  newest(view: SiteView): Newest {
    let best = this.#newest;
    let date = best?.entry.date ?? null;
    let hasDates = this.#hasDates;
    let unread: FindingReason | null = null;
    for (const row of this.#undated) {
      const own = dateEntry(view, row.entry);
      unread ??= own.unread;
      if (own.date === null) continue;
      hasDates = true;
      if (own.date > this.#asOf || !isBefore(date, best, own.date, row)) continue;
      [best, date] = [row, own.date];
    }
    return { date, title: best?.entry.title ?? null, page: best?.page ?? null, hasDates, unread };
  }
}

/** Of rows of one day the first counts. */
function isBefore(date: CivilDate | null, best: Row | null, day: CivilDate, row: Row): boolean {
  if (date === null || best === null) return true;
  return date < day || (date === day && row.place < best.place);
}

/** The newest of two lists, the first of them where both are of one day. */
export function newerOf(first: Newest, second: Newest): Newest {
  const isSecond = second.date !== null && (first.date === null || second.date > first.date);
  return {
    ...(isSecond ? second : first),
    hasDates: first.hasDates || second.hasDates,
    unread: first.unread ?? second.unread,
  };
}
