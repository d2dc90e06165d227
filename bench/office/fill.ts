import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { defaultCampaignSettings } from '#domain/check-campaign.ts';
import { computeDeadline } from '#domain/deadline.ts';
import { startClock } from '#domain/running-clock.ts';
import { calendarNow } from '#office/calendar-now.ts';
import { loadRubric } from '#office/run-instruments.ts';
import { officeClock } from '#office/start-deadline.ts';
import type { Database } from '#store/database/database.ts';
import type { Connected } from '#store/postgres/connect.ts';
import type { Tables } from '#store/database/tables.ts';
import { fillLedger, newChain } from './ledger-fill.ts';
import { fillPeople } from './people-fill.ts';
import { registerSql, sequencesSql } from './register-sql.ts';
import { circularFilesSql, circularSql, restSql } from './rest-sql.ts';
import { ROUNDS, roundStatements } from './rounds-sql.ts';
import { makeTemplates } from './templates.ts';

type Tell = (line: string) => void;

/** Whether a database holds a filled office already. */
export async function isFilled(db: Database): Promise<boolean> {
  const done = await sql<{ done: boolean }>`select to_regclass('bench_done') is not null as done`;
  return (await done.execute(db)).rows[0]?.done ?? false;
}

/** Fills a migrated database with the register and its rounds, 24 or the first of them, in bulk. */
export async function fillOffice(
  { db, pool }: Connected<Tables>,
  tell: Tell,
  rounds: number = ROUNDS,
): Promise<void> {
  const started = performance.now();
  const client = await pool.connect();
  try {
    await client.query(`set statement_timeout = 0; set synchronous_commit = off`);
    for (const statement of registerSql) await client.query(statement);
    const actors = await fillPeople(db);
    const rubric = await keepTemplates(db);
    const settings = JSON.stringify(defaultCampaignSettings);
    const chain = newChain();
    for (let round = 1; round <= rounds; round++) {
      await client.query('begin');
      const statements = roundStatements({ round, actors, rubric, settings });
      for (const [statement, values] of statements) await client.query(statement, values);
      if (round < ROUNDS) {
        await client.query(circularSql(round));
        for (const statement of circularFilesSql(round)) await client.query(statement);
      }
      await fillLedger(client, chain, { round, actors });
      await client.query('commit');
      if (round === 2) await client.query('analyze');
      tell(`round ${round}: ${Math.round((performance.now() - started) / 1000)} s`);
    }
    for (const statement of [...restSql, ...sequencesSql]) await client.query(statement);
    await client.query('drop table bench_templates, bench_deadlines; create table bench_done ()');
    await client.query('vacuum analyze');
  } finally {
    client.release(true);
  }
}

/** Puts the judgements and the clocks where statements find them; gives the rubric's row. */
async function keepTemplates(db: Database): Promise<string> {
  await sql`create table bench_templates (id integer primary key, verdict text, score integer,
    card text, findings text)`.execute(db);
  await sql`create table bench_deadlines (clock text primary key, computation text)`.execute(db);
  const { rubric, text, overlays } = loadRubric('cn-census-2015', []);
  for (const { id, verdict, score, card, findings } of makeTemplates(rubric)) {
    await sql`insert into bench_templates values (${id}, ${verdict}, ${score},
      ${JSON.stringify(card)}, ${JSON.stringify(findings)})`.execute(db);
  }
  const calendar = await calendarNow(db);
  for (const clock of ['order-receipt', 'rectification']) {
    const running = startClock(officeClock(clock), daysAgo(12));
    const deadline = JSON.stringify(computeDeadline(running, calendar));
    await sql`insert into bench_deadlines values (${clock}, ${deadline})`.execute(db);
  }
  return JSON.stringify({ id: 'cn-census-2015', text, overlays });
}

/** Clocks of the bench were started some days ago, whenever it runs. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
