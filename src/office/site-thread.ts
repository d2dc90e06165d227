import { parentPort, workerData } from 'node:worker_threads';
import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { Brought } from '#crawl/courier.ts';
import { openRunFolder } from '#store/run-folder.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { inspectSite } from './inspect-site.ts';
import { Outbox } from './outbox.ts';
import { RemoteCourier } from './remote-courier.ts';
import { isLargeSite } from './save-memory.ts';
import { type Instruments, openInstruments } from './run.ts';
import type {
  FromThread,
  SiteErrand,
  ThreadData,
  ThreadError,
  ToThread,
} from './thread-messages.ts';
import type { Watch } from './watch.ts';

// Inspects sites beside the thread that holds the net: reading, judging and packing go on while
// the next pages are fetched. The sites may be of one run or of many.

interface Work {
  courier: RemoteCourier;
  stop: AbortController;
  /** Ends the wait that is on. */
  waited: (() => void) | null;
}

const port = present(parentPort, 'runs as a thread');
/** The answers read here so far, for the thread that sends them (`ReadingShare`). */
const { done } = workerData as ThreadData;
const countRead = () => void Atomics.add(done, 0, 1);
const outbox = new Outbox<FromThread>(port);
const works = new Map<number, Work>();
let latest: { key: string; instruments: Instruments } | null = null;

port.on('message', (messages: ToThread[]) => {
  for (const message of messages) take(message);
});

function take(message: ToThread): void {
  const { ticket } = message;
  if (message.kind === 'inspect') return void begin(ticket, message.errand);
  // What comes for a site that is done comes too late.
  const work = works.get(ticket);
  if (message.kind === 'brought') work?.courier.deliver(message.order, unpacked(message));
  else if (message.kind === 'opened') work?.courier.deliver(message.order, message.opened);
  else if (message.kind === 'waited') work?.waited?.();
  else work?.stop.abort();
}

function unpacked({ brought, facts }: Extract<ToThread, { kind: 'brought' }>): Brought | null {
  if (brought === null || facts === undefined) return brought;
  return { ...brought, facts: JSON.parse(facts) as Brought['facts'] };
}

async function begin(ticket: number, errand: SiteErrand): Promise<void> {
  const courier = new RemoteCourier(
    errand,
    (message) => outbox.put({ ...message, ticket }),
    countRead,
  );
  const work: Work = { courier, stop: new AbortController(), waited: null };
  works.set(ticket, work);
  try {
    const folder = openRunFolder(errand.dir);
    const run = { folder, ...instrumentsOf(folder), courier, watch: watchOf(ticket, work) };
    const judged = await inspectSite(errand.site, run);
    // What a large site took is wanted by who puts its results together.
    if (isLargeSite(folder.settings.limits)) giveBackMemory();
    outbox.put({ kind: 'inspected', ticket, judged });
  } catch (error) {
    outbox.put({ kind: 'failed', ticket, error: told(error) });
  } finally {
    works.delete(ticket);
  }
}

/** Runs that follow each other mostly have one rubric: it is parsed once for them. */
function instrumentsOf(folder: ReturnType<typeof openRunFolder>): Instruments {
  const key = JSON.stringify(folder.settings.rubric);
  if (latest?.key !== key) latest = { key, instruments: openInstruments(folder) };
  return latest.instruments;
}

function watchOf(ticket: number, work: Work): Watch {
  return {
    // Instants are written by who fetches; here nobody asks.
    now: () => new Date().toISOString(),
    async wait(waitMs) {
      if (work.stop.signal.aborted) return;
      outbox.put({ kind: 'wait', ticket, waitMs });
      await new Promise<void>((resolve) => {
        work.waited = resolve;
      });
      work.waited = null;
    },
    signal: work.stop.signal,
    report: (progress) => outbox.put({ kind: 'progress', ticket, progress }),
  };
}

function told(error: unknown): ThreadError {
  if (!(error instanceof Refusal)) return { kind: 'defect', error };
  return { kind: 'refusal', code: error.code, args: error.args };
}
