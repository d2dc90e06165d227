import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  initialPace,
  type Pace,
  type PaceSample,
  paceAfter,
  retryAfterMs,
  waitBeforeRetry,
} from './politeness.ts';

const quick: PaceSample = { firstByteMs: 20, status: 200, isTimeout: false };
const slow: PaceSample = { firstByteMs: 2000, status: 200, isTimeout: false };
const busy: PaceSample = { firstByteMs: 20, status: 429, isTimeout: false };
const failing: PaceSample = { firstByteMs: 20, status: 503, isTimeout: false };
const late: PaceSample = { firstByteMs: null, status: null, isTimeout: true };

function after(samples: PaceSample[], ceiling = 16): Pace {
  return samples.reduce((pace, sample) => paceAfter(pace, sample, ceiling), initialPace());
}

const many = (count: number, sample: PaceSample): PaceSample[] => Array(count).fill(sample);

describe('the pace of a host', () => {
  /** What it showed, and how many requests at once it gets then. */
  const cases: [name: string, samples: PaceSample[], ceiling: number, limit: number][] = [
    ['starts with four', [], 16, 4],
    ['grows by one after a round of good answers', many(4, quick), 16, 5],
    ['grows to the ceiling', many(500, quick), 16, 16],
    ['does not grow beyond a lower ceiling', many(500, quick), 2, 4],
    ['halves on 429', [quick, busy], 16, 2],
    ['halves on 503', [quick, failing], 16, 2],
    ['halves on a time-out', [quick, late], 16, 2],
    ['halves once for one burst', [quick, busy, busy, busy, busy], 16, 2],
    ['halves again when it goes on', [quick, ...many(6, busy)], 16, 1],
    ['never falls below one', many(100, busy), 16, 1],
    ['halves when the host becomes slow', [...many(4, quick), slow], 16, 2],
    ['grows again when the host recovers', [...many(9, busy), ...many(200, quick)], 16, 16],
    ['takes a host that was always slow as it is', many(500, slow), 16, 16],
    ['takes 404 for a good answer', many(4, { ...quick, status: 404 }), 16, 5],
  ];
  for (const [name, samples, ceiling, limit] of cases) {
    it(name, () => assert.equal(after(samples, ceiling).limit, limit));
  }

  it('stays between one and the ceiling whatever comes', () => {
    const anySample = fc.record({
      firstByteMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
      status: fc.option(fc.constantFrom(200, 404, 429, 503)),
      isTimeout: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anySample), (samples) => {
        const { limit } = after(samples);
        return limit >= 1 && limit <= 16;
      }),
    );
  });
});

it('Retry-After is read as seconds or as a date', () => {
  const nowMs = Date.parse('2019-05-27T00:00:00Z');
  const cases: [string | undefined, number | null][] = [
    [undefined, null],
    ['', null],
    ['soon', null],
    ['-1', null],
    ['0', 0],
    [' 120 ', 120_000],
    ['Mon, 27 May 2019 00:00:30 GMT', 30_000],
    ['Mon, 27 May 2019 00:00:00 GMT', 0],
    ['Sun, 26 May 2019 00:00:00 GMT', 0],
  ];
  for (const [header, wanted] of cases)
    assert.equal(retryAfterMs(header, nowMs), wanted, `${header}`);
});

it('an address is tried again only where the host asks for patience that we have', () => {
  const answer = { nowMs: 0, tries: 1, patienceMs: 10_000 };
  const cases: [status: number | null, retryAfter: string | undefined, wanted: number | null][] = [
    [200, '5', null],
    [null, undefined, null],
    [503, undefined, null],
    [503, '5', 5000],
    [503, '11', null],
    [429, undefined, 1000],
    [429, '2', 2000],
    [429, '9999', null],
    [500, '5', null],
  ];
  for (const [status, retryAfter, wanted] of cases) {
    assert.equal(waitBeforeRetry({ ...answer, status, retryAfter }), wanted, `${status}`);
  }
  assert.equal(waitBeforeRetry({ ...answer, status: 429, retryAfter: '1', tries: 3 }), null);
});
