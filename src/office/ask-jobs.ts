import { Refusal } from '#base/refusal.ts';
import { mayAnywhere, type RightName } from '#domain/rights.ts';
import { countWork, type WorkCount } from '#store/count-work.ts';
import {
  listParkedJobs,
  listQueueSizes,
  type ParkedJob,
  type QueueSize,
  retryParkedJob,
} from '#store/queue-jobs.ts';
import { type Desk, perform } from './desk.ts';

/** Of what was given up, the newest are shown. */
const MOST_PARKED = 200;

/** The queue and what the database counts as waiting beside it. */
export interface JobsSheet {
  queues: QueueSize[];
  work: WorkCount[];
  parked: ParkedJob[];
}

/** How much waits, runs and was given up; each parked job with its error. */
export async function askJobs(desk: Desk): Promise<JobsSheet> {
  requireAnywhere(desk, 'job.read');
  return {
    queues: await listQueueSizes(desk.db),
    work: await countWork(desk.db, desk.now()),
    parked: await listParkedJobs(desk.db, MOST_PARKED),
  };
}

/**
 * Has a parked job tried once more. Refuses one that is parked no more, and one whose like waits
 * already or is worked on.
 */
export async function retryJob(desk: Desk, id: string): Promise<void> {
  requireAnywhere(desk, 'job.edit');
  await perform(desk, async (act) => {
    const job = await retryParkedJob(act.tx, id);
    if (job === null) throw new Refusal('not-found', { thing: 'job', id });
    const { name, hasTwin } = job;
    if (hasTwin) throw new Refusal('job-under-way', { job: name });
    await act.note({ act: 'job.retry', thing: 'job', after: { id, name } });
  });
}

function requireAnywhere(desk: Desk, right: RightName): void {
  if (!mayAnywhere(desk.actor, right)) throw new Refusal('right-missing', { right });
}
