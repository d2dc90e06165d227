import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveCity } from '#city/serve-city.ts';
import { PUBLIC } from '#domain/person.ts';
import { SiteLocks } from '#store/site-locks.ts';
import { askInspection, listInspections } from './ask-inspections.ts';
import { correctChannel } from './correct-channel.ts';
import { judgeReport } from './judge-report.ts';
import { measureSite } from './measure-site.ts';
import { openCampaign } from './open-campaign.ts';
import { reportToFinding } from './report-to-finding.ts';
import { retryInspection } from './retry-inspection.ts';
import { startCampaign } from './start-campaign.ts';
import { submitErrorReport } from './submit-error-report.ts';
import { sweepInspections } from './sweep-inspections.ts';
import { openSmallOffice, type SmallOffice } from './testing/small-office.ts';
import { Workshop } from './workshop.ts';

// What persons said stands when a site is inspected again.

let city: Awaited<ReturnType<typeof serveCity>>;
let office: SmallOffice;
const workshop = new Workshop(0);
before(async () => {
  city = await serveCity({ seed: 5, sites: 2, pages: 60 });
  office = await openSmallOffice(city.sites);
});
after(async () => {
  await office.close();
  await city.close();
  await workshop.close();
});

/** A campaign over all sites, measured; gives its number. */
async function measured(): Promise<number> {
  const id = await openCampaign(office.inspector, {
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
  await startCampaign(office.inspector, id);
  await measureAll();
  return id;
}

async function measureAll(): Promise<void> {
  const { due } = await sweepInspections(office.job, { limit: 100, retryMs: 0 });
  const locks = new SiteLocks(office.db);
  const signal = new AbortController().signal;
  const bench = { worker: 'worker-1', locks, signal, heartbeatMs: 100, workshop };
  for (const { inspectionId } of due) await measureSite(office.job, inspectionId, bench);
  await locks.close();
}

test('a finding that a report made outlives a new inspection of its site', async () => {
  const id = await measured();
  const [site] = city.sites;
  const report = await submitErrorReport(
    { ...office.job, actor: PUBLIC },
    { pageUrl: site?.homepage ?? '', fault: 'typo', text: '首页上的单位名称写错了' },
  );
  await judgeReport(office.job, report.reportId, { truth: 'true', reason: '已核实' });
  const finding = await reportToFinding(office.job, report.reportId, { campaignId: id });
  const states = async () =>
    await office.db
      .selectFrom('findings')
      .select(['id', 'state', 'key'])
      .where('campaign_id', '=', id)
      .orderBy('id')
      .execute();
  await office.db
    .updateTable('findings')
    .set({ state: 'confirmed', review: 'accepted' })
    .where('id', '=', finding)
    .execute();
  const before = await states();
  const inspection = (await listInspections(office.inspector, id)).items.find(
    ({ siteId }) => siteId === report.siteId,
  );
  await retryInspection(office.inspector, inspection?.id ?? 0, '再看一次');
  await measureAll();
  assert.deepEqual(await states(), before);
  const { card, firstCard } = await askInspection(office.inspector, inspection?.id ?? 0);
  const charged = JSON.stringify([card?.vetoes, card?.deductions]);
  assert.ok(charged.includes(`report-${report.reportId}-`), 'it counts after the second look too');
  assert.ok(!JSON.stringify(firstCard).includes('report-'), 'the machine did not see it');
});

test('what a person said of a channel governs the next inspection, and the finding says who', async () => {
  const round = async () => {
    const id = await measured();
    return await office.db
      .selectFrom('findings')
      .select(['site_id', 'key', 'state', 'finding'])
      .where('campaign_id', '=', id)
      .where('kind', '=', 'channel-stale')
      .where('state', 'in', ['confirmed', 'suspected'])
      .orderBy('id')
      .execute();
  };
  const before = await round();
  const one = before.find(({ state }) => state === 'confirmed');
  assert.ok(one, 'a stale channel');
  const say = async (change: { isHistorical: boolean; clock?: string }) => {
    const { id, version } = await office.db
      .selectFrom('channels')
      .select(['id', 'version'])
      .where('site_id', '=', one.site_id)
      .where('url', '=', one.finding.channel?.url ?? '')
      .executeTakeFirstOrThrow();
    await correctChannel(office.inspector, id, { version, ...change, reason: '已核实' });
  };
  const isSame = ({ key, site_id }: typeof one) => key === one.key && site_id === one.site_id;
  await say({ isHistorical: true });
  const closed = await round();
  const again = closed.find(isSame);
  assert.deepEqual([again?.state, again?.finding.reason], ['suspected', 'historical']);
  const { ruling } = again?.finding.channel ?? {};
  assert.equal(ruling?.origin, 'corrected');
  assert.equal(ruling?.by, (office.inspector.actor as { id: number }).id);
  assert.ok(ruling?.at);
  assert.ok(!('clock' in ruling), 'the clock stays the rubric’s');
  assert.equal(closed.length, before.length, 'nothing else is judged otherwise');
  await say({ isHistorical: false, clock: 'P9Y' });
  const slow = await round();
  assert.equal(slow.some(isSame), false, 'fresh by the clock that a person set');
  assert.equal(slow.length, before.length - 1);
});
