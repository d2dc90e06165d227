import { sql } from 'kysely';
import type { Finding } from '#domain/finding.ts';
import type { Database } from './database/database.ts';

/** A finding that is charged, with whose site it is. */
export interface ChargedFinding {
  findingId: number;
  siteId: number;
  unitId: number;
  key: string;
  finding: Finding;
  isVeto: boolean;
}

/** What a campaign's scorecards charge: the findings that their deductions and vetoes name. */
export async function listCharged(db: Database, campaignId: number): Promise<ChargedFinding[]> {
  return chargedOnly(await scoredFindings(db, campaignId).execute());
}

/** The same of the sites of one unit. */
export async function listChargedOfUnit(
  db: Database,
  campaignId: number,
  unitId: number,
): Promise<ChargedFinding[]> {
  const query = scoredFindings(db, campaignId).where('sites.unit_id', '=', unitId);
  return chargedOnly(await query.execute());
}

function scoredFindings(db: Database, campaignId: number) {
  return db
    .selectFrom('findings')
    .innerJoin('inspections', 'inspections.id', 'findings.inspection_id')
    .innerJoin('sites', 'sites.id', 'findings.site_id')
    .select([
      'findings.id as findingId',
      'findings.site_id as siteId',
      'sites.unit_id as unitId',
      'findings.key',
      'findings.finding',
      'inspections.card',
    ])
    .where('findings.campaign_id', '=', campaignId)
    .where('inspections.state', '=', 'measured')
    .orderBy('findings.id');
}

type Scored = Awaited<ReturnType<ReturnType<typeof scoredFindings>['execute']>>;

function chargedOnly(rows: Scored): ChargedFinding[] {
  return rows.flatMap(({ card, ...row }) => {
    const isVeto = card?.vetoes.some(({ findings }) => findings.includes(row.key)) ?? false;
    const isDeducted = card?.deductions.some(({ findings }) => findings.includes(row.key));
    return isVeto || isDeducted ? [{ ...row, isVeto }] : [];
  });
}

/** Units with a charge in a campaign and no order of it yet, in the order of their numbers. */
export async function listUnitsToOrder(
  db: Database,
  campaignId: number,
): Promise<{ unitId: number; unit: string }[]> {
  const { rows } = await sql<{ unitId: number; unit: string }>`
    select units.id as "unitId", units.name as unit from units
    where units.id in (
        select sites.unit_id from inspections join sites on sites.id = inspections.site_id
        where inspections.campaign_id = ${campaignId} and inspections.state = 'measured'
          and (inspections.card->'vetoes' <> '[]' or inspections.card->'deductions' <> '[]'))
      and not exists (select from orders
        where orders.campaign_id = ${campaignId} and orders.unit_id = units.id)
    order by units.id`.execute(db);
  return rows;
}
