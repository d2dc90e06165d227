import assert from 'node:assert/strict';
import { PgBoss } from 'pg-boss';
import type { Hands } from './hands.ts';

/** A holiday is entered: what would move is seen first; then it is taken back. */
export async function addHoliday(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/settings/calendar?year=2019');
  await hands.press('调整日历');
  await hands.type('日期', '2019年5月31日');
  await page.locator('.ant-picker-dropdown').getByText('2019年').first().waitFor();
  assert.deepEqual(await hands.violations(), [], 'with its panel open');
  await page.keyboard.press('Enter');
  await hands.window.getByText('2019年5月31日').waitFor();
  await hands.type('日期', '20190601');
  await page.keyboard.press('Tab');
  await hands.press('去掉 2019年6月1日');
  await hands.type('节日名称', '防汛停工');
  await hands.type('依据（文号、网址）', '市政府通告第5号');
  await hands.press('预览影响');
  await hands.window.getByText(/个期限将变动|没有期限因此变动/).waitFor();
  await hands.press('保存');
  await hands.says(/日历已更新/);
  const entered = page.getByRole('listitem').filter({ hasText: '防汛停工' });
  await entered.waitFor();
  const day = async () => {
    const { edits } = await hands.told('/calendar');
    return edits.find((edit: { day: string }) => edit.day === '2019-05-31')?.kind;
  };
  assert.equal(await day(), 'holiday');
  await entered.getByRole('button').click();
  await entered.waitFor({ state: 'detached' });
  assert.equal(await day(), undefined);
}

/** A webhook is made, tried, and stopped. */
export async function keepWebhook(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/settings/webhooks');
  await hands.press('添加回调');
  await hands.choose('地区', '咸宁市');
  await hands.type('地址', 'https://hooks.example.org/new');
  await hands.confirm();
  await hands.says('签名密钥只显示这一次，请立即保存');
  await hands.window
    .getByRole('button', { name: /^关\s?闭$/ })
    .last()
    .click();
  const row = page.getByRole('row').filter({ hasText: 'hooks.example.org/new' });
  await row.getByRole('button', { name: '发送测试' }).click();
  await hands.says('测试消息已排队');
  await row.getByRole('button', { name: /^停\s?用$/ }).click();
  await hands.confirm();
  await row.getByText('已停用').waitFor();
  const { items } = await hands.told('/webhooks');
  const made = items.find(({ url }: { url: string }) => url.endsWith('/new'));
  assert.ok(made.stoppedAt);
}

/** A region is put below another one. */
export async function addRegion(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/settings/regions');
  await hands.press('添加地区');
  await hands.choose('上级地区', '咸宁市');
  await hands.type('地区名称', '崇阳县');
  await hands.confirm();
  await page.getByRole('cell', { name: '崇阳县' }).waitFor();
  const regions = await hands.told('/regions');
  assert.ok(regions.items.some(({ name }: { name: string }) => name === '崇阳县'));
}

/** A token for a program is made, shown once, and revoked. */
export async function makeToken(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/settings/tokens');
  await hands.press('新建令牌');
  await hands.type('用途', '大屏');
  await hands.choose('权限范围', 'calendar.read');
  await page.keyboard.press('Escape');
  await hands.confirm();
  await hands.says('令牌只显示这一次，请立即保存');
  const token = await hands.window.locator('code').textContent();
  assert.ok((token ?? '').length > 20);
  await hands.window
    .getByRole('button', { name: /^关\s?闭$/ })
    .last()
    .click();
  const row = page.getByRole('row').filter({ hasText: '大屏' });
  await row.getByRole('button', { name: /^吊\s?销$/ }).click();
  await hands.confirm();
  await row.getByText('已吊销').waitFor();
  const { items } = await hands.told('/me/tokens');
  assert.ok(items.find(({ name }: { name: string }) => name === '大屏').revokedAt);
}

/** A job that failed for good is put back into its queue. */
export async function retryJob(hands: Hands): Promise<void> {
  const boss = new PgBoss({ connectionString: hands.service.world.office.url, schema: 'queue' });
  await boss.start();
  await boss.createQueue('capture-page', { policy: 'exclusive', retryLimit: 0 });
  const id = await boss.send('capture-page', { reportId: 1 });
  await boss.fetch('capture-page');
  await boss.fail('capture-page', id ?? '', new Error('the disk was full'));
  await hands.open('/settings/jobs');
  await hands.says(/the disk was full/);
  await hands.press('重试');
  await hands.says('已重新排队');
  await hands.says('没有失败的任务');
  const { parked, queues } = await hands.told('/jobs');
  assert.deepEqual(parked, []);
  assert.equal(queues.find(({ name }: { name: string }) => name === 'capture-page').failed, 0);
  await boss.stop({ graceful: false });
}
