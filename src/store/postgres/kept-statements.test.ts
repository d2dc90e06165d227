import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../testing/fresh-database.ts';
import { connect } from './connect.ts';
import { KEPT_MARK } from './kept-statements.ts';

interface Tables {
  site: { id: number; name: string };
}

test('a marked statement is planned once a connection, others each time; answers are the same', async () => {
  const fresh = await freshDatabase();
  const { db, pool, close } = connect<Tables>(fresh.url, { max: 1 });
  await pool.query(
    "create table site (id integer primary key, name text); insert into site values (1, '甲'), (2, '乙')",
  );
  const kept = (id: number) =>
    db.selectFrom('site').modifyFront(sql.raw(KEPT_MARK)).select('name').where('id', '=', id);
  for (const round of [1, 2, 3]) {
    assert.deepEqual(await kept(1).execute(), [{ name: '甲' }], `${round}`);
    assert.deepEqual(await kept(2).execute(), [{ name: '乙' }]);
    await db.selectFrom('site').select('name').where('id', '=', 1).execute();
  }
  const named = await pool.query('select statement from pg_prepared_statements');
  assert.equal(named.rows.length, 1);
  assert.match(named.rows[0].statement, /^select \/\* kept \*\/ "name"/);
  await close();
  await fresh.drop();
});
