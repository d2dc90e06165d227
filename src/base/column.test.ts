import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytes, doubles, shorts, words } from './column.ts';

test('a column holds what was set, wherever that was, and 0 elsewhere', () => {
  const place = fc.oneof(fc.nat(20), fc.nat(5000), fc.nat(300_000));
  for (const make of [bytes, shorts, words, doubles]) {
    const sets = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 60 });
    fc.assert(
      fc.property(sets, (all) => {
        const column = make();
        const plain = new Map<number, number>();
        for (const [at, value] of all) {
          column.set(at, value);
          plain.set(at, value);
        }
        assert.equal(column.length, Math.max(-1, ...plain.keys()) + 1);
        for (const [at, value] of plain) {
          assert.equal(column.get(at), value);
          if (!plain.has(at + 1)) assert.equal(column.get(at + 1), 0);
        }
      }),
    );
  }
});

test('what is pushed stands in order, over the ends of pieces', () => {
  const column = words();
  for (let at = 0; at < 70_000; at++) column.push(at % 7);
  assert.equal(column.length, 70_000);
  for (let at = 0; at < 70_000; at++) assert.equal(column.get(at), at % 7);
});
