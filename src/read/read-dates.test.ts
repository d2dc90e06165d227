import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type CivilDate, dateParts } from '#base/civil-date.ts';
import fc from 'fast-check';
import { readDates } from './read-dates.ts';

const day = fc.integer({ min: 0, max: 14_975 }).map((days) => addDays('2000-01-01', days));
const DIGITS = '〇一二三四五六七八九';

function numeral(value: number): string {
  const [ten, one] = [Math.floor(value / 10), value % 10];
  const tens = ten === 0 ? '' : ten === 1 ? '十' : `${DIGITS[ten]}十`;
  return tens + (one === 0 && ten > 0 ? '' : DIGITS[one]);
}

function only(text: string, reference: CivilDate): CivilDate | undefined {
  const days = readDates(text, reference).filter(({ isBound }) => !isBound);
  assert.ok(days.length < 2, text);
  return days[0]?.date;
}

test('every form of every day from 2000 to 2040 is that day, inside of a sentence too', () => {
  fc.assert(
    fc.property(day, day, (date, reference) => {
      const { year, month, day: number } = dateParts(date);
      const years = [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');
      for (const form of [
        date,
        `${year}/${month}/${number}`,
        `${year}.${month}.${number}`,
        `${year} ${date.slice(5, 7)} ${date.slice(8)}`,
        `${year}年${month}月${number}日`,
        `${year}年${month}月${number}号`,
        `${years}年${numeral(month)}月${numeral(number)}日`,
        `${number}-${month}-${year}`,
      ]) {
        assert.equal(only(form, reference), date, form);
        assert.equal(only(`会议定于${form}上午九点召开`, reference), date, form);
      }
    }),
    { numRuns: 150 },
  );
});

test('days counted from the day of writing are those days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 90 }), (today, count) => {
      assert.equal(only(`${count}天前`, today), addDays(today, -count));
      assert.equal(only(`他${count}天之后回来`, today), addDays(today, count));
      assert.equal(
        only(`${numeral(Math.min(count, 39))}周前`, today),
        addDays(today, -7 * Math.min(count, 39)),
      );
      const words = {
        大前天: -3,
        前天: -2,
        昨日: -1,
        今晚: 0,
        明天: 1,
        后天: 2,
        大后天: 3,
        後天: 2,
      };
      for (const [word, days] of Object.entries(words)) {
        assert.equal(only(`${word}来访`, today), addDays(today, days), word);
      }
    }),
  );
});

test('weeks begin on Monday, and each weekday of the week before is in that week', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 6 }), (today, index) => {
      const name = '一二三四五六日'[index];
      const weekday = (date: CivilDate) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
      const monday = addDays(today, -weekday(today));
      assert.equal(only(`上周${name}`, today), addDays(monday, index - 7));
      assert.equal(only(`本周${name}`, today), addDays(monday, index));
      assert.equal(only(`下下个星期${name}`, today), addDays(monday, index + 14));
      assert.equal(only(`上個禮拜${name}`.replace('禮', '礼'), today), addDays(monday, index - 7));
    }),
  );
});

test('days of named months and years are read, at their boundaries too', () => {
  const today = '2019-03-31';
  const days: Record<string, CivilDate | undefined> = {
    本月十日: '2019-03-10',
    上月28日: '2019-02-28',
    上个月29日: undefined,
    下月一号: '2019-04-01',
    去年本月十日: '2018-03-10',
    去年12月31日: '2018-12-31',
    明年二月二十九日: '2020-02-29',
    去年二月二十九日: undefined,
    一个月前: '2019-02-28',
    '3年前': '2016-03-31',
    '10分钟前': '2019-03-31',
  };
  for (const [text, date] of Object.entries(days)) assert.equal(only(text, today), date, text);
});

test('bounds, names, lunar days and what names no day give no day', () => {
  const today = '2019-05-27';
  for (const text of [
    '2019年5月1日及以后',
    '2018年1月1日或之前',
    '农历2019年正月初五',
    '《明日之后》',
    '今日头条',
    '上周',
    '三十多年前',
    '第3-7号文件',
    '〔2019〕5号',
    '2019年5月',
  ]) {
    assert.equal(only(text, today), undefined, text);
  }
});
