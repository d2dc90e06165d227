import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAround, readFixture } from './testing/read-fixture.ts';

function datesOf(days: readonly string[], before = ''): (string | null)[] {
  const rows = days.map(
    (day, index) =>
      `<li><a href="./r${index}.html">关于第${'一二三四五六七八九十'[index]}座闸门检修的通知</a><span>${day}</span></li>`,
  );
  const main = `<div class="list"><h2>通知公告</h2>${before}<ul>${rows.join('')}</ul></div>`;
  return readFixture(pageAround(main)).entries.map(({ date }) => date);
}

test('rows that run back past January belong to the year before, and to the one before that', () => {
  const dates = datesOf([
    '05-20',
    '04-02',
    '02-28',
    '01-03',
    '12-30',
    '06-11',
    '03-01',
    '01-02',
    '12-24',
    '11-30',
  ]);
  assert.deepEqual(dates.slice(4), [
    '2018-12-30',
    '2018-06-11',
    '2018-03-01',
    '2018-01-02',
    '2017-12-24',
    '2017-11-30',
  ]);
});

test('a sticky row out of order does not push the others into another year', () => {
  const dates = datesOf(['12-20', '05-20', '04-02', '03-28', '03-03', '02-11', '01-05']);
  assert.deepEqual(dates.slice(0, 3), ['2018-12-20', '2019-05-20', '2019-04-02']);
});

test('a heading that is a year gives the year of the days below it', () => {
  assert.deepEqual(datesOf(['05-20', '04-02', '01-03'], '<h3>2016年</h3>'), [
    '2016-05-20',
    '2016-04-02',
    '2016-01-03',
  ]);
});

test('a column where some days can only stand first is read day before month', () => {
  assert.deepEqual(datesOf(['23/05', '04/05', '30/04', '01/04']), [
    '2019-05-23',
    '2019-05-04',
    '2019-04-30',
    '2019-04-01',
  ]);
  assert.deepEqual(datesOf(['05/23', '05/04', '04/30']), [
    '2019-05-23',
    '2019-05-04',
    '2019-04-30',
  ]);
});
