import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chinaInstant, DemoClock } from './demo-clock.ts';

test('it stands until it is moved, and never goes back', async () => {
  const clock = new DemoClock('2018-09-10T01:00:00.000Z');
  await sleep(5);
  assert.equal(clock.now(), '2018-09-10T01:00:00.000Z');
  clock.pass(90);
  assert.equal(clock.now(), '2018-09-10T02:30:00.000Z');
  clock.notBefore('2018-09-10T02:00:00.000Z');
  assert.equal(clock.now(), '2018-09-10T02:30:00.000Z');
  assert.throws(() => clock.to('2018-09-10T02:00:00.000Z'), /goes back/);
});

test('the next morning is nine in China, on the same day before that', () => {
  const clock = new DemoClock(chinaInstant('2018-12-31', '08:00'));
  clock.toNextMorning();
  assert.equal(clock.now(), chinaInstant('2018-12-31', '09:00'));
  clock.toNextMorning();
  assert.equal(clock.now(), chinaInstant('2019-01-01', '09:00'));
});

test('while it runs, waiting takes as much less of the world’s time', async () => {
  const clock = new DemoClock('2018-09-10T01:00:00.000Z');
  clock.run(6000);
  const startedMs = performance.now();
  await clock.wait(600_000, new AbortController().signal);
  assert.ok(performance.now() - startedMs < 5000);
  assert.ok(clock.now() >= '2018-09-10T01:09:59');
  clock.run(0);
  const stopped = clock.now();
  await sleep(2);
  assert.equal(clock.now(), stopped);
});
