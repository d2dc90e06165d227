import type { CivilDate } from '#base/civil-date.ts';
import type { Discrepancy } from '#domain/reconcile-matters.ts';
import { reachOf } from '#domain/rights.ts';
import { findDiscrepancies } from '#store/matter-facts.ts';
import type { Desk } from './desk.ts';
import { countedPeriod } from './matter-period.ts';

/** Matters received in a period of which the table says something else than the ledger. */
export async function askMatterDiscrepancies(
  desk: Desk,
  period: { from: CivilDate; to: CivilDate },
): Promise<{ items: Discrepancy[]; next: null }> {
  const { terms } = countedPeriod(period, desk.now());
  const reach = reachOf(desk.actor, 'matter.review');
  const inquiries = await findDiscrepancies(desk.db, 'inquiry', reach, terms);
  const reports = await findDiscrepancies(desk.db, 'error-report', reach, terms);
  return { items: [...inquiries, ...reports], next: null };
}
