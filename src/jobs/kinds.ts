import { assert } from '#base/assert.ts';
import { forgetKeys } from '#office/forget-keys.ts';
import { keepLedgerHead } from '#office/keep-ledger-head.ts';
import { measureSite } from '#office/measure-site.ts';
import { sweepInspections } from '#office/sweep-inspections.ts';
import { evidenceKinds } from './evidence-kinds.ts';
import { lastLookKinds } from './last-look-kinds.ts';
import { matterKinds } from './matter-kinds.ts';
import { captureKinds } from './capture-kinds.ts';
import { standingKinds } from './standing-kinds.ts';
import type { Hand, JobKind } from './job-kind.ts';

const DAY_SECONDS = 24 * 3600;
/** More jobs do not wait at once: what else waits, waits in the database. */
const MOST_WAITING = 200;

/** Every kind of job the service does. One more is one more row. */
export const kinds: readonly JobKind[] = [
  {
    name: 'inspect-site',
    what: { zh: '检测一个网站', en: 'inspects one site of a campaign' },
    when: { kind: 'on-demand' },
    atOnce: ({ sitesAtOnce }) => sitesAtOnce,
    // The sweep sends again what was not finished.
    retries: 0,
    mostSeconds: DAY_SECONDS,
    handle: async ({ desk, bench }, data, signal) => {
      const id = inspectionOf(data);
      const signals = AbortSignal.any([bench.signal, signal]);
      return await measureSite(desk('inspect-site'), id, { ...bench, signal: signals });
    },
  },
  {
    name: 'sweep',
    what: {
      zh: '分派等待的检测，找回失联进程的检测',
      en: 'hands out waiting inspections, and those whose worker died',
    },
    when: { kind: 'every', everyMs: ({ sweepMs }) => sweepMs },
    atOnce: () => 1,
    retries: 0,
    mostSeconds: 60,
    handle: sweep,
  },
  {
    name: 'daily-ledger-head',
    what: { zh: '记下前一日台账的末行', en: 'keeps the head of the ledger of the day before' },
    when: { kind: 'cron', cron: '5 0 * * *' },
    atOnce: () => 1,
    retries: 5,
    mostSeconds: 600,
    handle: async ({ desk }) => await keepLedgerHead(desk('daily-ledger-head')),
  },
  {
    name: 'forget-keys',
    what: { zh: '清除过期的幂等键', en: 'forgets idempotency keys that are old' },
    when: { kind: 'cron', cron: '20 * * * *' },
    atOnce: () => 1,
    retries: 2,
    mostSeconds: 600,
    handle: async ({ desk, keyHours }) => {
      return `${await forgetKeys(desk('forget-keys'), keyHours)} forgotten`;
    },
  },
  ...lastLookKinds,
  ...evidenceKinds,
  ...standingKinds,
  ...captureKinds,
  ...matterKinds,
];

async function sweep({ desk, queue, pace }: Hand): Promise<void> {
  const { retryMs } = pace;
  const swept = await sweepInspections(desk('sweep'), { limit: MOST_WAITING, retryMs });
  const keyOf = ({ siteId }: { siteId: number }) => `site-${siteId}`;
  if (swept.orphans.length > 0) await queue.forget('inspect-site', swept.orphans.map(keyOf));
  if (swept.due.length === 0) return;
  const jobs = swept.due.map((one) => ({
    key: keyOf(one),
    data: { inspectionId: one.inspectionId },
  }));
  await queue.send('inspect-site', jobs);
}

function inspectionOf(data: unknown): number {
  const id = (data as { inspectionId?: unknown } | null)?.inspectionId;
  assert(typeof id === 'number', 'a job of inspect-site names its inspection');
  return id;
}
