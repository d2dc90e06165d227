import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostileCases } from './battery/hostile-cases.ts';
import { openHostileBattery, runForbidden, runHostile } from './battery/run-hostile.ts';
import type { Battery } from './battery/open-battery.ts';

// Sites that do harm if they can. What they may cost is counted, never timed; `npm run
// check:hostile` has the same cases at their full size, and measures memory.

let battery: Battery;
before(async () => {
  battery = await openHostileBattery();
});
after(() => battery.close());

const scale = { bombBytes: 20 << 20, headerBytes: 20 << 20, fileBytes: 100 << 20 };

describe('an adversary is recorded, costs little, and the rest is inspected', {
  concurrency: 8,
}, () => {
  for (const [index, one] of hostileCases(scale).entries()) {
    test(`${one.name}: ${one.expected}`, async () => {
      const outcome = await runHostile(one, battery, `hostile-${index}`);
      assert.equal(outcome.verdict, one.expected);
      assert.ok(outcome.isRestFound, 'the other link is found dead');
      assert.ok(outcome.requests <= one.maxRequests, `${outcome.requests} requests`);
      assert.ok(outcome.sentBytes <= one.maxSentBytes, `${outcome.sentBytes} bytes`);
    });
  }
});

test('no inner address is visited, however it is written, led to or named', async () => {
  const { verdicts, visitors, count } = await runForbidden(battery);
  assert.equal(visitors, 0);
  const dead = [...verdicts].filter(([url]) => url.endsWith('/dead.html'));
  assert.deepEqual(
    dead.map(([, verdict]) => verdict),
    ['dead not-found'],
  );
  const others = [...verdicts].filter(([url]) => !url.endsWith('/dead.html'));
  const wrong = others.filter(([, verdict]) => verdict !== 'unmeasured forbidden-address');
  assert.deepEqual(wrong, []);
  assert.ok(others.length > count / 2, 'several notations are one address');
});
