import { sql } from 'kysely';
import type { Charge } from '#domain/repetitions.ts';
import type { Database } from './database/database.ts';

/** What a published campaign charged, by site and indicator. */
export interface CampaignCharges {
  campaignId: number;
  period: string;
  charges: Charge[];
}

/**
 * Charges of the published campaigns of a region up to one of them, oldest first: rounds, by
 * which repetitions are told.
 */
export async function listRounds(db: Database, campaignId: number): Promise<CampaignCharges[]> {
  const { rows } = await sql<CampaignCharges>`
    select c.id as "campaignId", c.period,
      coalesce(jsonb_agg(distinct jsonb_build_object('siteId', i.site_id, 'indicator', line.indicator))
               filter (where line.indicator is not null), '[]') as charges
    from campaigns this
    join campaigns c on c.region_id = this.region_id
      and (c.as_of, c.id) <= (this.as_of, this.id)
      and c.state in ('published', 'closed')
    left join inspections i on i.campaign_id = c.id and i.state = 'measured'
    left join lateral (
      select jsonb_array_elements(i.card -> 'deductions') ->> 'indicator' as indicator
      union
      select jsonb_array_elements(i.card -> 'vetoes') ->> 'indicator'
    ) line on true
    where this.id = ${campaignId}
    group by c.id, c.period, c.as_of
    order by c.as_of, c.id
  `.execute(db);
  return rows;
}
