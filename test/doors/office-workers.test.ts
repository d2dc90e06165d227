import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { askCampaign } from '#office/ask-campaigns.ts';
import { openOfficeRange, type OfficeRange } from './office-range.ts';
import { untruthsOf } from './office-truths.ts';

let range: OfficeRange;

before(async () => {
  range = await openOfficeRange({ seed: 4, sites: 4, pages: 400 });
});
after(() => range.close());

const view = (id: number) => askCampaign(range.office.inspector, id);

async function reviewed(id: number): Promise<void> {
  while ((await view(id)).state === 'running') await sleep(100);
}

/** Waits until an inspection has begun to keep visits, and gives its worker. */
async function workerAtWork(id: number): Promise<string> {
  for (;;) {
    const row = await range.office.db
      .selectFrom('inspections')
      .select(['worker', 'progress'])
      .where('campaign_id', '=', id)
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (row?.worker && (row.progress?.pages ?? 0) > 2) return row.worker;
    await sleep(20);
  }
}

test('a worker that is killed is replaced within seconds, and no finding stands twice', async () => {
  const one = range.worker();
  await one.until('ready');
  const id = await range.campaign();
  await workerAtWork(id);
  const two = range.worker();
  await two.until('ready');
  const killedAt = performance.now();
  await one.kill();
  await reviewed(id);
  assert.deepEqual(await untruthsOf(range.office, range.city.truth, id), []);
  assert.ok(performance.now() - killedAt < 60_000);
  const lost = await range.office.db
    .selectFrom('ledger')
    .select('number')
    .where('reason', '=', 'worker lost')
    .execute();
  assert.ok(lost.length > 0, 'it was killed in the middle');
  await two.stop();
});

test('a worker that is asked to stop saves what it is at and leaves at once, without a fault', async () => {
  const one = range.worker();
  await one.until('ready');
  const id = await range.campaign();
  await workerAtWork(id);
  const askedAt = performance.now();
  assert.equal(await one.stop(), 0, one.complaints());
  assert.ok(performance.now() - askedAt < 10_000);
  const { counts } = await view(id);
  assert.equal(counts.states.running, 0);
  assert.ok(counts.states.interrupted > 0);
  const attempts = await range.office.db
    .selectFrom('inspections')
    .select('attempts')
    .where('campaign_id', '=', id)
    .where('state', '=', 'interrupted')
    .execute();
  assert.ok(
    attempts.every((row) => row.attempts === 0),
    'no attempt is counted',
  );
  const two = range.worker();
  await reviewed(id);
  assert.deepEqual(await untruthsOf(range.office, range.city.truth, id), []);
  await two.stop();
});

test('two workers share a campaign, and are never on one site at once', async () => {
  // One site each: who could take all of them at once would leave the other nothing.
  const single = { XUNWANG_SITES_AT_ONCE: '1' };
  const workers = [range.worker(single), range.worker(single)];
  await Promise.all(workers.map((worker) => worker.until('ready')));
  const id = await range.campaign();
  await reviewed(id);
  assert.deepEqual(await untruthsOf(range.office, range.city.truth, id), []);
  const moves = await range.office.db
    .selectFrom('ledger')
    .innerJoin('inspections', 'inspections.id', 'ledger.thing_id')
    .select(['ledger.act', 'ledger.thing_id'])
    .where('ledger.thing', '=', 'inspection')
    .where('inspections.campaign_id', '=', id)
    .where('ledger.act', '!=', 'inspection.judged')
    .orderBy('ledger.number')
    .execute();
  for (const site of new Set(moves.map((move) => move.thing_id))) {
    const acts = moves.filter((move) => move.thing_id === site).map(({ act }) => act);
    assert.deepEqual(acts, ['inspection.running', 'inspection.measured']);
  }
  const worked = workers.filter(({ said }) =>
    said.some(({ kind, job }) => kind === 'job' && job === 'inspect-site'),
  );
  assert.equal(worked.length, 2, 'both had something to do');
  await Promise.all(workers.map((worker) => worker.stop()));
});
