import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { ProcessOrder } from '#cli/processes.ts';
import { type RunningWorker, startWorker, type WorkerOrder } from '#jobs/worker.ts';
import { bucketOf } from '#office/bucket-of-settings.ts';
import { refuseDemoData } from '#office/demo-data.ts';
import { type MonitoringTerms, monitoringTerms } from '#office/monitoring-terms.ts';
import type { Settings } from '#domain/settings.ts';
import {
  type Office,
  openOffice,
  refuseHalfRestored,
  refuseUnmigrated,
} from '#office/open-office.ts';
import { sendersOf } from '#office/senders-of-settings.ts';
import { Workshop } from '#office/workshop.ts';
import { throughLoss } from '#store/postgres/through-loss.ts';
import { SiteLocks } from '#store/site-locks.ts';

// Wiring only: settings and database are handed to the jobs.

/** `xunwang work`: a worker beside those that run already, until it is told to stop. */
export async function work(order: ProcessOrder): Promise<void> {
  const office = await openOffice(order.settings, order.tell);
  try {
    refuseHalfRestored(office);
    await throughLoss(() => refuseUnmigrated(office));
    await throughLoss(() => refuseDemoData(office));
    const worker = await openWorker(order, office);
    order.tell({ kind: 'ready' });
    await aborted(order.signal);
    order.tell({ kind: 'draining' });
    await worker.stop(order.settings.drainMs);
  } finally {
    await office.close();
  }
  order.tell({ kind: 'stopped' });
}

/** Starts a worker on an opened office; its inspections are interrupted when `signal` is given. */
export async function openWorker(
  { settings, signal, tell }: ProcessOrder,
  office: Office,
): Promise<RunningWorker> {
  const networks = listed(settings.allowNet);
  const senders = await throughLoss(() => sendersOf(settings, office.db, networks));
  const locks = new SiteLocks(office.db);
  const workshop = new Workshop(settings.threads);
  const { sitesAtOnce, sweepMs, retryMs, heartbeatMs } = settings;
  const worker = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`.slice(-100);
  const workerOrder: WorkerOrder = {
    url: office.url,
    pace: { sitesAtOnce, sweepMs, retryMs },
    hand: {
      desk: office.desk,
      monitoring: monitoringOf(settings),
      captures: { allowNet: networks, contact: settings.contact, browser: 'auto' },
      keyHours: settings.keyHours,
      senders,
      bucket: bucketOf(settings),
      retention: settings,
      bench: { worker, locks, signal, heartbeatMs, workshop },
    },
    tell: (news) => {
      if (news.kind === 'done') tell({ ...news, kind: 'job' });
      else if (news.kind === 'failed')
        tell({ kind: 'trouble', where: news.job, error: news.error });
      else tell({ kind: 'trouble', where: 'queue', error: news.error });
    },
  };
  const running = await throughLoss(() => startWorker(workerOrder));
  tell({ kind: 'worker', sitesAtOnce });
  return {
    queue: running.queue,
    async stop(drainMs) {
      await running.stop(drainMs);
      await workshop.close();
      await locks.close();
      await senders.close();
    },
  };
}

/** The words of a setting that lists several, by commas. */
export function listed(text: string | null): string[] {
  return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}

/** Standing monitoring as the settings have it; null: it is off. */
function monitoringOf(settings: Settings): MonitoringTerms | null {
  if (settings.monitoring === 0) return null;
  return monitoringTerms({
    allowNet: listed(settings.allowNet),
    controls: listed(settings.controls),
    contact: settings.contact,
  });
}

/** Returns when a signal is given. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
