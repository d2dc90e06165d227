import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type KillRange, openKillRange } from './kill-and-resume.ts';

// Three instants of one run; `npm run check:kills` takes fifty at random.

let range: KillRange;
before(async () => {
  range = await openKillRange({ seed: 4, sites: 1 });
});
after(() => range.close());

for (const share of [0.05, 0.3, 0.6]) {
  test(`a run killed with -9 after ${share} of its time says the same when it is resumed`, async (one) => {
    const killed = await range.kill(share * range.wholeMs);
    one.diagnostic(`${killed.visits} visits were kept`);
    assert.deepEqual(killed.differences, []);
  });
}
