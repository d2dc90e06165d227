import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect } from '../postgres/connect.ts';
import { freshDatabase } from './fresh-database.ts';

test('each test has a database of its own, and a template is prepared once', async () => {
  let prepared = 0;
  const template = {
    key: `fresh-database.test ${process.pid}`,
    prepare: async (url: string) => {
      prepared++;
      const { pool, close } = connect(url, { max: 1 });
      await pool.query("create table site (name text); insert into site values ('政府网站')");
      await close();
    },
  };
  const [one, two] = await Promise.all([freshDatabase(template), freshDatabase(template)]);
  const first = connect(one.url, { max: 2 });
  const second = connect(two.url, { max: 2 });
  await first.pool.query('delete from site');
  assert.deepEqual((await first.pool.query('select * from site')).rows, []);
  assert.deepEqual((await second.pool.query('select * from site')).rows, [{ name: '政府网站' }]);
  assert.equal(prepared, 1);
  await Promise.all([first.close(), second.close()]);
  await Promise.all([one.drop(), two.drop()]);
});

test('a fresh database without a template is empty and knows Chinese letters', async () => {
  const fresh = await freshDatabase();
  const { pool, close } = connect(fresh.url, { max: 1 });
  await pool.query('create extension pg_trgm');
  const { rows } = await pool.query("select cardinality(show_trgm('政府网站')) as trigrams");
  assert.deepEqual(rows, [{ trigrams: 5 }]);
  await close();
  await fresh.drop();
});
