import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays } from '#base/civil-date.ts';
import { dateOfPieces, dateOfWhole, findDates, inferYear } from './dates.ts';

const DIGITS = '〇一二三四五六七八九';

function numeral(value: number): string {
  const ten = Math.floor(value / 10);
  const one = value % 10;
  const tens = ten === 0 ? '' : ten === 1 ? '十' : `${DIGITS[ten]}十`;
  return tens + (one === 0 && ten > 0 ? '' : DIGITS[one]);
}

function formsOf(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const [m, d] = [Number(month), Number(day)];
  const years = [...year].map((digit) => DIGITS[Number(digit)]).join('');
  return [
    date,
    `[${date}]`,
    `（${date}）`,
    `${year}/${m}/${d}`,
    `${year}.${month}.${day}`,
    `${year}年${m}月${d}日`,
    `${year} 年 ${month} 月 ${day} 日`,
    `${date} 10:32`,
    `${date} 10：32：05`,
    `${year}－${month}－${day}`,
    `${years}年${numeral(m)}月${numeral(d)}日`,
    `${year}${month}${day}`,
  ];
}

test('every usual form of every day from 2000 to 2040 reads back as that day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14_975 }), (days) => {
      const date = addDays('2000-01-01', days);
      for (const form of formsOf(date))
        assert.equal(dateOfWhole(form, '2041-01-01')?.date, date, form);
      const [year = '', month = '', day = ''] = date.split('-');
      assert.equal(dateOfPieces([day, `${year}-${month}`]), date);
      assert.equal(dateOfPieces([`${month}-${day}`, year]), date);
      assert.equal(dateOfPieces([`${year}年`, `${month}月`, `${day}日`]), date);
    }),
  );
});

test('boundary days are read and days that do not exist are not', () => {
  assert.equal(dateOfWhole('2020-02-29', '2021-01-01')?.date, '2020-02-29');
  for (const bad of ['2019-02-29', '2019-13-01', '2019-04-31', '2019-00-10', '2100-02-29']) {
    assert.equal(dateOfWhole(bad, '2021-01-01'), null, bad);
  }
});

test('a day without a year is the latest such day up to the as-of day', () => {
  assert.equal(inferYear(5, 27, '2019-05-27'), '2019-05-27');
  assert.equal(inferYear(5, 28, '2019-05-27'), '2018-05-28');
  assert.equal(inferYear(2, 29, '2019-05-27'), '2016-02-29');
  assert.equal(dateOfWhole('[12-31]', '2019-05-27')?.date, '2018-12-31');
  assert.equal(dateOfWhole('5月9日', '2019-05-27')?.date, '2019-05-09');
});

test('numbers that only look like dates are none', () => {
  for (const text of [
    '〔2019〕5号',
    '0700-5550101',
    '1/3',
    '第2019-5期',
    '192.168.10.12',
    '2019-5',
  ]) {
    assert.deepEqual(findDates(text), [], text);
  }
});

test('a look before the pattern misses no date', () => {
  const some = (words: string) => fc.constantFrom(...words.split('|'));
  const noise = some('|某|2019|1998年|O|零|( | 二〇一九年|10:30| 5-9');
  const year = some('2019|１９９８|２０19|1899|二〇一九|一九九八|二Ｏ二○');
  const number = some('5|０９|27|13|五|廿七|');
  const join = some('-|－|/|．|，| - |年|\u3000年 |月| 月\n|日|—|至');
  const piece = fc.tuple(noise, year, join, number, join, number, join, noise);
  const later = '。二〇二〇年一月二日2020-01-02';
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 2 }), (pieces) => {
      const text = pieces.flat().join('');
      // Behind a text that holds dates of both kinds no look leaves a pattern out.
      const all = findDates(`${text}${later}`);
      assert.deepEqual(
        findDates(text),
        all.filter(({ end }) => end <= text.length),
      );
    }),
    { numRuns: 3000 },
  );
});
