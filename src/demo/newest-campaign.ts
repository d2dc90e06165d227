import { present } from '#base/assert.ts';
import { listCampaigns } from '#office/ask-campaigns.ts';
import { deskOf, type Stage } from './stage.ts';

/** Number of the campaign that was opened last. */
export async function newestCampaign(stage: Stage): Promise<number> {
  const [newest] = (await listCampaigns(deskOf(stage, 'inspector'), { limit: 1 })).items;
  return present(newest, 'a campaign was opened').id;
}
