import { sql } from 'kysely';
import type { Tx } from './database/database.ts';

/** A site of a campaign whose unit is heard. */
export interface HearingSite {
  siteId: number;
  unitId: number;
  /** Confirmed findings that no person has set aside or merged. */
  findings: number;
}

/** Sites of a campaign that were measured, in its order. */
export async function listHearingSites(tx: Tx, campaignId: number): Promise<HearingSite[]> {
  const { rows } = await sql<HearingSite>`
    select i.site_id as "siteId", s.unit_id as "unitId",
      (select count(*)::integer from findings f where f.inspection_id = i.id
        and f.state = 'confirmed' and f.review not in ('set-aside', 'merged')) as findings
    from inspections i join sites s on s.id = i.site_id
    where i.campaign_id = ${campaignId} and i.state = 'measured'
    order by i.position
  `.execute(tx);
  return rows;
}
