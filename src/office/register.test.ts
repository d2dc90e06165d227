import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Refusal, type RefusalCode } from '#base/refusal.ts';
import { discoverChannels } from '#domain/discovered-channel.ts';
import { rememberChannels } from '#store/channels.ts';
import { listSitesOn } from '#store/list-sites.ts';
import { findUnitsByName } from '#store/units.ts';
import { addAlias } from './add-alias.ts';
import { addRegion } from './add-region.ts';
import { addSite } from './add-site.ts';
import { addUnit } from './add-unit.ts';
import { askChannels, askRegions, askSite, askSites, askUnit, askUnits } from './ask-register.ts';
import { changeSite } from './change-site.ts';
import { correctChannel } from './correct-channel.ts';
import { giveDomain, takeDomain } from './give-domain.ts';
import { moveSite } from './move-site.ts';
import { moveUnit } from './move-unit.ts';
import { placeUnit } from './place-unit.ts';
import { removeAlias } from './remove-alias.ts';
import { renameUnit } from './rename-unit.ts';
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

const ten = { limit: 10 };
const cityId = () => office.places.city.id;
const countyId = () => office.places.county.id;

test('the pair of the circular is one unit, found by either name and by a name it once had', async () => {
  const desk = office.desk('inspector');
  const id = await addUnit(desk, { name: '市高新技术产业园区', regionId: cityId() });
  await addAlias(desk, id, '咸宁高新区管委会');
  office.setClock('2019-06-03T02:00:00.000Z');
  await renameUnit(desk, id, { name: '市高新技术产业开发区', reason: '更名' });
  const names = ['市高新技术产业开发区', '咸宁高新区管委会', '市高新技术产业园区'];
  const found = await Promise.all(names.map((name) => findUnitsByName(office.db, name, cityId())));
  assert.deepEqual(found, [[{ id, by: 'name' }], [{ id, by: 'alias' }], [{ id, by: 'former' }]]);
  for (const q of ['高新技术产业园', '高新区管', '产业开发']) {
    const { items } = await askUnits(desk, { q, ...ten });
    assert.deepEqual(
      items.map((unit) => unit.id),
      [id],
    );
  }
  const { names: dated } = await askUnit(desk, id);
  assert.deepEqual(
    dated.map(({ name, kind, from, to }) => [name, kind, from, to]),
    [
      ['市高新技术产业园区', 'official', '2019-05-28', '2019-06-03'],
      ['市高新技术产业开发区', 'official', '2019-06-03', null],
      ['咸宁高新区管委会', 'alias', null, null],
    ],
  );
});

test('two units of a region never go by one name, but a former name is free', async () => {
  const desk = office.desk('inspector');
  const taken = (name: string) => refusalOf(addUnit(desk, { name, regionId: cityId() }));
  assert.equal(await taken('市高新技术产业开发区'), 'name-taken');
  assert.equal(await taken('咸宁高新区管委会'), 'name-taken');
  assert.equal(await taken('甲/乙'), 'name-malformed');
  const id = await addUnit(desk, { name: '市高新技术产业园区', regionId: cityId() });
  assert.equal(await refusalOf(addAlias(desk, id, '咸宁高新区管委会')), 'name-taken');
  assert.equal(await refusalOf(removeAlias(desk, id, '咸宁高新区管委会')), 'alias-unknown');
  await addAlias(desk, id, '高新园');
  await removeAlias(desk, id, '高新园');
  assert.deepEqual((await askUnit(desk, id)).aliases, []);
  const again = { name: '市高新技术产业园', day: '2019-06-02' };
  assert.equal(await refusalOf(renameUnit(desk, id, again)), 'day-before-last-change');
  await renameUnit(desk, id, { ...again, day: '2019-06-03' });
  const { name, names } = await askUnit(desk, id);
  assert.deepEqual([name, names.map(({ name: one }) => one)], [again.name, [again.name]]);
  assert.equal(
    await refusalOf(renameUnit(desk, id, { name: '市高新园', day: '2030-01-01' })),
    'day-in-future',
  );
});

