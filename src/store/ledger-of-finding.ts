import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Database } from './database/database.ts';

/** Of the inspection, the newest lines only: a site is scored anew with every act on it. */
const MOST_LINES = 100;

/** Lines of the ledger about a finding, what was said of it, and the sums it counts in. */
export async function ledgerOfFinding(
  db: Database,
  { id, inspectionId }: { id: number; inspectionId: number },
) {
  const { rows } = await sql<{
    number: number;
    at: Instant;
    act: string;
    thing: string;
    reason: string | null;
    hash: string;
    actor: string;
  }>`
    select number, at, act, thing, reason, hash, actor from ledger
    where (thing in ('finding', 'review') and thing_id = ${id})
      or (thing = 'explanation'
        and thing_id in (select e.id from explanations e where e.finding_id = ${id}))
      or (thing = 'appeal' and thing_id in (select a.id from appeals a where a.finding_id = ${id}))
      or (thing = 'inspection' and thing_id = ${inspectionId})
    order by number desc limit ${MOST_LINES}
  `.execute(db);
  return rows.toReversed().map((row) => ({ ...row, number: Number(row.number) }));
}
