import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  askDemo,
  beginDemo,
  endDemoHistory,
  forgetDemoFolder,
  isDemoFolder,
  keepDemoClock,
  markDemoFolder,
  refuseDemoData,
} from './demo-data.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

const times = { clockAt: '2019-05-27T01:00:00.000Z', keptAt: '2026-01-01T00:00:00.000Z' };

test('the demo is not played into data of an office', async () => {
  await assert.rejects(askDemo(office), { code: 'demo-in-office' });
  await refuseDemoData(office);
});

test('marked data are refused to who works by the world’s clock, and say when they were complete', async () => {
  await beginDemo(office, { ...times, cityPort: 8642 });
  await assert.rejects(refuseDemoData(office), { code: 'demo-data' });
  assert.equal((await askDemo(office))?.historyAt, null);
  await endDemoHistory(office, times);
  const clockAt = '2019-05-27T03:00:00.000Z';
  await keepDemoClock(office, { ...times, clockAt });
  const kept = { ...times, clockAt, cityPort: 8642, historyAt: times.clockAt };
  assert.deepEqual(await askDemo(office), kept);
});

test('only a folder that says so is deleted', () => {
  const dir = mkdtempSync(join(tmpdir(), 'xunwang-demo-folder-'));
  try {
    assert.equal(isDemoFolder(dir), false, 'nothing is in it');
    writeFileSync(join(dir, 'of-somebody.txt'), 'x');
    assert.throws(() => markDemoFolder(dir), { code: 'demo-folder-foreign' });
    assert.throws(() => forgetDemoFolder(dir), { code: 'demo-folder-foreign' });
    rmSync(join(dir, 'of-somebody.txt'));
    markDemoFolder(dir);
    assert.equal(isDemoFolder(dir), true);
    forgetDemoFolder(dir);
    assert.equal(existsSync(dir), false);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
