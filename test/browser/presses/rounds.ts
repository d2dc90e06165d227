import assert from 'node:assert/strict';
import { acceptAll } from '#office/testing/sample-judging.ts';
import type { Hands } from './hands.ts';

const campaignOf = ({ service }: Hands) => service.world.things.own.campaign;

/** Two dead links of one site are one matter: the second goes into the first. */
export async function mergeFindings(hands: Hands): Promise<void> {
  const { page } = hands;
  const { db } = hands.service.world.office;
  const campaign = campaignOf(hands);
  // As if nobody had been heard yet.
  await db
    .updateTable('campaigns')
    .set({ state: 'reviewing' })
    .where('id', '=', campaign)
    .execute();
  await db.updateTable('appeals').set({ state: 'withdrawn' }).execute();
  await db.updateTable('explanations').set({ state: 'refused' }).execute();
  await hands.open(`/review?campaign=${campaign}&kind=link-dead`);
  await page.locator('.queue-row[data-open=true]').waitFor();
  const ticks = page.locator('.queue-row input[type=checkbox]');
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await page.getByRole('button', { name: /^将其余 1 项并入此项/ }).click();
  await hands.confirm();
  await hands.says('已合并 1 项');
  const { items } = await hands.told(`/findings?campaign=${campaign}&review=merged`);
  assert.equal(items.length, 1);
}

/** Once all is reviewed the round goes on without a hearing, is drafted, and sent back. */
export async function skipHearing(hands: Hands): Promise<void> {
  const { page } = hands;
  const campaign = campaignOf(hands);
  await acceptAll(hands.service.world.office);
  await hands.open(`/campaigns/${campaign}`);
  await hands.press('不听取意见，直接拟稿');
  await hands.type('理由', '无扣分争议');
  await hands.confirm();
  await page.getByRole('button', { name: '退回复核' }).waitFor();
  assert.equal((await hands.told(`/campaigns/${campaign}`)).state, 'drafted');
  await hands.press('退回复核');
  await hands.type('理由', '有新证据');
  await hands.confirm();
  await page.getByRole('button', { name: '不听取意见，直接拟稿' }).waitFor();
  assert.equal((await hands.told(`/campaigns/${campaign}`)).state, 'reviewing');
}

/** The draft is filled from the records, its wording edited, reconciled, and returned. */
export async function writeCircular(hands: Hands): Promise<void> {
  const { page } = hands;
  const campaign = campaignOf(hands);
  await hands.open(`/campaigns/${campaign}`);
  await hands.press('不听取意见，直接拟稿');
  await hands.type('理由', '无扣分争议');
  await hands.confirm();
  await page.getByRole('link', { name: '打开通报' }).click();
  await page.waitForURL(/\/circulars\/\d+/);
  const circular = Number(page.url().split('/').pop());
  await hands.press('按最新结果重拟');
  await hands.says('已重拟');
  await hands.press('填入找错和来信');
  for (const [group, from, to] of [
    ['我为政府网站找错', '2019-05-01', '2019-05-28'],
    ['网络问政', '2019-05-01', '2019-05-28'],
  ] as const) {
    const fields = hands.window.getByRole('group', { name: group });
    await fields.getByLabel('收到日期自').fill(from);
    await fields.getByLabel('至', { exact: true }).fill(to);
    await page.keyboard.press('Tab');
  }
  await hands.confirm();
  await hands.says(/已填入/);
  const paper = page.getByRole('article', { name: '通报正文' });
  await paper.getByText('平台共接到各类诉求').first().waitFor();
  await page.getByLabel('发文机关').fill('咸宁市政务公开办');
  await page.getByLabel('成文日期').fill('2019-05-28');
  await page.keyboard.press('Tab');
  await paper.getByText('咸宁市政务公开办').first().waitFor();
  await hands.press('保存');
  await hands.says('已保存');
  await hands.says('全部数字与数据一致');
  const { brief } = await hands.told(`/circulars/${circular}`);
  assert.deepEqual([brief.issuer, brief.date], ['咸宁市政务公开办', '2019-05-28']);
  assert.ok(brief.errorReports.total > 0 && brief.inquiries.received > 0);
  await hands.press('完成对账');
  await hands.press('退回修改');
  await hands.type('理由', '补充说明');
  await hands.confirm();
  await page.getByRole('button', { name: '完成对账' }).waitFor();
  assert.equal((await hands.told(`/circulars/${circular}`)).state, 'draft');
}

/** A site that our own failure left unmeasured is measured again; then the round is cancelled. */
export async function cancelRound(hands: Hands): Promise<void> {
  const { page } = hands;
  const { campaign, inspection } = hands.service.world.things.own;
  const { db } = hands.service.world.office;
  await db.updateTable('campaigns').set({ state: 'running' }).where('id', '=', campaign).execute();
  const failed = { state: 'failed-ours' as const, error: '磁盘已满' };
  await db.updateTable('inspections').set(failed).where('id', '=', inspection).execute();
  await hands.open(`/inspections/${inspection}`);
  await hands.press('重新检测');
  await hands.type('理由', '磁盘已扩容');
  await hands.confirm();
  await page.getByRole('button', { name: '重新检测' }).waitFor({ state: 'detached' });
  assert.equal((await hands.told(`/inspections/${inspection}`)).state, 'queued');
  await hands.open(`/campaigns/${campaign}`);
  await hands.press('取消抽查');
  await hands.type('取消原因', '改为下季度进行');
  await hands.confirm();
  await hands.says('取消原因：改为下季度进行');
  assert.equal((await hands.told(`/campaigns/${campaign}`)).state, 'cancelled');
}
