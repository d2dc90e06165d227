import { present } from '#base/assert.ts';
import { askFindings } from '#office/ask-findings.ts';
import { askCirculars } from '#office/ask-circulars.ts';
import { chinaInstant } from '../demo-clock.ts';
import { newestCampaign } from '../newest-campaign.ts';
import type { HeardPlan } from '../rounds.ts';
import { deskOf, type Stage } from '../stage.ts';
import { appeal, findingOf, publish } from './play-round.ts';

const appeals: readonly HeardPlan[] = [
  {
    unit: '市民政局',
    kind: 'link-dead',
    words: '该链接为省厅统一部署的系统，检测当日正在切换服务器。',
    isGranted: true,
    decision: '省厅出具了停机公告，情况属实，予以更正。',
  },
  {
    unit: '市林业局',
    kind: 'homepage-few-updates',
    words: '首页更新由集约化平台统一推送，数量不由我局决定。',
    isGranted: false,
    decision: '首页内容保障责任在主办单位，维持原结果。',
  },
];

/** March 2019: two appeals after publication; one is upheld, and correction 2 is published. */
export async function correctPublished(stage: Stage): Promise<void> {
  await stage.agenda.passTo(chinaInstant('2019-03-18', '10:00'));
  const inspector = deskOf(stage, 'inspector');
  const campaign = await newestCampaign(stage);
  const findings = await askFindings(inspector, { campaign, state: 'confirmed', limit: 200 });
  for (const said of appeals) {
    const finding = present(findingOf(stage, findings.items, said), `${said.unit} ${said.kind}`);
    await appeal(stage, finding.id, said);
  }
  const versions = await askCirculars(inspector, campaign);
  const correction = present(
    versions.items.find(({ number }) => number === 2),
    'an upheld appeal drafts a correction',
  );
  await publish(stage, correction.id, chinaInstant('2019-03-20', '10:00'));
}
