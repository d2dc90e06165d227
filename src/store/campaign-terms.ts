import type { CampaignSettings } from '#domain/campaign.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Place } from '#domain/person.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Database } from './database/database.ts';

/** What a campaign judges by, where it belongs and where it stands. */
export interface CampaignTerms {
  id: number;
  period: string;
  state: StateOf<'campaign'>;
  rubric: RunSettings['rubric'];
  settings: CampaignSettings;
  place: Place;
}

/** Null when there is no campaign of that number. */
export async function findCampaignTerms(db: Database, id: number): Promise<CampaignTerms | null> {
  const row = await db
    .selectFrom('campaigns')
    .innerJoin('regions', 'regions.id', 'campaigns.region_id')
    .select([
      'campaigns.id',
      'campaigns.period',
      'campaigns.state',
      'campaigns.rubric',
      'campaigns.settings',
      'regions.path',
    ])
    .where('campaigns.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { path, ...terms } = row;
  return { ...terms, place: { region: path, unit: null } };
}
