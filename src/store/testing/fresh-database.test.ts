import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../postgres/connect.ts';
import { clusterOf } from '../postgres/cluster.ts';
import { hasLivingOwner } from '../postgres/server-owner.ts';
import { freshDatabase } from './fresh-database.ts';
import { sharedServerFolder } from './shared-server.ts';

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

test('a server whose keeper was killed gets another keeper, and no database is lost', async () => {
  const first = await freshDatabase();
  const cluster = await clusterOf(sharedServerFolder());
  while (!hasLivingOwner(cluster)) await sleep(20);
  process.kill(JSON.parse(readFileSync(cluster.ownerFile, 'utf8')).pid, 'SIGKILL');
  while (hasLivingOwner(cluster)) await sleep(20);
  const second = await freshDatabase();
  while (!hasLivingOwner(cluster)) await sleep(20);
  const { pool, close } = connect(first.url, { max: 1 });
  assert.equal((await pool.query('select 1')).rowCount, 1);
  await close();
  await Promise.all([first.drop(), second.drop()]);
});
