import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate } from '#base/civil-date.ts';
import { RowTally } from './row-tally.ts';
import { viewSite } from './site-view.ts';
import { at, entry, ObservationBuilder } from './testing/observation-builder.ts';

const asOf: CivilDate = '2019-05-27';
/** Few days, so that rows of one day meet; some after `asOf`. */
const day = fc.integer({ min: -4, max: 2 }).map((days) => addDays(asOf, days));
/** The day in the list, and the day that the row's own page says. */
const row = fc.record({ shown: fc.option(day), own: fc.option(day) });

test('the newest row is the one that a walk through all rows finds', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const site = new ObservationBuilder(asOf).page('/');
      for (const [index, { own }] of rows.entries()) {
        site.page(`/${index}`, { kind: 'article', publishedAt: own });
      }
      const [view] = viewSite(site.build());
      assert.ok(view);
      const tally = new RowTally(asOf);
      for (const [index, { shown }] of rows.entries()) {
        tally.add(entry(`/${index}`, shown, `第${index}行`), at(`/list-${index >> 2}`));
      }
      const days = rows.map(({ shown, own }) => shown ?? own);
      const counted = days.filter((one) => one !== null && one <= asOf).toSorted();
      const newest = counted.at(-1) ?? null;
      const place = newest === null ? -1 : days.indexOf(newest);
      assert.deepEqual(tally.newest(view), {
        date: newest,
        title: newest === null ? null : `第${place}行`,
        page: newest === null ? null : at(`/list-${place >> 2}`),
        hasDates: days.some((one) => one !== null),
        unread: null,
      });
      assert.deepEqual(
        [tally.count, tally.firstTitle],
        [rows.length, rows.length > 0 ? '第0行' : null],
      );
    }),
  );
});

test('why a row without a day could not be dated is told, that of the first', () => {
  const site = new ObservationBuilder(asOf)
    .page('/')
    .target('/a', { failed: 'timeout' })
    .cutOff('/b', 'budget');
  const [view] = viewSite(site.build());
  assert.ok(view);
  const tally = new RowTally(asOf);
  tally.add(entry('/b'), at('/list'));
  tally.add(entry('/c', '2019-05-01'), at('/list'));
  const { date, unread } = tally.newest(view);
  assert.deepEqual([date, unread], ['2019-05-01', 'budget']);
});
