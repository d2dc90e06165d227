import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeOrder, type OrderItemStanding } from './order.ts';
import { findRepetitions } from './repetitions.ts';

const mended = (recheck: OrderItemStanding['recheck']): OrderItemStanding => ({
  answer: 'mended',
  recheck,
});
const planned = (recheck: OrderItemStanding['recheck']): OrderItemStanding => ({
  answer: 'cannot',
  recheck,
});

for (const [name, items, to, hasFailed] of [
  ['all seen to be gone', [mended('passed'), mended('passed')], 'passed', false],
  ['one is still there', [mended('passed'), mended('failed')], 'received', true],
  ['a plan is no failure', [mended('passed'), planned('failed')], 'received', false],
  ['a plan that came true early', [planned('passed')], 'passed', false],
  ['what we could not measure is no failure', [mended('unmeasured')], 'received', false],
  ['words alone close nothing', [mended('none')], 'received', false],
] as const) {
  test(name, () => assert.deepEqual(judgeOrder(items), { to, hasFailed }));
}

test('the same indicator on the same site in two successive rounds, with the first of them', () => {
  const round = (period: string, ...charges: [number, string][]) => ({
    period,
    charges: charges.map(([siteId, indicator]) => ({ siteId, indicator })),
  });
  const rounds = [
    round('2018年第四季度', [1, 'a'], [2, 'b']),
    round('2019年第一季度', [1, 'a'], [3, 'c']),
    round('2019年第二季度', [1, 'a'], [1, 'a'], [2, 'b'], [3, 'd']),
  ];
  assert.deepEqual(findRepetitions(rounds), [
    { siteId: 1, indicator: 'a', since: '2018年第四季度' },
  ]);
  assert.deepEqual(findRepetitions(rounds.slice(2)), []);
});

test('a repetition was charged in the last round and in the one before', () => {
  const charge = fc.record({
    siteId: fc.integer({ min: 1, max: 3 }),
    indicator: fc.constantFrom('a', 'b'),
  });
  const histories = fc.array(fc.array(charge, { maxLength: 4 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(histories, (history) => {
      const rounds = history.map((charges, index) => ({ period: String(index), charges }));
      const has = (index: number, siteId: number, indicator: string) =>
        history.at(index)?.some((one) => one.siteId === siteId && one.indicator === indicator);
      const found = findRepetitions(rounds);
      for (const { siteId, indicator, since } of found) {
        for (let index = Number(since); index < history.length; index++) {
          assert.ok(has(index, siteId, indicator));
        }
        assert.ok(Number(since) === 0 || !has(Number(since) - 1, siteId, indicator));
      }
      const last = history.at(-1) ?? [];
      const again = last.filter((one) => has(-2, one.siteId, one.indicator));
      assert.equal(found.length, new Set(again.map((one) => JSON.stringify(one))).size);
    }),
  );
});