test('a unit that moves takes the paths of all below it along', async () => {
  const desk = office.desk('inspector');
  const add = (name: string, parentId: number | null) =>
    addUnit(desk, { name, regionId: cityId(), parentId });
  const a = await add('甲局', null);
  const b = await add('乙处', a);
  const c = await add('丙科', b);
  const d = await add('丁局', null);
  await moveUnit(desk, b, d);
  assert.deepEqual((await askUnit(desk, c)).path, `/${d}/${b}/${c}/`);
  assert.equal(await refusalOf(moveUnit(desk, d, c)), 'parent-below-itself');
  await moveUnit(desk, b, null);
  assert.deepEqual((await askUnit(desk, c)).path, `/${b}/${c}/`);
  const county = await addUnit(desk, { name: '县局', regionId: countyId(), parentId: a });
  assert.equal(await refusalOf(moveUnit(desk, a, county)), 'parent-below-itself');
  assert.equal(await refusalOf(moveUnit(desk, d, county)), 'parent-elsewhere');
});

test('what existed on a day is one question: facts, state and the name of then', async () => {
  const desk = office.desk('inspector');
  office.setClock('2019-06-10T02:00:00.000Z');
  const unitId = await addUnit(desk, { name: '市文体局', regionId: cityId(), day: '2019-01-01' });
  const other = await addUnit(desk, { name: '市文旅局', regionId: cityId() });
  const { id, warnings } = await addSite(desk, {
    unitId,
    homepage: 'http://wtj.xianning.gov.cn',
    day: '2019-01-01',
  });
  assert.deepEqual(warnings, ['code-missing']);
  await renameUnit(desk, unitId, { name: '市文化体育局', day: '2019-03-01' });
  await moveSite(desk, id, { to: 'suspended', day: '2019-04-01', reason: '改版' });
  await moveSite(desk, id, { to: 'online', day: '2019-04-15' });
  const { version } = await askSite(desk, id);
  const change = { unitId: other, homepage: 'https://wlj.xianning.gov.cn/', day: '2019-06-01' };
  await changeSite(desk, id, { ...change, version, siteIdCode: '4212000123' });
  const on = async (day: string) =>
    (await listSitesOn(office.db, day, { q: '文', ...ten })).map((site) => [
      site.unit,
      site.homepage,
      site.state,
    ]);
  const old = 'http://wtj.xianning.gov.cn/';
  assert.deepEqual(await on('2018-12-31'), []);
  assert.deepEqual(await on('2019-01-01'), [['市文体局', old, 'online']]);
  assert.deepEqual(await on('2019-03-01'), [['市文化体育局', old, 'online']]);
  assert.deepEqual(await on('2019-04-14'), [['市文化体育局', old, 'suspended']]);
  assert.deepEqual(await on('2019-05-31'), [['市文化体育局', old, 'online']]);
  assert.deepEqual(await on('2019-06-01'), [
    ['市文旅局', 'https://wlj.xianning.gov.cn/', 'online'],
  ]);
  const { history, domains } = await askSite(desk, id);
  assert.equal(history.length, 4);
  assert.deepEqual(
    domains.map(({ domain, isMain }) => [domain, isMain]),
    [
      ['wlj.xianning.gov.cn', true],
      ['wtj.xianning.gov.cn', false],
    ],
  );
  const stale = changeSite(desk, id, { version, name: '别名' });
  assert.equal(await refusalOf(stale), 'moved-meanwhile');
  const early = moveSite(desk, id, { to: 'closing', day: '2019-05-01' });
  assert.equal(await refusalOf(early), 'day-before-last-change');
  assert.equal(await refusalOf(moveSite(desk, id, { to: 'archived' })), 'move-unknown');
});

