import { mayAnywhere, reachOf } from '#domain/rights.ts';
import { type AppealFilter, type AppealRow, listAppeals } from '#store/appeals.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf, pageSize } from './page-of.ts';

/** Appeals that may be seen, newest first. */
export async function askAppeals(
  desk: Desk,
  filter: Partial<AppealFilter>,
): Promise<Page<AppealRow>> {
  if (!mayAnywhere(desk.actor, 'appeal.read')) return { items: [], next: null };
  const limit = pageSize(filter.limit);
  const reach = reachOf(desk.actor, 'appeal.read');
  const rows = await listAppeals(desk.db, reach, { ...filter, limit: limit + 1 });
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => row,
  );
}
