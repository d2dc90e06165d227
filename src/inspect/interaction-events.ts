import { type CivilDate } from '#base/civil-date.ts';
import { minusPeriod, type Period } from '#base/period.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { InteractionEvent } from '#domain/page.ts';
import { dateEntry } from './entry-dates.ts';
import { entriesOf, eventsOf, type PageView } from './page-view.ts';
import type { SiteView } from './site-view.ts';

/** How many surveys or interviews were held within a window, by event and not by repost. */
export interface EventCount {
  count: number;
  /** Events without any date. */
  undated: number;
  /** Why the date of some event could not be read. */
  unread: FindingReason | null;
  newestText: string | null;
}

const RESULT_NOTICE = /结果|反馈|采纳|情况(?:公示|说明|通报|汇总)|公示/;

/** Counts distinct events by normalised title; result notices are none. */
export function countEvents(
  view: SiteView,
  pages: readonly PageView[],
  kind: InteractionEvent['kind'],
  window: Period,
): EventCount {
  const from = minusPeriod(view.asOf, window);
  const held = new Set<string>();
  const undated = new Set<string>();
  let unread: FindingReason | null = null;
  let newest = '';
  for (const event of announced(pages, kind)) {
    if (event.isResult) continue;
    const name = normalTitle(event.title);
    const dated = dateEntry(view, { ...event, date: event.heldAt, dateText: null });
    unread ??= dated.unread;
    if (dated.date === null) undated.add(name);
    else if (dated.date <= view.asOf) {
      newest = later(newest, dated.date, event.title);
      if (dated.date >= from) held.add(name);
    }
  }
  for (const name of held) undated.delete(name);
  return { count: held.size, undated: undated.size, unread, newestText: newest || null };
}

function later(newest: string, date: CivilDate, title: string): string {
  const text = `${date} ${title}`;
  return text > newest ? text : newest;
}

/** The events of the pages; rows of a list stand for them where the pages tell of none. */
function announced(pages: readonly PageView[], kind: InteractionEvent['kind']): InteractionEvent[] {
  const events = pages.flatMap(eventsOf).filter((event) => event.kind === kind);
  if (events.length > 0) return events;
  return pages.flatMap(entriesOf).map(({ title, url, date }) => {
    return { kind, title, url, heldAt: date, isResult: RESULT_NOTICE.test(title) };
  });
}

/** A title without signs, spaces and the differences of width and case. */
export function normalTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
