import { PgBoss, type Job } from 'pg-boss';
import type { Hand, JobKind, Pace, Queue } from './job-kind.ts';
import { kinds } from './kinds.ts';

/** Schema of the queue's own tables. */
const SCHEMA = 'queue';
/** A job whose worker is silent for so long goes to another, should the sweep not see it. */
const SILENT_SECONDS = 30;
const SUPERVISE_SECONDS = 10;
const QUEUE_CONNECTIONS = 4;
const TIME_ZONE = 'Asia/Shanghai';

/** What happens in a worker, for who reads its output. */
export type JobNews =
  | { kind: 'done'; job: string; key: string; result: string; tookMs: number }
  | { kind: 'failed'; job: string; error: unknown }
  | { kind: 'queue-error'; error: unknown };

/** What a worker is started with. */
export interface WorkerOrder {
  /** Address of the database. */
  url: string;
  pace: Pace;
  /** All that handlers need besides the queue itself. */
  hand: Omit<Hand, 'queue' | 'pace'>;
  tell(news: JobNews): void;
}

/** A worker at work. */
export interface RunningWorker {
  queue: Queue;
  /** Takes no more jobs, and waits for those at hand, which the bench's signal has end soon. */
  stop(drainMs: number): Promise<void>;
}

/**
 * Starts working on every kind of job. Each job is one thing, taken alone; of jobs with one key
 * only one exists at a time, so no two workers are ever sent to one site. When the database goes
 * away meanwhile, nothing is left working, and it may be started again.
 */
export async function startWorker(order: WorkerOrder): Promise<RunningWorker> {
  const boss = new PgBoss({
    connectionString: order.url,
    schema: SCHEMA,
    max: QUEUE_CONNECTIONS,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', (error) => order.tell({ kind: 'queue-error', error }));
  const queue = queueOf(boss);
  const hand: Hand = { ...order.hand, queue, pace: order.pace };
  try {
    await boss.start();
    for (const kind of kinds) {
      if (kind.when.kind !== 'every') await offer(boss, kind, hand, order);
    }
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
  const timers: Repeated[] = [];
  for (const kind of kinds) {
    if (kind.when.kind === 'every') timers.push(repeat(kind, kind.when.everyMs, hand, order));
  }
  return {
    queue,
    async stop(drainMs) {
      await Promise.all(timers.map((timer) => timer.stop()));
      await boss.stop({ graceful: true, timeout: drainMs });
    },
  };
}

async function offer(boss: PgBoss, kind: JobKind, hand: Hand, order: WorkerOrder): Promise<void> {
  const { name, when } = kind;
  await boss.createQueue(name, {
    policy: 'exclusive',
    notify: true,
    retryLimit: kind.retries,
    retryBackoff: true,
    heartbeatSeconds: SILENT_SECONDS,
    expireInSeconds: kind.mostSeconds,
    deleteAfterSeconds: 24 * 3600,
  });
  if (when.kind === 'cron') await boss.schedule(name, when.cron, {}, { tz: TIME_ZONE });
  const localConcurrency = kind.atOnce(order.pace);
  if (localConcurrency === 0) return;
  const options = { batchSize: 1, localConcurrency, pollingIntervalSeconds: 2 };
  await boss.work(name, options, async ([job]: Job<object>[]) => {
    if (job) await work(kind, hand, order, job);
  });
}

async function work(kind: JobKind, hand: Hand, order: WorkerOrder, job: Job<object>) {
  const startedAt = performance.now();
  try {
    const result = String((await kind.handle(hand, job.data, job.signal)) ?? '');
    const tookMs = Math.round(performance.now() - startedAt);
    order.tell({ kind: 'done', job: kind.name, key: JSON.stringify(job.data), result, tookMs });
  } catch (error) {
    order.tell({ kind: 'failed', job: kind.name, error });
    throw error;
  }
}

interface Repeated {
  stop(): Promise<void>;
}

/** Every worker does it by its own clock; the acts bear being done twice. */
function repeat(
  kind: JobKind,
  everyMs: (pace: Pace) => number,
  hand: Hand,
  order: WorkerOrder,
): Repeated {
  let running: Promise<unknown> | null = null;
  const never = new AbortController().signal;
  const once = () => {
    running ??= kind
      .handle(hand, null, never)
      .catch((error: unknown) => order.tell({ kind: 'failed', job: kind.name, error }))
      .finally(() => {
        running = null;
      });
  };
  once();
  const timer = setInterval(once, everyMs(order.pace));
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

function queueOf(boss: PgBoss): Queue {
  return {
    async send(kind, jobs) {
      await boss.insert(
        kind,
        jobs.map(({ key, data }) => ({ data, singletonKey: key })),
      );
    },
    async forget(kind, keys) {
      for (const key of keys) {
        const found = await boss.findJobs(kind, { key });
        const active = found.filter(({ state }) => state === 'active').map(({ id }) => id);
        if (active.length > 0) await boss.cancel(kind, active);
      }
    },
  };
}
