import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { clusterOf } from './cluster.ts';
import { lastLogLines, pruneLogs } from './server-log.ts';

test('of the server’s log the newest six files are kept, and nothing else is touched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xunwang-log-'));
  try {
    const cluster = await clusterOf(folder);
    const log = join(cluster.data, 'log');
    mkdirSync(log, { recursive: true });
    for (let day = 10; day < 20; day++) {
      writeFileSync(join(log, `server-201906${day}-000000.log`), `line of day ${day}\n`);
    }
    writeFileSync(join(log, 'notes.txt'), '');
    pruneLogs(cluster);
    const names = readdirSync(log).toSorted();
    assert.equal(names.length, 7);
    assert.deepEqual(names.slice(0, 2), ['notes.txt', 'server-20190614-000000.log']);
    assert.equal(lastLogLines(cluster), 'line of day 19');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
