import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askLedgerHeads } from './ask-ledger-heads.ts';
import { perform } from './desk.ts';
import { keepLedgerHead } from './keep-ledger-head.ts';
import { openSmallOffice } from './testing/small-office.ts';

test('every day has its head for everybody, also days on which nothing ran', async (t) => {
  const office = await openSmallOffice([]);
  t.after(() => office.close());
  const at = (now: string) => ({ ...office.job, now: () => now });
  const act = async (now: string) =>
    await perform(at(now), ({ note }) => note({ act: 'test', thing: 'test' }));
  await act('2019-05-27T02:00:00.000Z');
  // Half past midnight in China: the day before is over.
  assert.equal(await keepLedgerHead(at('2019-05-27T16:30:00.000Z')), '2019-05-27');
  await act('2019-05-28T02:00:00.000Z');
  await act('2019-05-30T02:00:00.000Z');
  // The clock jumped over three midnights, or nothing ran on them.
  assert.equal(await keepLedgerHead(at('2019-05-30T16:30:00.000Z')), '2019-05-30');
  assert.equal(await keepLedgerHead(at('2019-05-30T16:40:00.000Z')), '2019-05-30');
  const { items, next } = await askLedgerHeads(office.job, { limit: 3 });
  const told = items.map(({ day, number }) => [day, number]);
  assert.deepEqual(told, [
    ['2019-05-30', 3],
    ['2019-05-29', 2],
    ['2019-05-28', 2],
  ]);
  assert.equal(next, 20190528);
  for (const after of [0, 628, 20190231, 99999999, 123456789012]) {
    assert.ok(await askLedgerHeads(office.job, { after }), `${after}`);
  }
  const rest = await askLedgerHeads(office.job, { after: 20190528 });
  assert.deepEqual(
    rest.items.map(({ day }) => day),
    ['2019-05-27'],
  );
  assert.deepEqual((await askLedgerHeads(office.job, { after: 7 })).items, []);
});
