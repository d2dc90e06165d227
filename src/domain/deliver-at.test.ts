import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chinaTime } from '#base/civil-date.ts';
import { deliverAt, retryAt } from './deliver-at.ts';

/** Monday to Friday, but 7 June 2019 (端午) and with Saturday 15 June made up. */
const isWorkingDay = (day: string) =>
  day === '2019-06-15' ||
  (day !== '2019-06-07' && [1, 2, 3, 4, 5].includes(new Date(day).getUTCDay()));
const china = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

test('mail waits for the morning, the working day or nothing, as its kind says', () => {
  const table: [Parameters<typeof deliverAt>[0], string, string][] = [
    ['at-once', '2019-06-05 23:30', '2019-06-05 23:30'],
    ['soon', '2019-06-05 19:59', '2019-06-05 19:59'],
    ['soon', '2019-06-05 20:00', '2019-06-06 08:00'],
    ['soon', '2019-06-06 03:00', '2019-06-06 08:00'],
    ['soon', '2019-06-06 08:00', '2019-06-06 08:00'],
    ['soon', '2019-06-08 10:00', '2019-06-08 10:00'],
    ['digest', '2019-06-05 08:30', '2019-06-05 09:00'],
    ['digest', '2019-06-05 09:00', '2019-06-05 09:00'],
    ['digest', '2019-06-05 09:01', '2019-06-06 09:00'],
    ['digest', '2019-06-06 10:00', '2019-06-10 09:00'],
    ['digest', '2019-06-14 18:00', '2019-06-15 09:00'],
  ];
  for (const [urgency, at, due] of table) {
    const found = chinaTime(deliverAt(urgency, china(at), isWorkingDay)).slice(0, 16);
    assert.equal(found, due, `${urgency} at ${at}`);
  }
});

test('nothing goes out early, nothing but outages of portals in the quiet hours', () => {
  const instants = fc.date({
    min: new Date('2015-01-01'),
    max: new Date('2027-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.constantFrom('soon', 'digest'), instants, (urgency, date) => {
      const at = date.toISOString();
      const due = deliverAt(urgency as 'soon', at, isWorkingDay);
      assert.ok(due >= at);
      const hour = Number(chinaTime(due).slice(11, 13));
      assert.ok(hour >= 8 && hour < 20, `${at} ${due}`);
      assert.equal(deliverAt(urgency as 'soon', due, isWorkingDay), due);
    }),
  );
});

test('a calendar without working days holds nothing back for ever', () => {
  assert.ok(
    deliverAt('digest', china('2019-06-05 10:00'), () => false) < china('2019-07-10 00:00'),
  );
});

test('attempts are further and further apart, and come to an end', () => {
  const at = china('2019-06-05 10:00');
  assert.equal(retryAt(at, 1), china('2019-06-05 10:01'));
  assert.equal(retryAt(at, 7), china('2019-06-06 10:00'));
  assert.equal(retryAt(at, 10), null);
});
