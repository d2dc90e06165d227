import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { shortHash } from '#base/hash.ts';
import { targetKey } from '#base/url.ts';
import { sampleFinding } from '#score/testing/sample-findings.ts';
import { toJson } from '#store/json-column.ts';
import { askOrder, askOrders } from './ask-orders.ts';
import { closeOrder } from './close-order.ts';
import { issueOrders } from './issue-orders.ts';
import { receiveOrder } from './receive-order.ts';
import { recheckOrder } from './recheck-order.ts';
import { replyToOrder } from './reply-to-order.ts';
import { type ChangingSite, serveChangingSite } from './testing/changing-site.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import { sampleSettings } from './testing/sample-campaign.ts';
import type { Watch } from './watch.ts';

describe('an order is looked at again', () => {
  let office: SampleOffice;
  let site: ChangingSite;
  let orderId = 0;
  const stop = new AbortController();
  const watch = (signal = stop.signal): Watch => ({
    now: () => office.desk('inspector').now(),
    wait: async (ms) => void (await sleep(Math.min(ms, 20), undefined, { signal }).catch(() => 0)),
    signal,
    report: () => undefined,
  });

  before(async () => {
    site = await serveChangingSite();
    office = await openSampleOffice();
    await chargeOneDeadLink(office, site);
    await issueOrders(office.desk('inspector'), office.campaignId);
    const { items } = await askOrders(office.desk('editor'), { limit: 10 });
    orderId = items[0]?.id ?? 0;
  });
  after(async () => {
    await office.close();
    await site.close();
  });

  async function sayMended(): Promise<void> {
    const editor = office.desk('editor');
    const order = await askOrder(editor, orderId);
    if (order.state === 'issued') await receiveOrder(editor, orderId);
    const open = order.items.filter(({ recheck }) => recheck !== 'passed');
    const answers = open.map(({ id }) => ({ itemId: id, answer: 'mended' as const }));
    await replyToOrder(editor, orderId, answers);
  }

  async function recheck(): Promise<{ state: string; recheck: string[]; timesFailed: number }> {
    assert.ok(await recheckOrder(office.desk({ job: 'recheck' }), orderId, watch()));
    const { state, items, timesFailed } = await askOrder(office.desk('editor'), orderId);
    return { state, recheck: items.map((item) => item.recheck), timesFailed };
  }

  test('an order that nobody answered is not looked at', async () => {
    assert.equal(await recheckOrder(office.desk({ job: 'recheck' }), orderId, watch()), false);
  });

  test('what was said to be mended and is still there fails, with what was seen', async () => {
    site.setDead(['/a']);
    await sayMended();
    assert.deepEqual(await recheck(), { state: 'received', recheck: ['failed'], timesFailed: 1 });
    const { items } = await askOrder(office.desk('editor'), orderId);
    assert.equal(items[0]?.after?.evidence.at(-1)?.status, 404);
    assert.ok((items[0]?.before?.evidence.length ?? 0) > 0);
  });

  test('a site that does not open is no failure of the unit to mend', async () => {
    site.setDown(true);
    await sayMended();
    assert.deepEqual(await recheck(), {
      state: 'received',
      recheck: ['unmeasured'],
      timesFailed: 1,
    });
    site.setDown(false);
  });

  test('a recheck that is stopped goes on the next time', async () => {
    site.setDead([]);
    await sayMended();
    const stopped = new AbortController();
    stopped.abort();
    const job = office.desk({ job: 'recheck' });
    assert.equal(await recheckOrder(job, orderId, watch(stopped.signal)), false);
    assert.equal((await askOrder(office.desk('editor'), orderId)).state, 'rechecking');
    assert.deepEqual(await recheck(), { state: 'passed', recheck: ['passed'], timesFailed: 1 });
  });

  test('what was seen to be gone is closed by the office', async () => {
    await closeOrder(office.desk('inspector'), orderId);
    assert.equal((await askOrder(office.desk('editor'), orderId)).state, 'closed');
  });
});

/** Leaves the unit one charged finding: a dead link of a site that can be visited. */
async function chargeOneDeadLink(office: SampleOffice, site: ChangingSite): Promise<void> {
  const { db, inspectionIds } = office;
  const inspection = inspectionIds['minzheng'] ?? 0;
  const url = `${site.homepage}a`;
  const key = `f-${shortHash(`minzheng|link-dead|${targetKey(url)}`)}`;
  const finding = sampleFinding({ kind: 'link-dead', id: key, url });
  finding.evidence.push({
    visit: 'v1',
    url,
    at: '2019-05-27T01:00:00.000Z',
    status: 404,
    outcome: 'answered',
    bodyHash: null,
    excerpt: null,
    look: 0,
  });
  await db.deleteFrom('findings').where('inspection_id', '=', inspection).execute();
  await db
    .insertInto('findings')
    .values({
      inspection_id: inspection,
      campaign_id: office.campaignId,
      site_id: office.siteIds['minzheng'] ?? 0,
      key,
      kind: 'link-dead',
      state: 'confirmed',
      finding: toJson(finding),
    })
    .execute();
  const { card, site: snapshot } = await db
    .selectFrom('inspections')
    .select(['card', 'site'])
    .where('id', '=', inspection)
    .executeTakeFirstOrThrow();
  const deductions = [{ indicator: 'homepage-links', points: 1, count: 1, findings: [key] }];
  await db
    .updateTable('inspections')
    .set({
      card: toJson({ ...card, deductions }),
      site: toJson({ ...snapshot, homepage: site.homepage }),
    })
    .where('id', '=', inspection)
    .execute();
  const settings = { ...sampleSettings, allowNet: ['127.0.0.0/8'] };
  await db
    .updateTable('campaigns')
    .set({ state: 'published', settings: toJson(settings) })
    .execute();
}
