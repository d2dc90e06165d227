import assert from 'node:assert/strict';
import type { Hands } from './hands.ts';

const UNIT = '市数据局';

/** A unit joins the register, is placed, and put below another one. */
export async function addUnit(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/units');
  await hands.press('新增单位');
  await hands.type('名称', UNIT);
  await hands.choose('地区', '咸宁市');
  await hands.confirm();
  await page.waitForURL(/\/units\/\d+$/);
  await page.getByRole('heading', { name: UNIT }).waitFor();
  const id = Number(page.url().split('/').pop());
  await hands.press('排序');
  await hands.type('次序', '7');
  await hands.confirm();
  await hands.press('改上级单位');
  await hands.choose('上级单位', '市民政局');
  await hands.confirm();
  const { position, parentId } = await hands.told(`/units/${id}`);
  const { unit } = hands.service.world.things.own;
  assert.deepEqual({ position, parentId }, { position: 7, parentId: unit });
}

/** A unit is renamed; the former name stays with its days, and still finds it. */
export async function renameUnit(hands: Hands): Promise<void> {
  const { page } = hands;
  const id = hands.service.world.office.unitIds['市科技局'] ?? 0;
  await hands.open(`/units/${id}`);
  await hands.press('更名');
  await hands.type('名称', '市科技创新局');
  await hands.type('依据或理由', '机构改革方案');
  await hands.confirm();
  await page.getByRole('heading', { name: '市科技创新局' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: '市科技局' }).first().waitFor();
  const { items } = await hands.told(`/units?q=${encodeURIComponent('市科技局')}`);
  assert.deepEqual([items[0].id, items[0].name], [id, '市科技创新局']);
}

/** A site of that unit goes through its life: online, suspended, back, closed, archived. */
export async function liveSite(hands: Hands): Promise<void> {
  const { page } = hands;
  const { items } = await hands.told(`/units?q=${encodeURIComponent(UNIT)}`);
  await hands.open(`/units/${items[0].id}`);
  await hands.press('新增网站');
  await hands.type('首页网址', 'http://sjj.example.gov.cn/');
  await hands.confirm();
  await page.waitForURL(/\/sites\/\d+$/);
  const site = Number(page.url().split('/').pop());
  await hands.open(`/sites/${site}?tab=register`);
  await hands.press('修改登记信息');
  await hands.type('网站', '市数据局门户');
  await hands.type('网站标识码', '4212000099');
  await hands.confirm();
  await page.getByRole('definition').filter({ hasText: '4212000099' }).waitFor();
  const states = ['暂停', '运行中', '关停中', '已下线', '已归档'];
  for (const state of states) {
    await hands.press('变更状态');
    await hands.choose('变更为', state);
    await hands.type('理由', '经批准');
    await hands.confirm();
    await page.getByRole('definition').filter({ hasText: state }).waitFor();
  }
  const sheet = await hands.told(`/sites/${site}`);
  assert.deepEqual(
    [sheet.name, sheet.siteIdCode, sheet.state],
    ['市数据局门户', '4212000099', 'archived'],
  );
}

/** What a channel is, and who looks after it, is said by a person. */
export async function correctChannel(hands: Hands): Promise<void> {
  const { page } = hands;
  const { site, channel } = hands.service.world.things.own;
  await hands.open(`/sites/${site}?tab=channels`);
  await hands.press('更正: 政务公开');
  await hands.choose('栏目类别', '通知公告');
  await hands.choose('更新期限', /6 ?个月/);
  await hands.choose('负责单位（不填为网站主办单位）', '市林业局', '林业');
  await hands.type('理由', '由林业局维护');
  await hands.confirm();
  await hands.says('栏目已更正');
  const row = page.getByRole('row').filter({ hasText: '政务公开' });
  await row.filter({ hasText: '通知公告' }).getByText('已更正').waitFor();
  const { items } = await hands.told(`/sites/${site}/channels`);
  const told = items.find(({ id }: { id: number }) => id === channel);
  assert.deepEqual([told.kind, told.clock, told.owner], ['notices', 'P6M', '市林业局']);
}

/** The unit reports its maintenance before it begins. */
export async function reportMaintenance(hands: Hands): Promise<void> {
  const { page } = hands;
  const { site } = hands.service.world.things.own;
  await hands.open(`/sites/${site}`);
  await hands.press('报备维护');
  for (const [label, at] of [
    ['开始', '2019年6月1日 20:00'],
    ['结束', '2019-06-02 06:00'],
  ] as const) {
    await hands.type(label, at);
    await page.keyboard.press('Enter');
  }
  await hands.type('理由', '机房搬迁');
  await hands.confirm();
  const { maintenance } = await hands.told(`/sites/${site}/availability?days=7`);
  const told = maintenance.find(({ reason }: { reason: string }) => reason === '机房搬迁');
  assert.deepEqual([told.from, told.to], ['2019-06-01T12:00:00.000Z', '2019-06-01T22:00:00.000Z']);
}

/** A file of sites is previewed, then written. */
export async function importFile(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/register/import');
  const lines = [
    '单位名称,首页网址,网站标识码,类型',
    '市气象局,http://qxj.example.gov.cn/,4212000098,部门',
    '',
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: '名录.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  await hands.says('新增单位 1 个、网站 1 个，变更 0 项，无变化 0 行。');
  await hands.press('写入 2 项变更');
  await page.waitForURL(/\/sites$/);
  const { items } = await hands.told(`/sites?q=${encodeURIComponent('气象')}`);
  assert.equal(items[0]?.homepage, 'http://qxj.example.gov.cn/');
}
