import type { CivilDate } from '#base/civil-date.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { Entry } from '#domain/page.ts';
import type { SiteView } from './site-view.ts';

/** The day of an entry: as shown in the list, else of its own page; or why that is not known. */
export interface EntryDate {
  date: CivilDate | null;
  unread: FindingReason | null;
}

/** Dates an entry. One whose own page says nothing either, or is gone, has no date. */
export function dateEntry(view: SiteView, entry: Entry): EntryDate {
  if (entry.date !== null || entry.url === null) return { date: entry.date, unread: null };
  const sighting = view.sightings.seen(entry.url, view.look);
  if (sighting === null) return { date: null, unread: view.sightings.cutReason(entry.url) };
  const { judgement, facts } = sighting;
  if (judgement.state === 'unmeasured') return { date: null, unread: judgement.reason };
  if (judgement.state === 'dead') return { date: null, unread: null };
  return { date: facts?.publishedAt ?? facts?.metaPublishedAt ?? null, unread: null };
}
