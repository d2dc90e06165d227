import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkingMemory, newInt16s, newInt32s, newUint8s, newUnits } from './working-memory.ts';

const make = [newInt32s, newInt16s, newUint8s] as const;

test('arrays begin as noughts and keep to themselves, page after page and page within page', () => {
  for (const length of [1, 7, 1000, 300_000, 3_000_000]) {
    inWorkingMemory(() => {
      const outer = make.map((one) => one(length).fill(7));
      newUnits(length).fill(9);
      inWorkingMemory(() => {
        for (const one of make) {
          const inner = one(length);
          assert.ok(inner.every((value) => value === 0));
          inner.fill(3);
        }
      });
      for (const array of outer) assert.ok(array.every((value) => value === 7));
    });
  }
});

test('memory is free again behind a page, whatever went wrong in it', () => {
  const places = [0, 1].map(() => {
    let place = -1;
    assert.throws(() =>
      inWorkingMemory(() => {
        place = newInt32s(10).byteOffset;
        throw new Error('a mistake of ours');
      }),
    );
    return place;
  });
  assert.equal(places[0], places[1]);
  const kept = newInt32s(4).fill(5);
  inWorkingMemory(() => newInt32s(4).fill(6));
  assert.deepEqual([...kept], [5, 5, 5, 5]);
});
