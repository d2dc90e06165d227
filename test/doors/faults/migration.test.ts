import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { connect } from '#store/postgres/connect.ts';
import { freshDatabase } from '#store/testing/fresh-database.ts';
import { callXunwang } from '../call-xunwang.ts';

/** Keeps the server for a while at the making of a table in the middle of all. */
const SLOW = `
  create function slow() returns event_trigger language plpgsql as $$ begin
    if exists (select from pg_event_trigger_ddl_commands()
               where object_identity = 'public.circulars') then perform pg_sleep(1.5); end if;
  end $$;
  create event trigger slow on ddl_command_end when tag in ('CREATE TABLE')
    execute function slow()`;

test('a migration that is killed half way has not happened, and the next one does all of it', async (t) => {
  const { url, drop } = await freshDatabase();
  t.after(drop);
  const { pool, close } = connect(url, { max: 2 });
  t.after(close);
  await pool.query(SLOW);
  const env = { DATABASE_URL: url };
  let child: ChildProcess | undefined;
  const call = callXunwang(['migrate', '--lang', 'en'], {
    env,
    detached: true,
    onStart: (started) => (child = started),
  });
  const isHalfWay = async () => {
    const { rows } = await pool.query(
      "select 1 from pg_stat_activity where wait_event = 'PgSleep'",
    );
    return rows.length > 0;
  };
  while (!(await isHalfWay())) await sleep(20);
  process.kill(-(child?.pid ?? 0), 'SIGKILL');
  assert.equal((await call).signal, 'SIGKILL');
  // The next one waits for what the dead one's server process still does.
  const again = await callXunwang(['migrate', '--lang', 'en'], { env });
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /0001-people[^]*0009-messages/, 'all of it, from the first');
  const check = await callXunwang(['migrate', '--check', '--lang', 'en'], { env });
  assert.equal(check.code, 0, check.stdout);
});
