import { sql } from 'kysely';
import type { Tx } from './database/database.ts';

/**
 * Voids the approved explanations of a site's findings on one channel: what was explained was
 * another channel. Gives their numbers, for the ledger.
 */
export async function voidExplanationsOf(tx: Tx, siteId: number, url: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update explanations set state = 'void', version = explanations.version + 1
    from findings
    where findings.id = explanations.finding_id and explanations.site_id = ${siteId}
      and explanations.state = 'approved' and findings.finding->'channel'->>'url' = ${url}
    returning explanations.id
  `.execute(tx);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}
