import assert from 'node:assert/strict';
import { test } from 'node:test';
import { killService } from './kill-service.ts';
import { openSmallCity, openWholeService } from './whole-service.ts';

/** How long to wait, whom to strike, and whether to wait until all are ready again. */
const BLOWS = [0.1, 0.1, 0.9, 0.2, 0.7, 0.9, 0.3, 0.9, 0.1, 0.1, 0.5, 0.9];

test('serve, worker and database are killed, and every acknowledged act is there once', async (t) => {
  const city = await openSmallCity(1, 100);
  t.after(() => city.close());
  const service = await openWholeService({ workers: 1 });
  t.after(() => service.close());
  let at = 0;
  const chance = () => BLOWS[at++] ?? 0;
  const killed = await killService(service, city, 4, chance, (line) => t.diagnostic(line));
  t.diagnostic(JSON.stringify(killed));
  assert.deepEqual(killed.victims, { serve: 1, worker: 1, postgres: 1, restart: 1 });
  assert.ok(killed.acts > 5);
  assert.deepEqual(killed.untruths, []);
});
