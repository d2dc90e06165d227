import { sql } from 'kysely';
import type { InspectionCard } from '#domain/campaign.ts';
import type { HeardFinding } from '#domain/charged-findings.ts';
import type { Finding } from '#domain/finding.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { SiteKind } from '#domain/site.ts';
import type { Database, Tx } from './database/database.ts';
import { explanationToldFor } from './heard-findings.ts';
import { toJson } from './json-column.ts';

/** A measured inspection of a round, as far as scoring it anew goes. */
export interface MeasuredCard {
  id: number;
  kind: SiteKind;
  card: InspectionCard;
  version: number;
}

/** Every measured inspection of a campaign, held so that nobody else scores it meanwhile. */
export async function lockMeasured(tx: Tx, campaignId: number): Promise<MeasuredCard[]> {
  const { rows } = await sql<MeasuredCard>`
    select id, site->>'kind' as kind, card, version from inspections
    where campaign_id = ${campaignId} and state = 'measured' and card is not null
    order by id for update`.execute(tx);
  return rows;
}

/** Every measured inspection of a campaign with its site, in the order of the register. */
export async function listMeasured(
  db: Database,
  campaignId: number,
): Promise<(Omit<MeasuredCard, 'version'> & { siteId: number; unit: string })[]> {
  const { rows } = await sql<Omit<MeasuredCard, 'version'> & { siteId: number; unit: string }>`
    select id, site->>'kind' as kind, card, site_id as "siteId", site->>'unit' as unit
    from inspections
    where campaign_id = ${campaignId} and state = 'measured' and card is not null
    order by position`.execute(db);
  return rows;
}

/** A finding as its charge needs it: what it was seen by is left out. */
export interface ScorableFinding extends HeardFinding {
  inspectionId: number;
  finding: Finding;
}

/**
 * All findings of a campaign, in the order of their numbers, without their evidence. What was
 * appealed and explained (`appealsOfFinding`, `explanationsOfFinding`) is gathered once for all of
 * them: few have any of it.
 */
export async function listScorable(db: Database, campaignId: number): Promise<ScorableFinding[]> {
  const told = explanationToldFor(sql`f.campaign_id`);
  const { rows } = await sql<Omit<ScorableFinding, 'evidence'>>`
    with appealed as (
      select a.finding_id, jsonb_agg(a.state order by a.id) as appeals
      from appeals a where a.campaign_id = ${campaignId} group by a.finding_id),
    explained as (
      select f.id as finding_id, jsonb_agg(${told} order by e.id) as explanations
      from findings f join explanations e on e.site_id = f.site_id and e.key = f.key
        and e.campaign_id <= f.campaign_id
      where f.campaign_id = ${campaignId}
      group by f.id)
    select findings.inspection_id as "inspectionId", findings.state, findings.review,
      findings.finding - 'evidence' as finding, coalesce(appeals, '[]') as appeals,
      coalesce(explanations, '[]') as explanations
    from findings left join appealed on appealed.finding_id = findings.id
      left join explained on explained.finding_id = findings.id
    where findings.campaign_id = ${campaignId}
    order by findings.id`.execute(db);
  return rows.map((row) => ({ ...row, finding: { ...row.finding, evidence: [] } }));
}

/** What an inspection comes to now. */
export interface NewCard {
  id: number;
  verdict: InspectionCard['verdict'];
  /** In centipoints. */
  score: number | null;
  card: InspectionCard;
}

/** Keeps the scores of many inspections that `lockMeasured` holds. */
export async function saveCards(tx: Tx, cards: readonly NewCard[]): Promise<void> {
  if (cards.length === 0) return;
  await sql`
    update inspections set verdict = new.verdict, score = new.score, card = new.card,
      version = version + 1
    from jsonb_to_recordset(${toJson(cards)}::jsonb)
      as new (id bigint, verdict text, score integer, card jsonb)
    where inspections.id = new.id`.execute(tx);
}

/** Gives a campaign another rubric to judge by. */
export async function saveRubric(
  tx: Tx,
  campaignId: number,
  rubric: RunSettings['rubric'],
): Promise<void> {
  await tx
    .updateTable('campaigns')
    .set((eb) => ({ rubric: toJson(rubric), version: eb('version', '+', 1) }))
    .where('id', '=', campaignId)
    .execute();
}
