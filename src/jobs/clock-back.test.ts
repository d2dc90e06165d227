import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Tables } from '#store/database/tables.ts';
import { bringJobsForward } from '#store/jobs-in-time.ts';
import { connect } from '#store/postgres/connect.ts';
import { freshDatabase } from '#store/testing/fresh-database.ts';

test('a job that waits when the clock of the database is set back does not wait for hours', async () => {
  const { url, drop } = await freshDatabase();
  const { db, close } = connect<Tables>(url, { max: 2 });
  await bringJobsForward(db);
  const boss = new PgBoss({ connectionString: url, schema: 'queue' });
  await boss.start();
  try {
    await boss.createQueue('one', { policy: 'exclusive' });
    await boss.insert('one', [{ singletonKey: 'site-1' }]);
    await sql`update queue.job set start_after = now() + interval '5 hours'`.execute(db);
    assert.deepEqual(await boss.fetch('one'), []);
    await bringJobsForward(db);
    assert.equal((await boss.fetch('one')).length, 1);
  } finally {
    await boss.stop({ graceful: false });
    await close();
    await drop();
  }
});
