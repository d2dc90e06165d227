import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeLeftWords } from '#publish/time-left-words.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import type { ClockPause, ClockUnit } from './clock.ts';
import { computeDeadline } from './deadline.ts';
import { inChina, sampleClock, samplePause } from './testing/sample-clocks.ts';
import { timeLeft } from './time-left.ts';

const calendar = announcedCalendar();

function deadline(from: string, amount: number, unit?: ClockUnit, pauses: ClockPause[] = []) {
  const clock = sampleClock(amount, unit);
  return computeDeadline({ clock, startedAt: inChina(from), pauses, extension: null }, calendar);
}

/** Due on Tuesday, 7 May 2019, after the holidays. */
const overHoliday = deadline('2019-04-30 10:00', 3);

test('what is left and what is overdue is told in working days', () => {
  const cases: [string, string, string][] = [
    ['2019-04-30 10:00', '还剩3个工作日', '3 working days left'],
    ['2019-05-03 10:00', '还剩3个工作日', '3 working days left'],
    ['2019-05-05 00:00', '还剩2个工作日', '2 working days left'],
    ['2019-05-06 23:59', '还剩1个工作日', '1 working day left'],
    ['2019-05-07 00:00', '今日24时到期', 'due at 24:00 today'],
    ['2019-05-07 23:59', '今日24时到期', 'due at 24:00 today'],
    ['2019-05-08 00:00', '已超期1个工作日', 'overdue by 1 working day'],
    ['2019-05-10 12:00', '已超期3个工作日', 'overdue by 3 working days'],
    ['2019-05-12 12:00', '已超期3个工作日', 'overdue by 3 working days'],
  ];
  for (const [now, zh, en] of cases) {
    const left = timeLeft(overHoliday, inChina(now), calendar);
    assert.deepEqual(timeLeftWords(left), { zh, en }, now);
  }
});

test('24:00 belongs to the next day: the last millisecond is in time, the next is late', () => {
  const last = timeLeft(overHoliday, '2019-05-07T15:59:59.999Z', calendar);
  assert.deepEqual([last.overdue, last.state, last.workingDays], [false, 'running', 0]);
  const late = timeLeft(overHoliday, '2019-05-07T16:00:00.000Z', calendar);
  assert.deepEqual([late.overdue, late.state, late.workingDays], [true, 'overdue', 1]);
});

test('a Saturday after a Friday is late by less than a working day', () => {
  const friday = deadline('2019-05-16 10:00', 1);
  const left = timeLeft(friday, inChina('2019-05-18 10:00'), calendar);
  assert.equal(timeLeftWords(left).zh, '已超期，不足1个工作日');
});

test('months are told in days, hours to the minute', () => {
  const letter = deadline('2019-02-27 10:00', 3, 'months');
  assert.equal(
    timeLeftWords(timeLeft(letter, inChina('2019-05-25 10:00'), calendar)).zh,
    '还剩2天',
  );
  assert.equal(
    timeLeftWords(timeLeft(letter, inChina('2019-06-06 10:00'), calendar)).zh,
    '已超期10天',
  );
  const hour = deadline('2019-05-25 23:30', 1, 'hours');
  const words = (now: string) => timeLeftWords(timeLeft(hour, inChina(now), calendar)).zh;
  assert.equal(words('2019-05-25 23:45'), '还剩45分钟');
  assert.equal(words('2019-05-26 02:00'), '已超期1小时30分');
});

test('a clock that stands is not late, and keeps what it had', () => {
  const pauses = [samplePause('2019-05-06 15:00', null)];
  const standing = deadline('2019-04-30 10:00', 3, 'working-days', pauses);
  const left = timeLeft(standing, inChina('2019-05-20 10:00'), calendar);
  assert.deepEqual([left.state, left.overdue], ['paused', false]);
  assert.equal(timeLeftWords(left).zh, '暂停计时，还剩1个工作日');
  const before = timeLeft(standing, inChina('2019-05-05 10:00'), calendar);
  assert.deepEqual([before.state, before.workingDays], ['running', 2]);
  const tooLate = deadline('2019-04-30 10:00', 3, 'working-days', [
    samplePause('2019-05-08 09:00', null),
  ]);
  assert.equal(timeLeft(tooLate, inChina('2019-05-08 10:00'), calendar).state, 'overdue');
});
