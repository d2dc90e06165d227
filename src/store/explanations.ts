import type { Instant } from '#base/civil-date.ts';
import type { Database, Tx } from './database/database.ts';

/** What a unit says of a finding, and what became of it. */
export type ExplanationRow = Awaited<ReturnType<typeof listExplanations>>[number];

/** The explanations of findings, oldest first. */
export async function listExplanations(db: Database, findingIds: readonly number[]) {
  if (findingIds.length === 0) return [];
  return await db
    .selectFrom('explanations')
    .select([
      'id',
      'finding_id as findingId',
      'state',
      'statement',
      'proof',
      'claimed_by as claimedBy',
      'claimed_at as claimedAt',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'decision',
      'valid_until as validUntil',
      'voided_at as voidedAt',
      'version',
    ])
    .where('finding_id', 'in', [...findingIds])
    .orderBy('id')
    .execute();
}

/** Which finding an explanation is of, and where it stands; null when there is none. */
export async function findExplanation(db: Database, id: number) {
  const row = await db
    .selectFrom('explanations')
    .select(['id', 'finding_id as findingId', 'state', 'claimed_by as claimedBy'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Puts one in; null when the finding has one already that is open or approved. */
export async function insertExplanation(
  tx: Tx,
  explanation: {
    findingId: number;
    siteId: number;
    statement: string;
    proof: string | null;
    claimedBy: number;
    at: Instant;
  },
): Promise<number | null> {
  const made = await tx
    .insertInto('explanations')
    .values({
      finding_id: explanation.findingId,
      site_id: explanation.siteId,
      statement: explanation.statement,
      proof: explanation.proof,
      claimed_by: explanation.claimedBy,
      claimed_at: explanation.at,
    })
    .onConflict((conflict) =>
      conflict.column('finding_id').where('state', 'in', ['claimed', 'approved']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}
