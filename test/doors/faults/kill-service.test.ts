import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRng } from '#city/rng.ts';
import { killService } from './kill-service.ts';
import { openSmallCity, openWholeService } from './whole-service.ts';

test('serve, worker and database are killed, and every acknowledged act is there once', async (t) => {
  const city = await openSmallCity(2, 100);
  t.after(() => city.close());
  const service = await openWholeService({ workers: 1 });
  t.after(() => service.close());
  const say = (line: string) => t.diagnostic(line);
  const killed = await killService(service, city, 6, seededRng(3).next, say);
  t.diagnostic(JSON.stringify(killed));
  assert.equal(killed.kills, 6);
  assert.ok(killed.acts > 5);
  assert.deepEqual(killed.untruths, []);
});
