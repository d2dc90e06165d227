import type { SimilarReport } from '#domain/public-matter.ts';
import { parseUrl } from '#base/url.ts';
import type { Database } from '#store/database/database.ts';
import { listSimilarReports } from '#store/error-reports.ts';
import { findSiteOfPage as siteOfPage } from '#store/matter-origins.ts';

const MOST_SIMILAR = 10;

/** Reports of the same page or site that are open; none for what is no address. */
export async function findSimilarReports(
  db: Database,
  { pageUrl: typed }: { pageUrl: string },
): Promise<SimilarReport[]> {
  const pageUrl = addressOf(typed);
  if (pageUrl === null) return [];
  const site = await siteOfPage(db, pageUrl);
  const siteId = site?.siteId ?? null;
  return await listSimilarReports(db, { pageUrl, siteId, limit: MOST_SIMILAR });
}

/** The site of the register that a page belongs to; null: none, or no address. */
export async function findSiteOfPage(db: Database, typed: string) {
  const pageUrl = addressOf(typed);
  return pageUrl === null ? null : await siteOfPage(db, pageUrl);
}

function addressOf(typed: string): string | null {
  const text = typed.trim();
  return parseUrl(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `http://${text}`);
}
