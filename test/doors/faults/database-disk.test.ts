import assert from 'node:assert/strict';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { mountSmallDisk } from '../small-disk.ts';
import { keepActing, untruthsOfActs } from './sure-acts.ts';
import { openWholeService, settleOffice } from './whole-service.ts';

/** A service with its evidence elsewhere: what fills the disk is the database alone. */
const DISK = '200m';

test('a database without room refuses clearly, loses nothing, and goes on when there is room', async (t) => {
  const disk = mountSmallDisk(t, DISK);
  if (disk === null) return t.skip('no file system can be mounted here');
  const service = await openWholeService({ data: join(disk.path, 'data') });
  t.after(() => service.close());
  const { admin, inspector, regionId } = await settleOffice(service, { sites: [] });
  const actor = keepActing(inspector, regionId);
  await until(() => actor.done.length >= 5);
  const filler = join(disk.path, 'filler');
  fill(filler);
  await until(() => actor.again.has('503 database-full'));
  await sleep(1000);
  const before = actor.done.length;
  rmSync(filler);
  await until(() => actor.done.length > before + 5);
  await actor.stop();
  t.diagnostic(`${actor.done.length} acts, again ${JSON.stringify([...actor.again])}`);
  assert.deepEqual(await untruthsOfActs(service, actor), []);
  const { body } = await admin.ask('GET', '/ledger/verification');
  assert.equal(body['broken'], null);
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

/** Writes until nothing more goes in, to the last block. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  for (let size = 1 << 20; size >= 4096; size >>= 1) {
    try {
      while (writeSync(file, Buffer.alloc(size)) === size);
    } catch {
      // Full for so much at once.
    }
  }
  closeSync(file);
}
