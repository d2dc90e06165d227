import { listOpenChecks, listSiteChecks, type SiteCheckRow } from '#store/site-checks.ts';
import type { Desk } from './desk.ts';
import { type Page, pageById } from './page-of.ts';
import { siteAt } from './register-at.ts';

/** Checks of a site, newest first, with what each came to. */
export async function askChecks(
  desk: Desk,
  siteId: number,
  paging: { after?: number; limit: number },
): Promise<Page<SiteCheckRow>> {
  await siteAt(desk, desk.db, siteId, 'register.read');
  return pageById(await listSiteChecks(desk.db, siteId, paging), paging.limit);
}

/** Checks that wait for a worker, or were left by one: for jobs. */
export async function listWaitingChecks(desk: Desk, limit: number): Promise<number[]> {
  return await listOpenChecks(desk.db, limit);
}
