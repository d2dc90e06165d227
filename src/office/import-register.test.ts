import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Refusal, type RefusalCode } from '#base/refusal.ts';
import { loadRegister } from '#store/load-register.ts';
import { addAlias } from './add-alias.ts';
import { askSites } from './ask-register.ts';
import { exportRegister } from './export-register.ts';
import { importRegister } from './import-register.ts';
import { previewImport } from './preview-import.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(async () => await office.close());

async function refusalOf(act: Promise<unknown>): Promise<RefusalCode> {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return assert.fail('nothing was refused');
}

const file = (text: string | Uint8Array, name = 'a.csv') => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  regionId: office.places.city.id,
});

test('an export imported again changes nothing, as csv and as xlsx, and writes nothing', async () => {
  const desk = office.desk('inspector');
  const before = await loadRegister(office.db);
  for (const form of ['csv', 'xlsx'] as const) {
    const exported = await exportRegister(desk, { regionId: office.places.city.id, form });
    const { name } = exported;
    const bytes = await exported.plain();
    const preview = await previewImport(desk, file(bytes, name));
    assert.deepEqual(preview.mistakes, []);
    assert.deepEqual([preview.added, preview.changed, preview.missing], [[], [], []]);
    assert.equal(preview.counts.unchanged, before.units.length);
    const done = await importRegister(desk, file(bytes, name), preview.token ?? '');
    assert.deepEqual(done, { addedUnits: 0, addedSites: 0, changed: 0 });
  }
  assert.deepEqual(await loadRegister(office.db), before);
});

const sheet = [
  '序号,单位名称,首页网址,网站标识码,地区,上级单位,别名,状态',
  '20,市商务局,http://swj.xianning.gov.cn/,4212000077,,市民政局,商务局；市外经贸局,在线',
  '21,县商务局,http://sw.tongshan.gov.cn/,,咸宁市/通山县,市商务局,,申请中',
  '30,市民政局,,,,,民政局,',
].join('\r\n');

test('an import does what its preview said: units, trees, aliases, sites, their first version', async () => {
  const desk = office.desk('inspector');
  const preview = await previewImport(desk, file(sheet));
  assert.deepEqual(preview.mistakes, []);
  assert.deepEqual(
    preview.added.map(({ line, unit }) => [line, unit]),
    [
      [2, '市商务局'],
      [3, '县商务局'],
    ],
  );
  assert.deepEqual(
    preview.changed.map(({ line, thing, fields }) => [line, thing, fields.map((one) => one.field)]),
    [[4, 'unit', ['序号', '别名']]],
  );
  assert.equal(preview.counts.missing, 10);
  assert.deepEqual(
    preview.warnings.map(({ line, warning }) => [line, warning]),
    [[3, 'code-missing']],
  );
  const done = await importRegister(desk, file(sheet), preview.token ?? '');
  assert.deepEqual(done, { addedUnits: 2, addedSites: 2, changed: 1 });
  const { items } = await askSites(desk, { q: '外经贸', limit: 5 });
  assert.deepEqual(
    items.map(({ unit, name }) => [unit, name]),
    [['市商务局', '市商务局网站']],
  );
  const on = await askSites(desk, { day: '2019-05-28', q: 'sw.tongshan', limit: 5 });
  assert.deepEqual(
    on.items.map(({ state, region }) => [state, region]),
    [['applied', '通山县']],
  );
  const { units } = await loadRegister(office.db);
  const path = (name: string) => units.find((unit) => unit.name === name)?.path ?? '?';
  assert.ok(path('县商务局').startsWith(path('市商务局')));
  assert.ok(path('市商务局').startsWith(path('市民政局')));
  const again = await previewImport(desk, file(sheet));
  assert.deepEqual([again.added, again.changed, again.counts.unchanged], [[], [], 3]);
  const last = await office.db
    .selectFrom('ledger')
    .select(['act', 'thing_id'])
    .orderBy('number', 'desc')
    .limit(1)
    .execute();
  assert.deepEqual(last, [{ act: 'register.import', thing_id: office.places.city.id }]);
});

test('units that change places in the tree, and sites that change hands, arrive where they should', async () => {
  const desk = office.desk('inspector');
  const text = [
    '单位名称,首页网址,上级单位',
    '市商务局,http://swj.xianning.gov.cn/,市林业局',
    '市民政局,,市商务局',
    '市林业局,https://swj2.xianning.gov.cn/,',
    '市体育中心,http://sw.tongshan.gov.cn/,市林业局',
  ].join('\n');
  const preview = await previewImport(desk, file(text));
  assert.deepEqual(preview.mistakes, []);
  await importRegister(desk, file(text), preview.token ?? '');
  const { units, sites } = await loadRegister(office.db);
  const of = (name: string) => units.find((unit) => unit.name === name);
  const forest = of('市林业局')?.id;
  const trade = of('市商务局')?.id;
  assert.equal(of('市商务局')?.path, `/${forest}/${trade}/`);
  assert.equal(of('市民政局')?.path, `/${forest}/${trade}/${of('市民政局')?.id}/`);
  const moved = sites.find(({ homepage }) => homepage === 'http://sw.tongshan.gov.cn/');
  assert.equal(moved?.unitId, of('市体育中心')?.id);
});

test('an import is refused when anything moved since its preview, and when there are mistakes', async () => {
  const desk = office.desk('inspector');
  const text = '单位名称,首页网址\n市统计局,http://tjj.xianning.gov.cn/\n';
  const { token } = await previewImport(desk, file(text));
  await addAlias(desk, office.unitIds['市林业局'] ?? 0, '林业局');
  assert.equal(await refusalOf(importRegister(desk, file(text), token ?? '')), 'register-moved');
  const fresh = await previewImport(desk, file(text));
  const other = file(text.replace('tjj', 'tj'));
  assert.equal(await refusalOf(importRegister(desk, other, fresh.token ?? '')), 'register-moved');
  const wrong = file('单位名称,首页网址\n市统计局,没有\n');
  const preview = await previewImport(desk, wrong);
  assert.equal(preview.token, null);
  const [mistake] = preview.mistakes;
  assert.deepEqual([mistake?.line, mistake?.column], [2, '首页网址']);
  assert.match(mistake?.zh ?? '', /不是网址/);
  assert.equal(await refusalOf(importRegister(desk, wrong, 'any')), 'import-mistaken');
  const county = office.desk('countyInspector');
  assert.equal(await refusalOf(previewImport(county, file(text))), 'not-found');
  assert.equal(await refusalOf(previewImport(office.desk('leader'), file(text))), 'right-missing');
});

test('of two imports at once of one preview, one is done and one is refused', async () => {
  const desk = office.desk('inspector');
  const text = '单位名称,首页网址\n市文联,http://wl.xianning.gov.cn/\n';
  const { token } = await previewImport(desk, file(text));
  const both = await Promise.allSettled([
    importRegister(desk, file(text), token ?? ''),
    importRegister(desk, file(text), token ?? ''),
  ]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  const { items } = await askSites(desk, { q: 'wl.xianning', limit: 5 });
  assert.equal(items.length, 1);
});
