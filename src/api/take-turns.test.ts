import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeTurns } from './take-turns.ts';

/** Work that says when it begins, and ends when it is told to. */
function pieces(count: number) {
  const begun: number[] = [];
  const ends: ((broken?: Error) => void)[] = [];
  const works = Array.from({ length: count }, (_, index) => async () => {
    begun.push(index);
    await new Promise<void>((resolve, reject) => {
      ends[index] = (broken) => (broken ? reject(broken) : resolve());
    });
    return index;
  });
  return { begun, ends, works };
}

test('so many are at work, the others follow in the order they came, also behind one that breaks', async () => {
  const { begun, ends, works } = pieces(5);
  const turn = takeTurns(2, 60_000);
  const done = works.map((work) => turn(work).catch((error: Error) => error.message));
  await sleep(0);
  assert.deepEqual(begun, [0, 1]);
  ends[1]?.(new Error('broke'));
  await sleep(0);
  assert.deepEqual(begun, [0, 1, 2]);
  ends[2]?.();
  ends[0]?.();
  await sleep(0);
  assert.deepEqual(begun, [0, 1, 2, 3, 4]);
  ends[3]?.();
  ends[4]?.();
  assert.deepEqual(await Promise.all(done), [0, 'broke', 2, 3, 4]);
  assert.equal(await turn(async () => 'again'), 'again');
});

test('work that goes on for long holds nobody up, and is not counted twice when it ends', async () => {
  const { begun, ends, works } = pieces(4);
  const turn = takeTurns(1, 20);
  const done = works.map((work) => turn(work));
  while (begun.length < 4) await sleep(5);
  assert.deepEqual(begun, [0, 1, 2, 3]);
  for (const end of ends) end();
  assert.deepEqual(await Promise.all(done), [0, 1, 2, 3]);
  const more = pieces(2);
  const rest = more.works.map((work) => turn(work));
  await sleep(0);
  assert.deepEqual(more.begun, [0]);
  more.ends[0]?.();
  await sleep(0);
  more.ends[1]?.();
  await Promise.all(rest);
});
