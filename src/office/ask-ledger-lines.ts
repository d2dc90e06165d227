import { reachOf } from '#domain/rights.ts';
import { type LedgerSearch, type NamedLine, searchLedger } from '#store/search-ledger.ts';
import { holdsAll } from '#store/regions.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf } from './page-of.ts';

/** Lines of the ledger that are sought, newest first; those of the actor's regions. */
export async function askLedgerLines(
  desk: Desk,
  { after, limit, ...sought }: Omit<LedgerSearch, 'before'> & { after?: number },
): Promise<Page<NamedLine>> {
  const reach = reachOf(desk.actor, 'ledger.read');
  const isWhole = reach === null || (await holdsAll(desk.db, reach.regions));
  const asked = { ...sought, ...(after !== undefined && { before: after }), limit: limit + 1 };
  const rows = await searchLedger(desk.db, asked, isWhole ? null : reach.regions);
  return pageOf(
    rows,
    limit,
    ({ number }) => number,
    (row) => row,
  );
}
