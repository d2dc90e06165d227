import type { CivilDate } from '#base/civil-date.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { Finding, NamedMeasure } from '#domain/finding.ts';
import type { Inspector } from './inspector.ts';
import { entriesOf } from './page-view.ts';
import { marks } from './site-ledger.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/**
 * Advice: an article whose visible day is not the one its tags claim, and a list that dates an
 * entry after the as-of day. Only a person can tell a slip from a forgery.
 */
export const dateSuspicious: Inspector = {
  kinds: ['date-suspicious'],
  needs: ['pages', 'channels'],
  run: judgeDates,
};

interface Doubt {
  url: Url;
  measure: NamedMeasure;
  excerpt: string;
  shownOn: Url;
}

function judgeDates(view: SiteView): Finding[] {
  const doubts = new Map<string, Doubt>();
  for (const url of view.pagesMarked(marks.hasTwoDays)) {
    const facts = view.page(url).facts;
    if (facts?.kind !== 'article') continue;
    const { publishedAt, metaPublishedAt, title } = facts;
    if (publishedAt === null || metaPublishedAt === null) continue;
    if (publishedAt === metaPublishedAt) continue;
    const measure = { published: publishedAt, meta: metaPublishedAt };
    const excerpt = `${publishedAt} ${title}`;
    doubts.set(targetKey(url), { url, measure, excerpt, shownOn: url });
  }
  for (const { pages } of view.channels) {
    for (const url of pages) addLaterEntries(view, doubts, url);
  }
  return [...doubts].map(([key, { url, measure, excerpt, shownOn }]) =>
    suspect(view, {
      kind: 'date-suspicious',
      url,
      subject: key,
      reason: 'needs-person',
      measure,
      restsOn: [{ url: shownOn, excerpt }],
    }),
  );
}

function addLaterEntries(view: SiteView, doubts: Map<string, Doubt>, page: Url): void {
  for (const { title, url, date } of entriesOf(view.page(page))) {
    if (!isLater(date, view.asOf)) continue;
    const key = url === null ? `${targetKey(page)} ${title}` : targetKey(url);
    if (doubts.has(key)) continue;
    const measure = { listed: date, asOf: view.asOf };
    doubts.set(key, { url: url ?? page, measure, excerpt: `${date} ${title}`, shownOn: page });
  }
}

function isLater(date: CivilDate | null, asOf: CivilDate): date is CivilDate {
  return date !== null && date > asOf;
}
