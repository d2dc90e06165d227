import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import { serveCity } from '#city/serve-city.ts';
import { inspectionDir } from '#store/inspection-folder.ts';
import { verifyLedger } from '#store/ledger.ts';
import { SiteLocks } from '#store/site-locks.ts';
import { askCampaign, listCampaigns } from './ask-campaigns.ts';
import { askInspection, listInspections } from './ask-inspections.ts';
import { cancelCampaign } from './cancel-campaign.ts';
import { type Bench, measureSite } from './measure-site.ts';
import { openCampaign } from './open-campaign.ts';
import { previewCampaign } from './preview-campaign.ts';
import { retryInspection } from './retry-inspection.ts';
import { startCampaign } from './start-campaign.ts';
import { sweepInspections } from './sweep-inspections.ts';
import { openSmallOffice, type SmallOffice } from './testing/small-office.ts';
import { Workshop } from './workshop.ts';

let city: Awaited<ReturnType<typeof serveCity>>;
let office: SmallOffice;
const pace = { limit: 100, retryMs: 0 };

before(async () => {
  city = await serveCity({ seed: 5, sites: 2, pages: 120 });
  office = await openSmallOffice(city.sites);
});
after(async () => {
  await office.close();
  await city.close();
});

async function draft(): Promise<number> {
  return await openCampaign(office.inspector, {
    regionId: office.regionId,
    name: '测试抽查',
    period: '2019年第二季度',
    asOf: city.truth.asOf,
    rubric: 'cn-census-2015',
    settings: {
      recheck: { times: 1, spacingMs: 50 },
      allowNet: ['127.0.0.0/8'],
      browser: 'off',
    },
  });
}

const workshop = new Workshop(0);
after(() => workshop.close());

function bench(more: Partial<Bench> = {}): Bench {
  return {
    worker: 'worker-1',
    locks: new SiteLocks(office.db),
    signal: new AbortController().signal,
    heartbeatMs: 100,
    workshop,
    ...more,
  };
}

async function inspectionsOf(campaign: number) {
  return (await listInspections(office.inspector, campaign)).items;
}

test('a campaign goes from draft to review, and its rows do not change when measured twice', async () => {
  const id = await draft();
  const preview = await previewCampaign(office.inspector, id);
  assert.deepEqual(
    preview.sites.map(({ homepage }) => homepage),
    city.sites.map(({ homepage }) => homepage),
  );
  const second = await previewCampaign(office.inspector, id, { after: 1, limit: 1 });
  assert.deepEqual(second.sites, preview.sites.slice(1, 2));
  assert.deepEqual([preview.total, preview.next, second.next], [2, null, null]);
  assert.ok(preview.deductions.some(({ indicator }) => indicator.includes('link')));
  assert.equal(await startCampaign(office.inspector, id), 2);
  const { due } = await sweepInspections(office.job, pace);
  assert.equal(due.length, 2);
  const mine = bench();
  for (const { inspectionId } of due) {
    assert.equal(await measureSite(office.job, inspectionId, mine), 'measured');
    assert.equal(await measureSite(office.job, inspectionId, mine), 'not-due');
  }
  const view = await askCampaign(office.inspector, id);
  assert.equal(view.state, 'reviewing');
  assert.equal(view.counts.states.measured, 2);
  for (const { id: inspection, site } of await inspectionsOf(id)) {
    const seen = await askInspection(office.inspector, inspection);
    const truth = city.truth.sites.find((one) => one.key === site.key);
    assert.equal(seen.verdict, truth?.verdict, site.key);
    assert.equal(seen.score, truth?.score, site.key);
    assert.deepEqual(seen.firstCard, seen.card);
    assert.ok((seen.card?.looked.total ?? 0) > 0 && seen.seal?.startsWith('sha256:'));
  }
  const before = await rows(id);
  await office.db
    .updateTable('inspections')
    .set({ state: 'interrupted', seal: null })
    .where('campaign_id', '=', id)
    .execute();
  for (const { inspectionId } of due) await measureSite(office.job, inspectionId, mine);
  assert.deepEqual(await rows(id), before);
  assert.equal((await verifyLedger(office.db)).broken, null);
  await mine.locks.close();
});

