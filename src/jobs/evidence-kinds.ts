import { forgetEvidence } from '#office/forget-evidence.ts';
import { keepEvidence } from '#office/keep-evidence.ts';
import type { JobKind } from './job-kind.ts';

const HOUR_SECONDS = 3600;

/** Jobs that look after the evidence: into the bucket, and out of the world when its time is over. */
export const evidenceKinds: readonly JobKind[] = [
  {
    name: 'keep-evidence',
    what: { zh: '把已完成的佐证存入对象存储', en: 'puts finished evidence into the bucket' },
    when: { kind: 'every', everyMs: ({ sweepMs }) => 10 * sweepMs },
    atOnce: () => 1,
    retries: 0,
    mostSeconds: HOUR_SECONDS,
    handle: async ({ desk, bucket, retention }) => {
      if (bucket === null) return 'off';
      const { kept, dropped } = await keepEvidence(
        desk('keep-evidence'),
        bucket,
        retention.localDays,
      );
      return `${kept} kept, ${dropped} left out here`;
    },
  },
  {
    name: 'forget-evidence',
    what: { zh: '删除超过保存期限的佐证，并记入台账', en: 'deletes evidence past its time' },
    when: { kind: 'cron', cron: '10 3 * * *' },
    atOnce: () => 1,
    retries: 5,
    mostSeconds: 4 * HOUR_SECONDS,
    handle: async ({ desk, bucket, retention }) => {
      const forgotten = await forgetEvidence(desk('forget-evidence'), bucket, retention);
      if (forgotten === null) return 'a backup is made';
      return `${forgotten.folders} folders, ${forgotten.visits} visits`;
    },
  },
];
