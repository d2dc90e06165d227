import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClockPause, ClockUnit } from '#domain/clock.ts';
import { computeDeadline } from '#domain/deadline.ts';
import { inChina, sampleClock, samplePause } from '#domain/testing/sample-clocks.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import { deadlineWords } from './deadline-words.ts';

const calendar = announcedCalendar();

function words(
  from: string,
  amount: number,
  more: { unit?: ClockUnit; pauses?: ClockPause[]; extended?: number } = {},
) {
  const { unit, pauses = [], extended } = more;
  const extension =
    extended === undefined ? null : { amount: extended, reason: '系统升级', approver: '李某' };
  const clock = sampleClock(amount, unit);
  return deadlineWords(
    computeDeadline({ clock, startedAt: inChina(from), pauses, extension }, calendar),
  );
}

test('a deadline over Labour Day 2019 is told day by day', () => {
  assert.deepEqual(words('2019-04-30 10:00', 3), {
    zh: '自2019年4月30日次日起3个工作日，跳过劳动节5月1日至4日，5月5日调休上班计入，至2019年5月7日24时止。',
    en: '3 working days from the day after 30 April 2019, skipping Labour Day (1–4 May), counting make-up work on 5 May, until 24:00 on 7 May 2019.',
  });
});

test('weekends are told together, and years where they change', () => {
  assert.equal(
    words('2019-05-27 10:00', 10).zh,
    '自2019年5月27日次日起10个工作日，跳过周末6月1日至2日及端午节6月7日至9日，至2019年6月11日24时止。',
  );
  assert.deepEqual(words('2018-12-27 10:00', 3), {
    zh: '自2018年12月27日次日起3个工作日，跳过元旦12月30日至2019年1月1日，12月29日调休上班计入，至2019年1月2日24时止。',
    en: "3 working days from the day after 27 December 2018, skipping New Year's Day (30 December 2018 to 1 January 2019), counting make-up work on 29 December, until 24:00 on 2 January 2019.",
  });
});

test('pauses and the extension show with their reasons', () => {
  const pauses = [samplePause('2019-05-14 15:00', '2019-05-16 10:05')];
  assert.deepEqual(words('2019-05-13 10:00', 3, { pauses, extended: 1 }), {
    zh: '自2019年5月13日次日起3个工作日，延长1个工作日（理由：系统升级；批准人：李某），跳过周末5月18日至19日，5月14日15时至5月16日10时05分暂停（等待补充材料），计时日内停计43小时5分，至2019年5月21日24时止。',
    en: '3 working days from the day after 13 May 2019, extended by 1 working day (reason: 系统升级; approved by 李某), skipping weekends (18–19 May), paused from 15:00 on 14 May to 10:05 on 16 May (等待补充材料), 43 h 5 min of counted days did not run, until 24:00 on 21 May 2019.',
  });
});

test('a clock that stands, and one that is provisional, say so', () => {
  const standing = words('2019-05-13 10:00', 3, {
    pauses: [samplePause('2019-05-14 15:00', null)],
  });
  assert.match(
    standing.zh,
    /5月14日15时起暂停（等待补充材料），至2019年5月16日24时止。计时仍在暂停/,
  );
  assert.match(standing.en, /paused since 15:00 on 14 May .*The clock still stands/);
  const provisional = words('2027-03-01 10:00', 3);
  assert.match(provisional.zh, /尚未公布.*公布后重算。$/);
  assert.match(provisional.en, /Provisional: /);
});

test('months and hours are told in their own way', () => {
  assert.equal(
    words('2019-02-28 10:00', 3, { unit: 'months' }).zh,
    '自2019年2月28日次日起3个月，至2019年5月28日24时止。',
  );
  assert.deepEqual(words('2019-05-27 09:30', 1, { unit: 'hours' }), {
    zh: '自2019年5月27日9时30分起1小时，至2019年5月27日10时30分止。',
    en: '1 hour from 09:30 on 27 May 2019, until 10:30 on 27 May 2019.',
  });
});