test('the register knows the newest entry of each channel that freshness is judged by', async () => {
  const channels = await office.db.selectFrom('channels').selectAll().execute();
  const looked = channels.filter(({ looked_on }) => looked_on !== null);
  assert.ok(looked.length > 5, `${looked.length} of ${channels.length} channels`);
  for (const { newest_on, newest_why, looked_on } of looked) {
    assert.equal(newest_on === null, newest_why !== null);
    assert.equal(looked_on, city.truth.asOf);
  }
  const found = await office.db
    .selectFrom('findings')
    .select(['site_id', 'finding'])
    .where('kind', '=', 'channel-stale')
    .execute();
  for (const { site_id, finding } of found) {
    const channel = looked.find((one) => one.url === finding.url && one.site_id === site_id);
    assert.equal(channel?.newest_on, finding.measure['newest'], finding.url);
  }
});

async function rows(campaign: number) {
  return await office.db
    .selectFrom('findings')
    .select(['id', 'key', 'state', 'finding', 'review', 'version'])
    .where('campaign_id', '=', campaign)
    .orderBy('id')
    .execute();
}

test('who is told to stop gives its site back, and another goes on without a finding twice', async () => {
  const id = await draft();
  await startCampaign(office.inspector, id);
  const [first] = await inspectionsOf(id);
  assert.ok(first);
  const stop = new AbortController();
  const one = bench({ signal: stop.signal });
  const measuring = measureSite(office.job, first.id, one);
  await until(async () => ((await askInspection(office.job, first.id)).progress?.pages ?? 0) > 3);
  const two = bench({ worker: 'worker-2' });
  assert.equal(await measureSite(office.job, first.id, two), 'busy');
  stop.abort();
  assert.equal(await measuring, 'interrupted');
  assert.equal((await askInspection(office.job, first.id)).state, 'interrupted');
  assert.equal(await measureSite(office.job, first.id, two), 'measured');
  const keys = (await rows(id)).map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  await cancelCampaign(office.inspector, id, '测试完毕');
  await Promise.all([one.locks.close(), two.locks.close()]);
});

test('a worker whose lock is gone is taken for dead by the sweep, whatever the clock says', async () => {
  const id = await draft();
  await startCampaign(office.inspector, id);
  const [first] = await inspectionsOf(id);
  assert.ok(first);
  await office.db
    .updateTable('inspections')
    .set({ state: 'running', worker: 'dead', attempts: 1, seen_at: '2999-01-01T00:00:00Z' })
    .where('id', '=', first.id)
    .execute();
  const swept = await sweepInspections(office.job, pace);
  assert.deepEqual(
    swept.orphans.map(({ inspectionId }) => inspectionId),
    [first.id],
  );
  assert.equal(swept.due[0]?.inspectionId, first.id);
  await cancelCampaign(office.inspector, id, '测试完毕');
});

test('a fault of ours is parked with its error after three tries, and is no verdict', async () => {
  const id = await draft();
  await startCampaign(office.inspector, id);
  const [first, second] = await inspectionsOf(id);
  assert.ok(first && second);
  const dir = inspectionDir(office.evidenceDir, id, first.site.key);
  mkdirSync(dirname(dir), { recursive: true });
  mkdirSync(dir);
  writeFileSync(`${dir}/run.json`, '{ broken');
  const mine = bench();
  for (const state of ['interrupted', 'interrupted', 'failed-ours']) {
    assert.equal(await measureSite(office.job, first.id, mine), 'failed');
    assert.equal((await askInspection(office.job, first.id)).state, state);
  }
  const parked = await askInspection(office.job, first.id);
  assert.match(parked.error ?? '', /run\.json/);
  assert.equal(parked.verdict, null);
  await measureSite(office.job, second.id, mine);
  assert.equal((await askCampaign(office.inspector, id)).state, 'reviewing');
  rmSync(dir, { recursive: true });
  await retryInspection(office.inspector, first.id, '已修复');
  assert.equal(await measureSite(office.job, first.id, mine), 'measured');
  await mine.locks.close();
});

