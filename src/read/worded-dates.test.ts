import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#base/civil-date.ts';
import fc from 'fast-check';
import { DateReader } from './date-reader.ts';
import { lexicon } from './testing/read-fixture.ts';

const day = fc.integer({ min: 0, max: 14_975 }).map((days) => addDays('2000-01-01', days));

function readerOf(language: string): DateReader {
  return new DateReader(`<html lang="${language}">`, '2041-01-01', lexicon.monthNames);
}

// The platform's own calendar writes the dates: an oracle that knows nothing of our word list.
const languages =
  'en-US en-GB de de-AT fr es it pt nl sv da nb fi pl cs sk hr hu ro tr ru uk el lt id ca';

for (const language of languages.split(' ')) {
  test(`every day from 2000 to 2040 written out in ${language} reads back as that day`, () => {
    const reader = readerOf(language);
    const form = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(day, (date) => {
        const text = form.format(new Date(`${date}T00:00:00Z`));
        assert.equal(reader.whole(text)?.date, date, text);
        assert.equal(reader.find(`Posted on ${text} by the editors`)[0]?.date, date, text);
      }),
      { numRuns: 60 },
    );
  });
}

test('days in figures follow the order of the page, and dots put the day first', () => {
  fc.assert(
    fc.property(day, (date) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-');
      for (const language of ['en-US', 'en', 'fr', 'de']) {
        const reader = readerOf(language);
        const isMonthFirst = language.startsWith('en');
        const slashed = isMonthFirst ? [month, dayOfMonth, year] : [dayOfMonth, month, year];
        assert.equal(reader.whole(slashed.join('/'))?.date, date);
        assert.equal(reader.whole(`${dayOfMonth}.${month}.${year}`)?.date, date);
        assert.equal(reader.whole(`${dayOfMonth}.${month}.${year.slice(2)}`)?.date, date);
        assert.equal(reader.whole(`${date}T10:32:05+02:00`)?.date, date);
        assert.equal(reader.whole(`${date}T10:32:05.123Z`)?.date, date);
      }
    }),
  );
});

test('a page that shows a certain order is read by it, whatever its language says', () => {
  const source = '<html lang="en"><p>23/10/2019</p><p>04/05/2019</p>';
  const reader = new DateReader(source, '2041-01-01', lexicon.monthNames);
  assert.equal(reader.whole('04/05/2019')?.date, '2019-05-04');
});

test('the usual short and long forms of news pages are read', () => {
  const reader = readerOf('en');
  const forms: Record<string, string> = {
    'Jan. 5, 2019': '2019-01-05',
    'January 5th, 2019 at 10:30 AM': '2019-01-05',
    'Tue Feb 29 10:30:00 CET 2028': '2028-02-29',
    '05-Jan-2019': '2019-01-05',
    'Sept 1, 2019': '2019-09-01',
    '1er août 2019': '2019-08-01',
    '1. Maerz 2019': '2019-03-01',
    'Samstag, 5. Oktober 2019': '2019-10-05',
    '5 de enero del 2019': '2019-01-05',
    '05.01.2019, 14:30 Uhr': '2019-01-05',
  };
  for (const [text, date] of Object.entries(forms)) {
    assert.equal(reader.whole(text)?.date, date, text);
  }
});

test('words and figures that only look like dates are none', () => {
  const reader = readerOf('en');
  for (const text of [
    'May 2019',
    'Mark 5 2019er',
    '30 February 2019',
    '31.04.2019',
    '1.2.3',
    'version 10.4.12.1',
    '+49 30 2019 12',
    'in 5 days',
    '3 days ago',
    'yesterday',
  ]) {
    assert.deepEqual(reader.find(text), [], text);
  }
});
