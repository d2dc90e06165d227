import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { PgBoss } from 'pg-boss';
import { askJobs, retryJob } from '#office/ask-jobs.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { verifyLedger } from '#store/ledger.ts';

// The press of an administrator on a job that was given up, on a queue as workers have it.

let office: SampleOffice;
let boss: PgBoss;
const worked: object[] = [];
let isBroken = true;

before(async () => {
  office = await openSampleOffice();
  boss = new PgBoss({ connectionString: office.url, schema: 'queue' });
  await boss.start();
  await boss.createQueue('capture-page', {
    policy: 'exclusive',
    notify: true,
    retryLimit: 0,
    retryBackoff: true,
    heartbeatSeconds: 30,
  });
  const pace = { batchSize: 1, localConcurrency: 1, pollingIntervalSeconds: 0.5 };
  await boss.work('capture-page', pace, async ([job]) => {
    worked.push(job?.data ?? {});
    if (isBroken) throw new Error('the disk was full');
  });
});
after(async () => {
  await boss.stop({ graceful: false });
  await office.close();
});

/** Waits until the queue says so; no longer than ten seconds. */
async function until(is: (sheet: Awaited<ReturnType<typeof askJobs>>) => boolean) {
  for (let tries = 0; tries < 100; tries++) {
    const sheet = await askJobs(office.desk('admin'));
    if (is(sheet)) return sheet;
    await sleep(100);
  }
  throw new Error('the queue never came to that');
}

test('a parked job is tried once more at a press, and done', async () => {
  await boss.insert('capture-page', [{ singletonKey: 'report-1', data: { reportId: 1 } }]);
  const { parked } = await until((sheet) => sheet.parked.length === 1);
  const [job] = parked;
  assert.ok(job);
  assert.deepEqual([job.name, job.data, job.tries], ['capture-page', { reportId: 1 }, 1]);
  assert.equal(job.error, 'the disk was full');
  const admin = office.desk('admin');
  await assert.rejects(retryJob(office.desk('inspector'), job.id), { code: 'right-missing' });

  await retryJob(admin, job.id);
  const again = await until(({ parked: [one] }) => one?.tries === 2);
  assert.equal(again.parked[0]?.id, job.id, 'it failed again, and is parked again');

  isBroken = false;
  await retryJob(admin, job.id);
  const done = await until(({ queues }) => queues.some((queue) => queue.done === 1));
  assert.deepEqual(done.parked, []);
  assert.equal(worked.length, 3);
  await assert.rejects(retryJob(admin, job.id), { code: 'not-found' });
  const lines = await office.db
    .selectFrom('ledger')
    .select('after')
    .where('act', '=', 'job.retry')
    .execute();
  assert.equal(lines.length, 2);
  assert.equal((await verifyLedger(office.db)).broken, null);
});

test('one whose like is waiting already is not tried beside it', async () => {
  isBroken = true;
  await boss.insert('capture-page', [{ singletonKey: 'report-2', data: { reportId: 2 } }]);
  const { parked } = await until((sheet) => sheet.parked.length === 1);
  const later = new Date(Date.now() + 3_600_000);
  const twin = { singletonKey: 'report-2', data: { reportId: 2 }, startAfter: later };
  await boss.insert('capture-page', [twin]);
  const refused = retryJob(office.desk('admin'), parked[0]?.id ?? '');
  await assert.rejects(refused, { code: 'job-under-way' });
});