test('measured anew, a site keeps its earlier evidence beside the new, and what persons said', async () => {
  const [campaign] = (await listCampaigns(office.inspector, { state: 'reviewing' })).items;
  assert.ok(campaign);
  const list = await inspectionsOf(campaign.id);
  const inspection = list.at(-1);
  assert.ok(inspection);
  const mine = bench();
  await office.db
    .updateTable('findings')
    .set({ review: 'accepted', review_reason: '属实' })
    .where('inspection_id', '=', inspection.id)
    .execute();
  const before = (await rows(campaign.id)).map(({ key, review }) => [key, review]);
  await retryInspection(office.inspector, inspection.id, '复测');
  assert.equal(await measureSite(office.job, inspection.id, mine), 'measured');
  const dir = inspectionDir(office.evidenceDir, campaign.id, inspection.site.key);
  assert.ok(existsSync(dir) && existsSync(`${dir}~1`));
  assert.deepEqual(
    (await rows(campaign.id)).map(({ key, review }) => [key, review]),
    before,
  );
  await mine.locks.close();
});

test('a cancelled campaign stops who is at work on it, and measures nothing more', async () => {
  const id = await draft();
  await startCampaign(office.inspector, id);
  const [first] = await inspectionsOf(id);
  assert.ok(first);
  const mine = bench();
  const measuring = measureSite(office.job, first.id, mine);
  await until(async () => (await askInspection(office.job, first.id)).state === 'running');
  await cancelCampaign(office.inspector, id, '名单有误');
  assert.equal(await measuring, 'not-due');
  const view = await askCampaign(office.inspector, id);
  assert.equal(view.cancelReason, '名单有误');
  assert.equal(view.counts.states.cancelled, 2);
  assert.deepEqual((await sweepInspections(office.job, pace)).due, []);
  await mine.locks.close();
});

test('a unit sees nothing of a campaign before it is heard, then its own site only', async () => {
  const [campaign] = (await listCampaigns(office.inspector, { state: 'reviewing' })).items;
  assert.ok(campaign);
  assert.deepEqual((await listCampaigns(office.editor)).items, []);
  await assert.rejects(askCampaign(office.editor, campaign.id), { code: 'not-found' });
  await office.db
    .updateTable('campaigns')
    .set({ state: 'hearing' })
    .where('id', '=', campaign.id)
    .execute();
  assert.equal((await listCampaigns(office.editor)).items.length, 1);
  const own = (await listInspections(office.editor, campaign.id)).items;
  assert.deepEqual(
    own.map(({ siteId }) => siteId),
    [office.siteIds[0]],
  );
  const other = (await inspectionsOf(campaign.id)).at(-1);
  await assert.rejects(askInspection(office.editor, other?.id ?? 0), { code: 'not-found' });
});

test('the list goes on behind where it stopped', async () => {
  const all = (await listCampaigns(office.inspector)).items.map(({ id }) => id);
  const first = await listCampaigns(office.inspector, { limit: 2 });
  assert.equal(first.next, first.items[1]?.id);
  const second = await listCampaigns(office.inspector, { limit: 200, after: first.next ?? 0 });
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }) => id),
    all,
  );
  assert.equal(second.next, null);
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('what an inspection saw of channels stands in the register, with the clocks of its rubric', async () => {
  const found = await office.db
    .selectFrom('channels')
    .select(['kind', 'clock', 'origin', 'url'])
    .execute();
  assert.ok(found.length > 5);
  assert.ok(found.every(({ origin }) => origin === 'discovered'));
  const news = found.filter(({ kind }) => kind === 'news');
  assert.ok(news.length > 0 && news.every(({ clock }) => clock === 'P14D'));
});
