import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Generated } from 'kysely';
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts';
import { type Connected, connect, isConnectionLost } from './connect.ts';

interface Tables {
  sample: { id: Generated<number>; day: string; at: string; extent: unknown };
}

let fresh: FreshDatabase;
let connected: Connected<Tables>;

before(async () => {
  fresh = await freshDatabase();
  connected = connect<Tables>(fresh.url, { max: 2 });
});
after(async () => {
  await connected.close();
  await fresh.drop();
});

test('values come out plain: numbers, dates as text, instants in UTC', async () => {
  const { rows } = await connected.pool.query(
    `select count(*) as count, '2019-06-30'::date as day, array[9007199254740991] as numbers,
            '2019-06-30 08:00:00.123456+08'::timestamptz as at, 'infinity'::timestamptz as never,
            array['2019-06-30'::date, null] as days,
            '0099-01-01 00:00:00+00'::timestamptz as early`,
  );
  assert.deepEqual(rows, [
    {
      count: 1,
      day: '2019-06-30',
      numbers: [9007199254740991],
      at: '2019-06-30T00:00:00.123Z',
      never: 'infinity',
      days: ['2019-06-30', null],
      early: '0099-01-01T00:00:00.000Z',
    },
  ]);
  await assert.rejects(connected.pool.query('select 9007199254740993'), /2\^53/);
});

test('what was written comes back through the typed door', async () => {
  await connected.pool.query(
    `create table sample (id bigint generated always as identity, day date, at timestamptz,
                          extent jsonb)`,
  );
  const value = { day: '2020-02-29', at: '2020-02-29T16:00:00.001Z', extent: { 单位: [1, null] } };
  await connected.db.insertInto('sample').values(value).execute();
  const found = await connected.db.selectFrom('sample').selectAll().execute();
  assert.deepEqual(found, [{ id: 1, ...value }]);
});

test('a connection that the server cuts is told from a mistake, and the next query succeeds', async () => {
  const error = await connected.pool
    .query('select pg_terminate_backend(pg_backend_pid())')
    .catch((failure: unknown) => failure);
  assert.ok(isConnectionLost(error), String(error));
  const mistake = await connected.pool.query('select nonsense').catch((failure) => failure);
  assert.ok(!isConnectionLost(mistake));
  const missing = connect(fresh.url.replace(/host=[^&]*/, 'host=/nowhere'), { max: 1 });
  assert.ok(isConnectionLost(await missing.pool.query('select 1').catch((failure) => failure)));
  await missing.close();
});
