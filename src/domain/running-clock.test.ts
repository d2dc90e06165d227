import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { extendClock, pauseClock, pausedSince, resumeClock, startClock } from './running-clock.ts';
import { inChina, sampleClock } from './testing/sample-clocks.ts';

const started = startClock(sampleClock(3), inChina('2019-05-13 10:00'));
const at = inChina('2019-05-14 09:00');
const later = inChina('2019-05-15 09:00');
const extension = { amount: 2, reason: '系统升级', approver: '李某' };

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof Refusal && error.code === code;
}

test('a clock is paused, goes on, and is paused again', () => {
  const paused = pauseClock(started, at, '等待补充材料');
  assert.equal(pausedSince(paused), at);
  const resumed = resumeClock(paused, later);
  assert.equal(pausedSince(resumed), null);
  assert.deepEqual(resumed.pauses, [{ from: at, to: later, reason: '等待补充材料' }]);
  assert.equal(pauseClock(resumed, later, '再次等待').pauses.length, 2);
  assert.deepEqual(started.pauses, [], 'the clock itself stays as it was');
});

test('pauses that cannot be meant are refused', () => {
  const paused = pauseClock(started, at, '等待');
  assert.throws(() => pauseClock(paused, later, '等待'), hasCode('clock-already-paused'));
  assert.throws(() => pauseClock(started, at, ' '), hasCode('clock-pause'));
  const before = inChina('2019-05-13 09:59');
  assert.throws(() => pauseClock(started, before, '等待'), hasCode('clock-pause'));
  const resumed = resumeClock(paused, later);
  assert.throws(() => pauseClock(resumed, at, '等待'), hasCode('clock-pause'));
  assert.throws(() => resumeClock(started, later), hasCode('clock-not-paused'));
  assert.throws(() => resumeClock(paused, before), hasCode('clock-resume'));
});

test('a clock is extended once, with reason and approver', () => {
  const extended = extendClock(started, extension);
  assert.deepEqual(extended.extension, extension);
  assert.throws(() => extendClock(extended, extension), hasCode('clock-already-extended'));
  for (const wrong of [
    { amount: 0 },
    { amount: 1.5 },
    { amount: 998 },
    { reason: '' },
    { approver: ' ' },
  ]) {
    const refused = () => extendClock(started, { ...extension, ...wrong });
    assert.throws(refused, hasCode('clock-extension'), JSON.stringify(wrong));
  }
});
