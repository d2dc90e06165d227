import assert from 'node:assert/strict';
import test from 'node:test';
import { dateMarkup, printDate, unixSeconds } from './print-date.ts';

test('each form prints the day it is given', () => {
  const day = '2019-05-09';
  assert.equal(printDate(day, 'dashes'), '2019-05-09');
  assert.equal(printDate(day, 'slashes'), '2019/5/9');
  assert.equal(printDate(day, 'dots'), '2019.05.09');
  assert.equal(printDate(day, 'chinese'), '2019年5月9日');
  assert.equal(printDate(day, 'brackets'), '[2019-05-09]');
  assert.equal(printDate(day, 'month-day'), '05-09');
  assert.match(printDate(day, 'with-time'), /^2019-05-09 \d\d:\d\d$/);
  assert.equal(printDate(day, 'chinese-numerals'), '二〇一九年五月九日');
  assert.equal(dateMarkup(day, 'split'), '<b>09</b><i>2019-05</i>');
  for (const form of ['title-attribute', 'glued', 'none'] as const)
    assert.equal(dateMarkup(day, form), '');
  assert.equal(dateMarkup(null, 'dashes'), '');
});

test('Chinese numerals count tens as people do', () => {
  assert.equal(printDate('2020-10-10', 'chinese-numerals'), '二〇二〇年十月十日');
  assert.equal(printDate('2018-12-31', 'chinese-numerals'), '二〇一八年十二月三十一日');
  assert.equal(printDate('2018-11-20', 'chinese-numerals'), '二〇一八年十一月二十日');
});

test('seconds since 1970 fall on the day in China', () => {
  for (const day of ['2019-05-09', '2019-05-10', '2020-02-29', '2019-12-31'])
    assert.equal(new Date((unixSeconds(day) + 28_800) * 1000).toISOString().slice(0, 10), day);
});
