import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activationOn, type RubricActivation } from './rubric-activation.ts';

function activation(id: number, changes: Partial<RubricActivation>): RubricActivation {
  return {
    id,
    regionId: 1,
    regionPath: '/1/',
    rubric: `rubric-${id}`,
    version: '1',
    overlays: [],
    from: '2019-04-01',
    reason: '测试',
    by: null,
    at: '2019-03-01T00:00:00.000Z',
    withdrawnAt: null,
    ...changes,
  };
}
const all = [
  activation(1, {}),
  activation(2, { from: '2019-07-01' }),
  activation(3, { regionPath: '/1/2/' }),
  activation(4, { from: '2019-05-01', withdrawnAt: '2019-04-02T00:00:00.000Z' }),
];
const on = (day: string, regionPath: string) => activationOn(all, { regionPath, day })?.id ?? null;

test('the latest activation that covers a region is in force, from its own day on', () => {
  assert.equal(on('2019-03-31', '/1/'), null);
  assert.equal(on('2019-04-01', '/1/'), 1);
  assert.equal(on('2019-06-30', '/1/'), 1, 'one that was taken back never was in force');
  assert.equal(on('2019-07-01', '/1/'), 2);
  assert.equal(on('2019-07-01', '/9/'), null, 'of another region');
});

test('of one day that of the nearer region holds; a later one from above replaces it', () => {
  assert.equal(on('2019-04-01', '/1/2/'), 3);
  assert.equal(on('2019-04-01', '/1/2/5/'), 3);
  assert.equal(on('2019-07-01', '/1/2/'), 2);
});
