import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LastFew } from './last-few.ts';

test('the oldest value makes room, unless it was asked for lately', () => {
  const few = new LastFew<string, number>(3);
  for (const [index, key] of ['a', 'b', 'c'].entries()) few.set(key, index);
  assert.equal(few.get('a'), 0);
  few.set('d', 3);
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((key) => few.get(key)),
    [0, undefined, 2, 3],
  );
});

test('when all were asked for, one makes room all the same', () => {
  const few = new LastFew<number, number>(4);
  for (let key = 0; key < 100; key++) {
    few.set(key, key);
    for (let one = 0; one <= key; one++) few.get(one);
  }
  const kept = Array.from({ length: 100 }, (_, key) => few.get(key)).filter(
    (value) => value !== undefined,
  );
  assert.equal(kept.length, 4);
  assert.ok(kept.includes(99), 'what was set last is there');
});

test('a key that is set again has its new value and takes no second place', () => {
  const few = new LastFew<string, number>(2);
  few.set('a', 1);
  few.set('b', 2);
  few.set('a', 3);
  assert.equal(few.get('a'), 3);
  assert.equal(few.get('b'), 2);
});