test('rules are warnings, but no two sites stand at one address', async () => {
  const desk = office.desk('inspector');
  const unitId = await addUnit(desk, { name: '市财政局分局', regionId: cityId() });
  const site = { unitId, homepage: 'http://czj.example.com/', siteIdCode: 'bm12345678' };
  const { id } = await addSite(desk, site);
  assert.equal(await refusalOf(addSite(desk, site)), 'homepage-taken');
  const second = await addSite(desk, { unitId, homepage: 'http://某某.政务/', kind: 'portal' });
  assert.deepEqual(second.warnings, ['unit-has-several-sites', 'code-missing']);
  assert.deepEqual((await askSite(desk, id)).warnings, [
    'unit-has-several-sites',
    'domain-not-government',
    'code-form',
  ]);
  const malformed = addSite(desk, { ...site, homepage: 'http://x.gov.cn/', siteIdCode: '12' });
  assert.equal(await refusalOf(malformed), 'site-id-code-malformed');
  await moveSite(desk, id, { to: 'closing' });
  await moveSite(desk, id, { to: 'offline' });
  const successor = await addSite(desk, site);
  assert.notEqual((await askSite(desk, successor.id)).key, (await askSite(desk, id)).key);
});

test('sites are found by name, alias, domain and code, wildcards taken literally', async () => {
  const desk = office.desk('inspector');
  const unitId = await addUnit(desk, { name: '市审计局', regionId: cityId(), position: 900 });
  await addAlias(desk, unitId, '审计100%');
  const homepage = 'http://sjj.xianning.gov.cn/';
  const { id } = await addSite(desk, { unitId, homepage, siteIdCode: '4212999999' });
  await giveDomain(desk, id, { domain: '审计.政务', isMain: false });
  const find = async (q: string) =>
    (await askSites(desk, { q, ...ten })).items.map((one) => one.id);
  for (const q of ['审计局', '100%', 'SJJ.xianning', '审计.政务', '999999']) {
    assert.deepEqual(await find(q), [id], q);
  }
  assert.deepEqual(await find('1_0%'), []);
  await takeDomain(desk, id, { domain: '审计.政务' });
  assert.equal(await refusalOf(takeDomain(desk, id, { domain: '审计.政务' })), 'domain-unknown');
  await placeUnit(desk, unitId, 3);
  const [moved] = (await askSites(desk, { q: '审计局', ...ten })).items;
  assert.equal(moved && 'position' in moved && moved.position, 3);
});

