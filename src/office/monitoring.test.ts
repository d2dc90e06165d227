import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#base/refusal.ts';
import { insertMissingWatches, listDueWatches, type WatchRow } from '#store/monitoring.ts';
import { askAvailability, askSignals } from './ask-monitoring.ts';
import { monitorSite } from './monitor-site.ts';
import { monitoringTerms } from './monitoring-terms.ts';
import { reportMaintenance } from './report-maintenance.ts';
import { type ChangingSite, serveChangingSite } from './testing/changing-site.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import type { Watch } from './watch.ts';
import { watchTheMonitor } from './watch-the-monitor.ts';

const HOUR_MS = 3_600_000;
const standing = { isStanding: true, limit: 200 };

describe('standing monitoring', () => {
  let office: SampleOffice;
  let site: ChangingSite;
  let siteId = 0;
  let clockMs = Date.parse('2019-05-27T02:00:00.000Z');
  const terms = monitoringTerms({ allowNet: ['127.0.0.0/8'] });
  const now = () => new Date(clockMs).toISOString();
  const watch: Watch = {
    now,
    wait: async (ms) => {
      clockMs += ms;
      await sleep(1);
    },
    signal: new AbortController().signal,
    report: () => undefined,
  };
  const job = () => ({ ...office.desk({ job: 'monitor' }), now });

  before(async () => {
    site = await serveChangingSite();
    office = await openSampleOffice();
    siteId = office.siteIds['minzheng'] ?? 0;
    await office.db
      .updateTable('sites')
      .set({ homepage: site.homepage })
      .where('id', '=', siteId)
      .execute();
    await office.db
      .transaction()
      .execute((tx) => insertMissingWatches(tx, terms.plan.every, now()));
  });
  after(async () => {
    await office.close();
    await site.close();
  });

  async function due(kind: WatchRow['kind']): Promise<WatchRow> {
    const rows = await listDueWatches(office.db, new Date(clockMs + 9e9).toISOString(), {
      limit: 500,
    });
    const row = rows.find((one) => one.siteId === siteId && one.kind === kind);
    assert.ok(row);
    return row;
  }

  async function look(kind: WatchRow['kind']): Promise<string[]> {
    const row = await due(kind);
    clockMs = Math.max(clockMs + 1000, Date.parse(row.dueAt));
    const changes = await monitorSite(job(), row, { terms, watch });
    return (changes ?? []).map(({ kind: line, from, to }) => `${line}: ${from} to ${to}`);
  }

  test('every online site has its watches, and a second look at the register adds none', async () => {
    const added = (at: string) =>
      office.db.transaction().execute((tx) => insertMissingWatches(tx, terms.plan.every, at));
    assert.equal(await added(now()), 0);
    await office.db
      .updateTable('sites')
      .set({ state: 'suspended' })
      .where('key', '=', 'keji')
      .execute();
    await added(now());
    const rows = await listDueWatches(office.db, now(), { limit: 500 });
    assert.ok(rows.every((row) => row.siteId !== office.siteIds['keji']));
    assert.equal(rows.length, 9 * 3);
  });

  test('twenty visits a day are spaced over it', async () => {
    const gaps: number[] = [];
    for (let visit = 0; visit < 24; visit++) {
      const before = clockMs;
      assert.deepEqual(await look('availability'), []);
      if (visit > 0) gaps.push(clockMs - before);
    }
    assert.ok(Math.min(...gaps) > 0.3 * (24 / 20) * HOUR_MS, `${Math.min(...gaps)}`);
    assert.ok(Math.max(...gaps) < 1.7 * (24 / 20) * HOUR_MS);
    const { days } = await askAvailability({ ...office.desk('editor'), now }, siteId, 7);
    assert.equal(
      days.reduce((sum, { tally }) => sum + tally.opened, 0),
      24,
    );
  });

  test('three per cent of failed visits are warned of, before five', async () => {
    site.setDown(true);
    const first = await look('availability');
    const second = await look('availability');
    site.setDown(false);
    assert.deepEqual([first, second], [[], ['availability: null to watch']]);
    const { items } = await askSignals(office.desk('editor'), standing);
    assert.deepEqual(
      items.map(({ kind, state }) => [kind, state]),
      [['availability', 'watch']],
    );
    assert.deepEqual((await askSignals(office.desk('otherEditor'), standing)).items, []);
  });

  test('maintenance that was reported before it began excuses visits', async () => {
    const from = new Date(clockMs + 60_000).toISOString();
    const to = new Date(clockMs + 10 * HOUR_MS).toISOString();
    const report = { from, to, reason: '机房维护' };
    const foreign = { ...office.desk('otherEditor'), now };
    await assert.rejects(
      reportMaintenance(foreign, siteId, report),
      (error) => error instanceof Refusal && error.code === 'not-found',
    );
    await reportMaintenance({ ...office.desk('editor'), now }, siteId, report);
    site.setDown(true);
    for (let visit = 0; visit < 4; visit++) await look('availability');
    site.setDown(false);
    const { days } = await askAvailability({ ...office.desk('editor'), now }, siteId, 7);
    const sum = (name: 'failed' | 'maintenance') =>
      days.reduce((total, { tally }) => total + tally[name], 0);
    assert.equal(sum('failed'), 2);
    assert.ok(sum('maintenance') >= 3);
  });

  test('ten days without an update are warned of, and an update clears it', async () => {
    const today = () => now().slice(0, 10);
    site.setNewest(today());
    assert.deepEqual(await look('pages'), []);
    clockMs += 9 * 24 * HOUR_MS;
    assert.deepEqual(await look('pages'), []);
    assert.deepEqual(await look('pages'), []);
    const warned = await look('pages');
    assert.deepEqual(warned, ['site-updated: null to watch']);
    clockMs += 4 * 24 * HOUR_MS;
    assert.deepEqual(await look('pages'), ['site-updated: watch to breach']);
    site.setNewest(today());
    assert.deepEqual(await look('pages'), ['site-updated: breach to cleared']);
  });

  test('dead links of the whole site are told weekly, until they are mended', async () => {
    site.setNewest(now().slice(0, 10));
    assert.deepEqual(await look('links'), []);
    site.setDead(['/a', '/dt/3.html']);
    site.setNewest(new Date(clockMs + 7 * 24 * HOUR_MS).toISOString().slice(0, 10));
    assert.deepEqual(await look('links'), ['dead-links: null to watch']);
    const { items } = await askSignals(office.desk('editor'), standing);
    const { measure } = items.find(({ kind }) => kind === 'dead-links') ?? {};
    const { total, homepage, urls } = measure as Record<string, unknown>;
    assert.deepEqual([total, homepage, (urls as string[]).length], [2, 2, 2]);
    site.setDead([]);
    site.setNewest(new Date(clockMs + 7 * 24 * HOUR_MS).toISOString().slice(0, 10));
    assert.deepEqual(await look('links'), ['dead-links: watch to cleared']);
  });

  test('what was not measured on time is an alarm, until it is measured', async () => {
    clockMs += 15 * 24 * HOUR_MS;
    const late = await watchTheMonitor(job(), terms);
    const own = late.filter((change) => change.siteId === siteId).map(({ kind }) => kind);
    assert.deepEqual(own.sort(), ['on-time:availability', 'on-time:links', 'on-time:pages']);
    await look('pages');
    const over = await watchTheMonitor(job(), terms);
    assert.deepEqual(
      over.map(({ kind, to }) => [kind, to]),
      [['on-time:pages', 'cleared']],
    );
  });
});
