import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { askOrder, askOrders } from './ask-orders.ts';
import { closeOrder } from './close-order.ts';
import { issueOrders } from './issue-orders.ts';
import { receiveOrder } from './receive-order.ts';
import { recheckOrder } from './recheck-order.ts';
import { replyToOrder } from './reply-to-order.ts';
import { chargeOneDeadLink } from './testing/charge-one-dead-link.ts';
import { type ChangingSite, serveChangingSite } from './testing/changing-site.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
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
