import { fileURLToPath } from 'node:url';
import { monitoringTerms } from '#office/monitoring-terms.ts';
import { askMatterBrief } from '#office/ask-matter-brief.ts';
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
/** What sections (二) and (三) count: the circular of 27 May closes its reports a week before. */
const QUARTER = {
  errorReports: { from: '2019-04-01', to: '2019-05-20' },
  inquiries: { from: '2019-04-01', to: '2019-05-26' },
};
/** The demo's own haste: an office gives a suspicion hours, by the world's clock. */
const RECHECK = { times: 2, spacingMs: 1000 };

/**
 * The morning on which the demo begins: monitoring goes on by itself, and the campaign of the
 * second quarter is opened and started. The worker of the service takes it from here.
 */
export async function prepareToday(stage: Stage): Promise<void> {
  const { agenda, clock, office, cast } = stage;
  await agenda.passTo(chinaInstant('2019-05-27', '08:40'));
  const job = { ...office.desk('demo'), now: clock.now };
  await restartWatches(job, monitoringTerms());
  clock.pass(10);
  const inspector = deskOf(stage, 'inspector');
  const counted = await askMatterBrief(inspector, cast.regionId, QUARTER);
  const id = await openCampaign(inspector, {
    regionId: cast.regionId,
    name: '2019年第二季度政府网站抽查',
    period: '2019年第二季度',
    asOf: '2019-05-27',
    rubric: 'cn-census-2015',
    settings: { recheck: RECHECK, robots: 'obey', browser: 'auto', allowNet: ['127.0.0.0/8'] },
    // What the office counts itself comes out of the year that was played.
    brief: { ...loadBrief(BRIEF), ...counted },
  });
  clock.to(chinaInstant('2019-05-27', '09:00'));
  await startCampaign(inspector, id);
}
