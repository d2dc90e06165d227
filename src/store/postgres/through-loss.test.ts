import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts';
import { type Connected, connect } from './connect.ts';
import { throughLoss } from './through-loss.ts';

let fresh: FreshDatabase;
let connected: Connected<object>;

before(async () => {
  fresh = await freshDatabase();
  connected = connect<object>(fresh.url, { max: 1 });
  connected.pool.on('connect', (client) => client.on('error', () => undefined));
});
after(async () => {
  await connected.close();
  await fresh.drop();
});

test('a step whose connection is cut is taken again, until it comes through', async () => {
  let times = 0;
  const answer = await throughLoss(async () => {
    times += 1;
    const cut = times < 3 ? 'pg_terminate_backend(pg_backend_pid())' : 'true';
    return (await connected.pool.query(`select ${cut} as cut`)).rows[0];
  });
  assert.deepEqual([answer, times], [{ cut: true }, 3]);
});

test('what is wrong with the step itself is thrown at once', async () => {
  let times = 0;
  const step = async () => {
    times += 1;
    await connected.pool.query('select nothing from nowhere');
  };
  await assert.rejects(throughLoss(step), /nowhere/);
  assert.equal(times, 1);
});
