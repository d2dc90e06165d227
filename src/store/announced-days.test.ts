import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type CivilDate } from '#base/civil-date.ts';
import { statutoryDays } from '#base/statutory-days.ts';
import {
  calendarDay,
  countWorkingDays,
  isProvisionalDay,
  isWeekend,
  isWorkingDay,
} from '#base/working-days.ts';
import { announcedCalendar } from './announced-days.ts';

const calendar = announcedCalendar();

interface HandTable {
  /** First and last day off, with the holiday. */
  off: [CivilDate, CivilDate, string][];
  /** Saturdays and Sundays worked in exchange. */
  worked: [CivilDate, string][];
  /** Calendar days − Saturdays and Sundays − statutory days. */
  workingDays: number;
}

/**
 * 国务院办公厅关于2019年部分节假日安排的通知 (国办发明电〔2018〕15号, 4 December 2018), with Labour Day as
 * changed by 国务院办公厅关于调整2019年劳动节假期安排的通知 (国办发明电〔2019〕3号, 22 March 2019). New Year
 * 2019 began on 30 December 2018, with 29 December worked.
 */
const of2019: HandTable = {
  off: [
    ['2018-12-30', '2019-01-01', '元旦'],
    ['2019-02-04', '2019-02-10', '春节'],
    ['2019-04-05', '2019-04-07', '清明节'],
    ['2019-05-01', '2019-05-04', '劳动节'],
    ['2019-06-07', '2019-06-09', '端午节'],
    ['2019-09-13', '2019-09-15', '中秋节'],
    ['2019-10-01', '2019-10-07', '国庆节'],
  ],
  worked: [
    ['2018-12-29', '元旦'],
    ['2019-02-02', '春节'],
    ['2019-02-03', '春节'],
    ['2019-04-28', '劳动节'],
    ['2019-05-05', '劳动节'],
    ['2019-09-29', '国庆节'],
    ['2019-10-12', '国庆节'],
  ],
  workingDays: 365 - 104 - 11,
};

/**
 * 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025
 * (www.gov.cn/zhengce/content/202511/content_7047090.htm), copied from its text.
 */
const of2026: HandTable = {
  off: [
    ['2026-01-01', '2026-01-03', '元旦'],
    ['2026-02-15', '2026-02-23', '春节'],
    ['2026-04-04', '2026-04-06', '清明节'],
    ['2026-05-01', '2026-05-05', '劳动节'],
    ['2026-06-19', '2026-06-21', '端午节'],
    ['2026-09-25', '2026-09-27', '中秋节'],
    ['2026-10-01', '2026-10-07', '国庆节'],
  ],
  worked: [
    ['2026-01-04', '元旦'],
    ['2026-02-14', '春节'],
    ['2026-02-28', '春节'],
    ['2026-05-09', '劳动节'],
    ['2026-09-20', '国庆节'],
    ['2026-10-10', '国庆节'],
  ],
  workingDays: 365 - 104 - 13,
};

for (const [year, table] of [
  [2019, of2019],
  [2026, of2026],
] as const) {
  test(`every day of ${year} is worked or off as the State Council announced it`, () => {
    const off = new Map(
      table.off.flatMap(([from, to, name]) => daysFrom(from, to).map((day) => [day, name])),
    );
    const worked = new Map(table.worked);
    const days = daysFrom(`${year}-01-01`, `${year}-12-31`);
    for (const day of [...off.keys(), ...worked.keys(), ...days]) {
      const { working, why, name } = calendarDay(calendar, day);
      const wanted = off.has(day)
        ? [false, 'holiday', off.get(day)]
        : worked.has(day)
          ? [true, 'make-up', worked.get(day)]
          : isWeekend(day)
            ? [false, 'weekend', '']
            : [true, 'weekday', ''];
      assert.deepEqual([working, why, name], wanted, day);
    }
    const count = countWorkingDays(calendar, `${year - 1}-12-31`, `${year}-12-31`);
    assert.equal(count, table.workingDays);
  });
}

function daysFrom(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

test('the packaged years run from 2004 to 2026; their make-up days are weekends, their statutory days off', () => {
  assert.deepEqual(
    calendar.announced,
    Array.from({ length: 23 }, (_, index) => 2004 + index),
  );
  for (const [day, { kind, name, nameEn }] of Object.entries(calendar.days)) {
    assert.ok(name !== '' && nameEn !== '', day);
    if (kind === 'workday') assert.ok(isWeekend(day), day);
  }
  for (const day of calendar.announced.flatMap(statutoryDays)) {
    assert.ok(!isWorkingDay(calendar, day), day);
  }
});

test('2015 has the day off for the seventieth anniversary, and the Sunday worked for it', () => {
  assert.equal(isWorkingDay(calendar, '2015-09-03'), false);
  assert.equal(isWorkingDay(calendar, '2015-09-06'), true);
});

test('years not announced know weekends and fixed statutory days, provisionally', () => {
  assert.equal(isProvisionalDay(calendar, '2026-12-28'), false);
  for (const day of ['2026-12-29', '2026-12-31', '2027-01-04', '2003-06-02']) {
    assert.ok(isProvisionalDay(calendar, day), day);
  }
  const off = ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'];
  for (const day of off) assert.equal(calendarDay(calendar, day).why, 'holiday', day);
  const plain = ['2027-01-04', '2027-02-08', '2027-05-03', '2027-10-04', '2027-12-31'];
  for (const day of plain) assert.equal(calendarDay(calendar, day).why, 'weekday', day);
});
