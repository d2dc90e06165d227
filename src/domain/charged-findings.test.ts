import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HeardFinding, isCharged } from './charged-findings.ts';
import { compareRounds } from './compare-rounds.ts';
import { standingsOf } from './standings-of.ts';

const plain: HeardFinding = {
  state: 'confirmed',
  review: 'accepted',
  appeals: [],
  explanations: [],
};
const terms = { asOf: '2019-05-27', explanationsLift: true };

test('a confirmed finding is charged until a person takes the charge away', () => {
  assert.equal(isCharged(plain, terms), true);
  assert.equal(isCharged({ ...plain, review: 'open' }, terms), true);
  assert.equal(isCharged({ ...plain, review: 'set-aside' }, terms), false);
  assert.equal(isCharged({ ...plain, review: 'merged' }, terms), false);
  assert.equal(isCharged({ ...plain, state: 'suspected' }, terms), false);
  assert.equal(isCharged({ ...plain, appeals: ['refused', 'upheld'] }, terms), false);
  assert.equal(isCharged({ ...plain, appeals: ['withdrawn', 'filed'] }, terms), true);
});

test('an approved explanation lifts the charge on its last day too, where the campaign says so', () => {
  const until = (validUntil: string) => ({
    ...plain,
    explanations: [{ state: 'approved' as const, validUntil }],
  });
  assert.equal(isCharged(until('2019-05-27'), terms), false);
  assert.equal(isCharged(until('2019-05-26'), terms), true);
  assert.equal(isCharged(until('2019-05-27'), { ...terms, explanationsLift: false }), true);
  const voided = { ...plain, explanations: [{ state: 'void' as const, validUntil: '2020-01-01' }] };
  assert.equal(isCharged(voided, terms), true);
});

test('ties share a rank and the next is as many places lower', () => {
  const scores = [9800, 10_000, 9800, null, 9000];
  const sites = scores.map((score, siteId) => ({ siteId, verdict: 'pass' as const, score }));
  const ranks = [...standingsOf(sites).values()].map(({ rank }) => rank);
  assert.deepEqual(ranks, [2, 1, 2, null, 4]);
});

test('between two rounds findings are new, mended, still open, reopened or out of sight', () => {
  const found = (siteId: number, key: string) => ({ findingId: 0, siteId, key });
  const before = {
    charged: [found(1, 'a'), found(1, 'b'), found(2, 'c'), found(1, 'f')],
    measuredSites: new Set([1, 2]),
    unmeasured: new Set<string>(),
  };
  const after = {
    charged: [found(1, 'a'), found(1, 'd'), found(1, 'e')],
    measuredSites: new Set([1]),
    unmeasured: new Set(['1/f']),
  };
  const told = compareRounds(before, after, new Set(['1/e', '1/a']));
  assert.deepEqual(
    told.map(({ change, finding }) => `${finding.key} ${change}`),
    ['a still-open', 'd new', 'e reopened', 'b mended', 'c not-measured', 'f not-measured'],
  );
});
