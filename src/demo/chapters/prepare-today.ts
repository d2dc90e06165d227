import { fileURLToPath } from 'node:url';
import { monitoringTerms } from '#office/monitoring-terms.ts';
import { loadBrief } from '#office/issue-circular.ts';
import { openCampaign } from '#office/open-campaign.ts';
import { restartWatches } from '#office/restart-watches.ts';
import { startCampaign } from '#office/start-campaign.ts';
import { chinaInstant } from '../demo-clock.ts';
import { deskOf, type Stage } from '../stage.ts';

/** The brief of the campaign that the demo runs: what no crawl can know. */
const BRIEF = fileURLToPath(
  new URL('../../city/plans/xianning-2019q2.brief.yaml', import.meta.url),
);
/** The demo's own haste: an office gives a suspicion hours, by the world's clock. */
const RECHECK = { times: 2, spacingMs: 1000 };

/**
 * The morning on which the demo begins: monitoring goes on by itself, and the campaign of the
 * second quarter is opened and started. The worker of the service takes it from here.
 */
export async function prepareToday(stage: Stage): Promise<void> {
  const { clock, office, cast } = stage;
  clock.to(chinaInstant('2019-05-27', '08:40'));
  const job = { ...office.desk('demo'), now: clock.now };
  await restartWatches(job, monitoringTerms());
  clock.pass(10);
  const inspector = deskOf(stage, 'inspector');
  const id = await openCampaign(inspector, {
    regionId: cast.regionId,
    name: '2019年第二季度政府网站抽查',
    period: '2019年第二季度',
    asOf: '2019-05-27',
    rubric: 'cn-census-2015',
    settings: { recheck: RECHECK, robots: 'obey', browser: 'auto', allowNet: ['127.0.0.0/8'] },
    brief: loadBrief(BRIEF),
  });
  clock.to(chinaInstant('2019-05-27', '09:00'));
  await startCampaign(inspector, id);
}
