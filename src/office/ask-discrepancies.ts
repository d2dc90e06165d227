import { addDays, chinaDate, type CivilDate } from '#base/civil-date.ts';
import type { Discrepancy } from '#domain/reconcile-matters.ts';
import { reachOf } from '#domain/rights.ts';
import { findDiscrepancies } from '#store/matter-facts.ts';
import type { Desk } from './desk.ts';
import { countedPeriod } from './matter-period.ts';

const YEAR_DAYS = 366;

/** Matters received in a period (the last year when none is named) of which the table says something else than the ledger. */
export async function askMatterDiscrepancies(
  desk: Desk,
  asked: { from?: CivilDate | undefined; to?: CivilDate | undefined },
): Promise<{ items: Discrepancy[]; next: null }> {
  const to = asked.to ?? chinaDate(desk.now());
  const period = { from: asked.from ?? addDays(to, -YEAR_DAYS), to };
  const { terms } = countedPeriod(period, desk.now());
  const reach = reachOf(desk.actor, 'matter.review');
  const inquiries = await findDiscrepancies(desk.db, 'inquiry', reach, terms);
  const reports = await findDiscrepancies(desk.db, 'error-report', reach, terms);
  return { items: [...inquiries, ...reports], next: null };
}
