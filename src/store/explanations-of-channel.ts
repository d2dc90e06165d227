import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Tx } from './database/database.ts';

/**
 * Voids the approved explanations of a site's findings on one channel: what was explained was
 * another channel. Gives their numbers, for the ledger.
 */
export async function voidExplanationsOf(
  tx: Tx,
  siteId: number,
  url: string,
  at: Instant,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update explanations set state = 'void', voided_at = ${at}, version = explanations.version + 1
    from findings
    where findings.id = explanations.finding_id and explanations.site_id = ${siteId}
      and explanations.state = 'approved' and findings.finding->'channel'->>'url' = ${url}
    returning explanations.id
  `.execute(tx);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}
