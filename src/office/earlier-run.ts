import { Refusal } from '#base/refusal.ts';
import { targetKey } from '#base/url.ts';
import { UrlBook } from '#base/url-book.ts';
import { words } from '#base/column.ts';
import { conditionsOf, type EarlierVisits } from '#crawl/earlier-visits.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import { openRecordReader } from '#store/read-record.ts';
import { openRunFolder, type RunFolder } from '#store/run-folder.ts';
import { isSiteSealed, openSealedVisits } from '#store/site-archive.ts';

/** What an earlier run kept of a site; nothing where it did not inspect it to the end. */
export function openEarlierVisits(dir: string, site: Site): EarlierVisits | null {
  const folder = openIfThere(dir);
  if (folder === null) return null;
  const before = folder.settings.sites.find(({ homepage }) => homepage === site.homepage);
  if (before === undefined || !isSiteSealed(folder, before.key)) return null;
  return earlierVisits(folder, before.key);
}

/** It may have been put away since this run began: then all is fetched whole. */
function openIfThere(dir: string): RunFolder | null {
  try {
    return openRunFolder(dir);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function earlierVisits(folder: RunFolder, siteKey: string): EarlierVisits {
  const saved = openSealedVisits(folder, siteKey);
  const book = new UrlBook();
  const numbers = words();
  for (let number = 0; number < saved.count; number++) {
    const visit = saved.visit(number);
    // A later look tells the newest; the browser's documents are nobody's answer.
    if (visit.method === undefined && conditionsOf(visit).length > 0) {
      numbers.set(book.add(targetKey(visit.url)), number + 1);
    }
  }
  const record = openRecordReader(folder, siteKey);
  return {
    find(url) {
      const id = book.idOf(targetKey(url));
      const number = id < 0 ? 0 : numbers.get(id);
      const visit: Visit | null = number === 0 ? null : saved.visit(number - 1);
      return visit?.url === url ? visit : null;
    },
    bodyOf({ id }) {
      const kept = record(id);
      return 'problem' in kept ? null : kept.body;
    },
  };
}
