import type { bucketOf } from '#office/bucket-of-settings.ts';
import type { Retention } from '#office/forget-evidence.ts';
import type { CaptureTerms } from '#office/capture-page.ts';
import type { Bench } from '#office/measure-site.ts';
import type { MonitoringTerms } from '#office/monitoring-terms.ts';
import type { Senders } from '#office/senders.ts';
import type { Desk } from '#office/desk.ts';

type Bucket = NonNullable<ReturnType<typeof bucketOf>>;

/** What a job is done with. */
export interface Hand {
  /** The desk of a job, by the name the ledger gives it. */
  desk(job: string): Desk;
  /** For inspections; its signal is given when the worker is to stop. */
  bench: Bench;
  queue: Queue;
  pace: Pace;
  /** The ways out for messages. */
  senders: Senders;
  /** The bucket of the evidence; null: it is kept in its folder alone. */
  bucket: Bucket | null;
  /** How long evidence is kept, and how long beside the bucket. Days. */
  retention: Retention & { localDays: number };
  /** What standing monitoring measures by; null: it is off. */
  monitoring: MonitoringTerms | null;
  /** How pages that citizens report are captured. */
  captures: CaptureTerms;
  /** How long idempotency keys are kept. */
  keyHours: number;
}

/** How fast a worker works. */
export interface Pace {
  /** Sites inspected at once. */
  sitesAtOnce: number;
  sweepMs: number;
  /** How long after a fault of ours a site is tried again. */
  retryMs: number;
}

/** The queue as handlers use it. */
export interface Queue {
  /** Sends jobs; one whose kind and key wait or are worked on already is not sent again. */
  send(kind: string, jobs: readonly { key: string; data: object }[]): Promise<void>;
  /** Takes back the jobs of these keys that a dead worker still seems to be at. */
  forget(kind: string, keys: readonly string[]): Promise<void>;
}

/** When a job is done: asked for, by the calendar of the office's time zone, or every so often. */
export type When =
  | { kind: 'on-demand' }
  | { kind: 'cron'; cron: string }
  | { kind: 'every'; everyMs: (pace: Pace) => number };

/** One kind of job: a row of the table. */
export interface JobKind {
  name: string;
  what: { zh: string; en: string };
  when: When;
  /** Done at once by one worker. */
  atOnce: (pace: Pace) => number;
  /** Tries after the first, where the act itself does not see to it. */
  retries: number;
  /** No job of this kind takes longer; one that does is given to another worker. */
  mostSeconds: number;
  /** Calls one act. The signal is given when the job is no longer this worker's. */
  handle(hand: Hand, data: unknown, signal: AbortSignal): Promise<unknown>;
}
