import { assert } from '#base/assert.ts';
import { listDueCaptures } from '#office/attach-capture.ts';
import { captureForReport, type DueCapture } from '#office/capture-for-report.ts';
import type { JobKind } from './job-kind.ts';
import { watchOf } from './watch-of.ts';

/** More pages do not wait at once: what else is due, is due the next time. */
const MOST_WAITING = 100;
/** A browser each, which is what a machine has least of. */
const AT_ONCE = 2;

/** Looks at pages that citizens reported. */
export const captureKinds: readonly JobKind[] = [
  {
    name: 'capture-page',
    what: { zh: '为一条找错留存页面', en: 'captures the page of an error report' },
    when: { kind: 'on-demand' },
    atOnce: () => AT_ONCE,
    retries: 0,
    mostSeconds: 300,
    handle: async (hand, data, signal) => {
      const way = { terms: hand.captures, watch: watchOf(hand, signal) };
      return await captureForReport(hand.desk('capture-page'), dueOf(data), way);
    },
  },
  {
    name: 'send-captures',
    what: { zh: '分派待留存的页面', en: 'hands out reported pages that are to be captured' },
    when: { kind: 'every', everyMs: ({ sweepMs }) => sweepMs },
    atOnce: () => 1,
    retries: 0,
    mostSeconds: 60,
    handle: async ({ desk, queue }) => {
      const due = await listDueCaptures(desk('send-captures'), { limit: MOST_WAITING });
      const jobs = due.map(({ reportId, when }) => ({
        key: `report-${reportId}-${when}`,
        data: { reportId, when },
      }));
      if (jobs.length > 0) await queue.send('capture-page', jobs);
    },
  },
];

function dueOf(data: unknown): DueCapture {
  const { reportId, when } = (data ?? {}) as Partial<DueCapture>;
  assert(typeof reportId === 'number', 'a job of capture-page names its report');
  assert(when === 'submitted' || when === 'answered', 'a job of capture-page names its moment');
  return { reportId, when };
}
