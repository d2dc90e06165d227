import { assert } from '#base/assert.ts';
import { lastLook, listWaitingLastLooks } from '#office/last-look.ts';
import type { JobKind } from './job-kind.ts';
import { watchOf } from './watch-of.ts';

/** Jobs before a circular is signed: what is charged is looked at once more. */
export const lastLookKinds: readonly JobKind[] = [
  {
    name: 'last-look',
    what: { zh: '签发前最后复查一个网站', en: 'looks at a charged site once more before signing' },
    when: { kind: 'on-demand' },
    atOnce: ({ sitesAtOnce }) => sitesAtOnce,
    retries: 0,
    mostSeconds: 24 * 3600,
    handle: async (hand, data, signal) => {
      const { inspectionId } = data as { inspectionId?: unknown };
      assert(typeof inspectionId === 'number', 'a job of last-look names its inspection');
      const { locks } = hand.bench;
      const way = { watch: watchOf(hand, signal), locks };
      const recovered = await lastLook(hand.desk('last-look'), inspectionId, way);
      return recovered === null ? 'not made' : `${recovered} recovered`;
    },
  },
  {
    name: 'send-last-looks',
    what: { zh: '分派等待的最后复查', en: 'hands out last looks that are waited for' },
    when: { kind: 'every', everyMs: ({ sweepMs }) => sweepMs },
    atOnce: () => 1,
    retries: 0,
    mostSeconds: 60,
    handle: async ({ desk, queue }) => {
      const waiting = await listWaitingLastLooks(desk('send-last-looks'));
      const jobs = waiting.map((inspectionId) => ({
        key: `last-look-${inspectionId}`,
        data: { inspectionId },
      }));
      if (jobs.length > 0) await queue.send('last-look', jobs);
    },
  },
];
