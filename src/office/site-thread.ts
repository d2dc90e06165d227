import { parentPort, workerData } from 'node:worker_threads';
import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';
import { openRunFolder } from '#store/run-folder.ts';
import { inspectSite } from './inspect-site.ts';
import { Outbox } from './outbox.ts';
import { RemoteCourier } from './remote-courier.ts';
import { openInstruments, type Run } from './run.ts';
import type { FromThread, ThreadError, ThreadStart, ToThread } from './thread-messages.ts';
import { realWatch } from './watch.ts';

// Inspects sites beside the thread that holds the net: reading, judging and packing go on while
// the next pages are fetched.

const port = present(parentPort, 'runs as a thread');
const { dir, ...courierOf } = workerData as ThreadStart;
const outbox = new Outbox<FromThread>(port);
const stop = new AbortController();
const courier = new RemoteCourier(courierOf, outbox);
const folder = openRunFolder(dir);
const watch = realWatch(stop.signal, (progress) => outbox.put({ kind: 'progress', progress }));
const run: Run = { folder, ...openInstruments(folder), courier, watch };

port.on('message', (messages: ToThread[]) => {
  for (const message of messages) {
    if (message.kind === 'brought') courier.deliver(message.order, message.brought);
    else if (message.kind === 'opened') courier.deliver(message.order, message.opened);
    else if (message.kind === 'inspect') void inspect(message.site);
    else stop.abort();
  }
});

async function inspect(site: Site): Promise<void> {
  try {
    outbox.put({ kind: 'inspected', site: site.key, result: await inspectSite(site, run) });
  } catch (error) {
    outbox.put({ kind: 'failed', site: site.key, error: told(error) });
  }
}

function told(error: unknown): ThreadError {
  if (!(error instanceof Refusal)) return { kind: 'defect', error };
  return { kind: 'refusal', code: error.code, args: error.args };
}
