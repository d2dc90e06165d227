import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRng } from '#city/rng.ts';
import { killWorkers } from './kill-workers.ts';
import { openOfficeRange } from './office-range.ts';

test('three random kills of workers leave a campaign as if nothing had been killed', async (t) => {
  const range = await openOfficeRange({ seed: 4, sites: 3, pages: 200 });
  t.after(() => range.close());
  const killed = await killWorkers(range, 3, seededRng(6).next, (line) => t.diagnostic(line));
  assert.equal(killed.kills, 3);
  assert.deepEqual(killed.untruths, []);
});
