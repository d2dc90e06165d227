import type { Instant } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';
import { within } from './places.ts';

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

/** An explanation in a list, with what it is of. */
export type ExplanationLine = Awaited<ReturnType<typeof searchExplanations>>[number];

export interface ExplanationFilter {
  campaign?: number | undefined;
  state?: StateOf<'explanation'> | undefined;
  after?: number | undefined;
  limit: number;
}

/** Explanations within a reach, newest first. */
export async function searchExplanations(
  db: Database,
  reach: Reach | null,
  { campaign, state, after, limit }: ExplanationFilter,
) {
  let query = db
    .selectFrom('explanations')
    .innerJoin('findings', 'findings.id', 'explanations.finding_id')
    .innerJoin('sites', 'sites.id', 'findings.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'explanations.id',
      'explanations.finding_id as findingId',
      'findings.campaign_id as campaignId',
      'findings.site_id as siteId',
      'findings.kind',
      'units.name as unit',
      'explanations.state',
      'explanations.voided_at as voidedAt',
      'explanations.statement',
      'explanations.proof',
      'explanations.claimed_by as claimedBy',
      'explanations.claimed_at as claimedAt',
      'explanations.decided_by as decidedBy',
      'explanations.decided_at as decidedAt',
      'explanations.decision',
      'explanations.valid_until as validUntil',
      'explanations.voided_at as voidedAt',
      'explanations.version',
    ])
    .where(within(reach))
    .orderBy('explanations.id', 'desc')
    .limit(limit);
  if (campaign !== undefined) query = query.where('findings.campaign_id', '=', campaign);
  if (state !== undefined) query = query.where('explanations.state', '=', state);
  if (after !== undefined) query = query.where('explanations.id', '<', after);
  return await query.execute();
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