test('lists are paged in the order of the official list, and show what one may see', async () => {
  const all: number[] = [];
  let after: number | undefined;
  for (;;) {
    const asked = after === undefined ? { limit: 3 } : { limit: 3, after };
    const { items, next } = await askSites(office.desk('inspector'), asked);
    all.push(...items.map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  const whole = await askSites(office.desk('auditor'), { limit: 200 });
  assert.deepEqual(
    all,
    whole.items.map(({ id }) => id),
  );
  const own = await askSites(office.desk('editor'), ten);
  assert.deepEqual(
    own.items.map(({ unit }) => unit),
    ['市民政局'],
  );
  assert.deepEqual((await askSites(office.desk('admin'), ten)).items, []);
  const day = { day: '2019-05-28', limit: 10 };
  assert.equal((await askSites(office.desk('editor'), day)).items.length, 1);
  assert.deepEqual((await askSites(office.desk('countyInspector'), ten)).items, []);
  const foreign = office.siteIds[Object.keys(office.siteIds)[0] ?? ''] ?? 0;
  assert.equal(await refusalOf(askSite(office.desk('countyInspector'), foreign)), 'not-found');
  const regions = await askRegions(office.desk('editor'), ten);
  assert.deepEqual(
    regions.items.map(({ name }) => name),
    ['咸宁市'],
  );
  const elsewhere = addUnit(office.desk('countyInspector'), { name: '某局', regionId: cityId() });
  assert.equal(await refusalOf(elsewhere), 'not-found');
  const below = { name: '某镇', parentId: countyId() };
  assert.equal(await refusalOf(addRegion(office.desk('reviewer'), below)), 'right-missing');
  const town = await addRegion(office.desk('countyInspector'), below);
  assert.equal(town.path, `${office.places.county.path}${town.id}/`);
  assert.equal(await refusalOf(addRegion(office.desk('inspector'), below)), 'name-taken');
  const root = { name: '某省', parentId: null };
  assert.equal(await refusalOf(addRegion(office.desk('inspector'), root)), 'right-missing');
});

test('a corrected channel survives discovery and voids what was explained of it', async () => {
  const { db } = office;
  const desk = office.desk('inspector');
  const finding = await db
    .selectFrom('findings')
    .select(['id', 'site_id', 'finding'])
    .where('kind', 'in', ['channel-stale', 'channel-blank'])
    .executeTakeFirstOrThrow();
  const { channel } = finding.finding as { channel: { url: string } };
  const { url } = channel;
  const found = (name: string, kind: 'news' | 'notices') =>
    discoverChannels([{ name, path: ['政务公开', name], url, kind, level: 2, historical: false }], {
      news: 'P14D',
      notices: 'P6M',
    });
  const siteId = finding.site_id;
  const remember = (name: string, kind: 'news' | 'notices', day: string) =>
    db.transaction().execute((tx) => rememberChannels(tx, siteId, found(name, kind), day));
  const list = async () =>
    (await askChannels(desk, siteId, ten)).items.filter((one) => one.url === url);
  await remember('动态', 'news', '2019-05-27');
  await remember('公告', 'notices', '2019-05-28');
  const [seen] = await list();
  assert.deepEqual(
    [seen?.name, seen?.kind, seen?.clock, seen?.origin, seen?.firstSeenOn, seen?.lastSeenOn],
    ['公告', 'notices', 'P6M', 'discovered', '2019-05-27', '2019-05-28'],
  );
  const { id: explanation } = await db
    .insertInto('explanations')
    .values({
      finding_id: finding.id,
      site_id: siteId,
      state: 'approved',
      statement: '今年没有公告',
      claimed_by: office.people.editor.id,
      claimed_at: '2019-05-28T02:00:00.000Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const stateOf = async () =>
    (
      await db
        .selectFrom('explanations')
        .select('state')
        .where('id', '=', explanation)
        .executeTakeFirstOrThrow()
    ).state;
  const channelId = seen?.id ?? 0;
  await correctChannel(desk, channelId, { version: seen?.version ?? 0 });
  assert.deepEqual([(await list())[0]?.origin, await stateOf()], ['confirmed', 'approved']);
  const [confirmed] = await list();
  const change = { version: confirmed?.version ?? 0, kind: 'special' as const, clock: null };
  await correctChannel(desk, channelId, { ...change, isHistorical: true, reason: '专题' });
  assert.equal(await stateOf(), 'void');
  await remember('动态', 'news', '2019-06-01');
  const [kept] = await list();
  assert.deepEqual(
    [kept?.name, kept?.kind, kept?.clock, kept?.isHistorical, kept?.origin, kept?.lastSeenOn],
    ['公告', 'special', null, true, 'corrected', '2019-06-01'],
  );
  assert.equal(await refusalOf(correctChannel(desk, channelId, change)), 'moved-meanwhile');
  const wrong = correctChannel(desk, channelId, { version: 9, clock: '两周' });
  assert.equal(await refusalOf(wrong), 'clock-malformed');
  const acts = await db
    .selectFrom('ledger')
    .select('act')
    .orderBy('number', 'desc')
    .limit(3)
    .execute();
  assert.deepEqual(acts.map(({ act }) => act).slice(0, 2), ['explanation.void', 'channel.correct']);
});

test('units and sites are found by the first letters of their names as they are read', async () => {
  const desk = office.desk('inspector');
  const units = async (q: string) => (await askUnits(desk, { q, limit: 50 })).items;
  assert.ok((await units('lyj')).some(({ id }) => id === office.unitIds['市林业局']));
  await addAlias(desk, office.unitIds['市林业局'] ?? 0, '林草局');
  assert.ok((await units('lcj')).some(({ id }) => id === office.unitIds['市林业局']));
  const { items } = await askSites(desk, { q: 'LCJ', limit: 50 });
  assert.ok(items.some(({ unitId }) => unitId === office.unitIds['市林业局']));
});
