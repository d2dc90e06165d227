import { sql } from 'kysely';
import type { CampaignSettings } from '#domain/campaign.ts';
import { type ComparedRound, type RoundFinding, roundKey } from '#domain/compare-rounds.ts';
import { isCharged } from '#domain/charged-findings.ts';
import type { Finding } from '#domain/finding.ts';
import type { Database } from './database/database.ts';
import { appealsOfFinding, explanationsOfFinding } from './heard-findings.ts';

/** A campaign as far as its charges go. */
export interface RoundTerms {
  id: number;
  as_of: string;
  settings: CampaignSettings;
}

/** A round to be compared: what it charges now, and what it could not measure. */
export async function loadRound(
  db: Database,
  campaign: RoundTerms,
  siteId: number | null,
): Promise<ComparedRound> {
  let query = chargeQuery(db).where('findings.campaign_id', '=', campaign.id);
  let sites = db
    .selectFrom('inspections')
    .select('site_id as siteId')
    .where('campaign_id', '=', campaign.id)
    .where('state', '=', 'measured');
  if (siteId !== null) {
    query = query.where('findings.site_id', '=', siteId);
    sites = sites.where('site_id', '=', siteId);
  }
  const rows = await query.orderBy('findings.id').execute();
  const open = rows.filter(({ state }) => state === 'unmeasured' || state === 'suspected');
  return {
    charged: rows
      .filter((row) => isCharged(row, termsOf(campaign)))
      .map(({ findingId, site, key }) => ({ findingId, siteId: site, key })),
    measuredSites: new Set((await sites.execute()).map((row) => row.siteId)),
    unmeasured: new Set(open.map((row) => `${row.site}/${row.key}`)),
  };
}

/** Which of some findings were charged in any of some rounds, by `roundKey`: one question for all. */
export async function chargedInRounds(
  db: Database,
  rounds: readonly RoundTerms[],
  wanted: readonly RoundFinding[],
): Promise<Set<string>> {
  if (rounds.length === 0 || wanted.length === 0) return new Set();
  const terms = new Map(rounds.map((round) => [round.id, termsOf(round)]));
  const rows = await chargeQuery(db)
    .where('findings.campaign_id', 'in', [...terms.keys()])
    .where(
      sql<boolean>`(findings.site_id, findings.key) in (
        select * from unnest(${wanted.map(({ siteId }) => siteId)}::int[],
          ${wanted.map(({ key }) => key)}::text[]))`,
    )
    .execute();
  const charged = rows.filter((row) => {
    const round = terms.get(row.campaign);
    return round !== undefined && isCharged(row, round);
  });
  return new Set(charged.map(({ site, key }) => roundKey({ siteId: site, key })));
}

function termsOf({ as_of: asOf, settings: { explanationsLift } }: RoundTerms) {
  return { asOf, explanationsLift };
}

/** What the charge of findings needs, and no more: neither evidence nor places. */
function chargeQuery(db: Database) {
  return db
    .selectFrom('findings')
    .select([
      'findings.id as findingId',
      'findings.campaign_id as campaign',
      'findings.site_id as site',
      'findings.key',
      'findings.state',
      'findings.review',
      appealsOfFinding.as('appeals'),
      explanationsOfFinding.as('explanations'),
    ]);
}

/** What is said of findings, without their evidence, with the unit as it was named then. */
export async function listSaid(db: Database, ids: readonly number[]) {
  const { rows } = await sql<{ id: number; unit: string; finding: Omit<Finding, 'evidence'> }>`
    select findings.id, findings.finding - 'evidence' as finding, inspections.site->>'unit' as unit
    from findings join inspections on inspections.id = findings.inspection_id
    where findings.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows.map((row) => ({
    id: Number(row.id),
    unit: row.unit,
    finding: { ...row.finding, evidence: [] } satisfies Finding,
  }));
}

/** The published rounds of a region before one, newest first. */
export async function listEarlierRounds(
  db: Database,
  before: { id: number; region_id: number; as_of: string },
  limit: number,
) {
  return await db
    .selectFrom('campaigns')
    .select(['id', 'as_of', 'settings'])
    .where('region_id', '=', before.region_id)
    .where('state', 'in', ['published', 'closed'])
    .where((eb) =>
      eb.or([
        eb('as_of', '<', before.as_of),
        eb.and([eb('as_of', '=', before.as_of), eb('id', '<', before.id)]),
      ]),
    )
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
