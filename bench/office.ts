import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { migrate } from '#store/database/migrate.ts';
import type { Tables } from '#store/database/tables.ts';
import { connect } from '#store/postgres/connect.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import { measureActs } from './office/acts.ts';
import { ask, reconnect } from './office/ask.ts';
import { fillOffice, isFilled } from './office/fill.ts';
import { users } from './office/people-fill.ts';
import { type Circle, type Ends, type Question, questionsOf } from './office/questions.ts';
import { type Service, signIn, startService } from './office/service.ts';
import { sizeTable, type TableSize, tableSizes } from './office/sizes.ts';
import type { BenchOptions } from './run.ts';

// npm run bench -- office [--rounds N] [--only NAME,…] [--data DIR] [--json]
// A register of 14,000 sites with 24 rounds; 20 users at once ask everything that the API answers.

const USERS = 20;
const tell = (line: string) => void process.stderr.write(`${line}\n`);

interface Figures {
  /** Processor time of an answer, in ms: service and PostgreSQL together. */
  cpu: number;
  p50: number;
  p95: number;
  p99: number;
  /** Of files: until the first byte came. */
  first99?: number;
  /** Of files: the first one, which is made for all. */
  coldMs?: number;
  kb: number;
  failed: number;
}

export async function benchOffice({ rounds, json, only, data }: BenchOptions): Promise<void> {
  const kept = data === '' ? null : resolve(data);
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'xunwang-bench-'));
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true });
  try {
    const { ends, sizes } = await prepare(dataDir);
    const service = await startService(dataDir);
    try {
      const sessions = await signAllIn(service.address);
      const wanted = questionsOf(ends).filter(
        ({ name }) => only.length === 0 || only.some((one) => name.startsWith(one)),
      );
      const asked: Record<string, Figures> = {};
      for (const question of wanted) {
        asked[question.name] = await measure(service, question, rounds, sessions);
        if (!json) process.stdout.write(`${lineOf(question.name, asked[question.name])}\n`);
      }
      const inspector = sessions.get('province0') ?? {};
      const isWhole = only.length === 0 || only.includes('acts');
      const acts = isWhole ? await measureActs(service.address, inspector) : {};
      const memoryMb = await service.memoryMb();
      report(json, { asked, acts, sizes, memoryMb, load: loadavg() });
    } finally {
      await service.stop();
    }
  } finally {
    if (kept === null) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function prepare(dataDir: string): Promise<{ ends: Ends; sizes: TableSize[] }> {
  const server = await openPostgres({ dataDir });
  const connected = connect<Tables>(server.url, { max: 4 });
  try {
    await migrate(connected.db);
    if (!(await isFilled(connected.db))) await fillOffice(connected, tell);
    // Scoring anew finds every card of the last round wanting, and writes all of them.
    await sql`update inspections set card = jsonb_set(card, '{score}', 'null')
      where campaign_id = 24`.execute(connected.db);
    const { rows } = await sql<Ends>`select (select max(id) from findings)::int as finding,
      (select max(id) from orders)::int as "order", (select max(id) from signals)::int as signal,
      (select max(number) from ledger)::int as ledger, (select max(id) from people)::int as person
    `.execute(connected.db);
    return { ends: rows[0] as Ends, sizes: await tableSizes(connected.db) };
  } finally {
    await connected.close();
    await server.stop();
  }
}

async function signAllIn(address: string): Promise<Map<string, Record<string, string>>> {
  const sessions = new Map<string, Record<string, string>>();
  for (const { login } of users) sessions.set(login, await signIn(address, login));
  return sessions;
}

/** Logins of who may ask, in a fixed order. */
function circle(who: Circle): string[] {
  const isOf: Record<Circle, (user: (typeof users)[number]) => boolean> = {
    all: () => true,
    readers: ({ role }) => role !== 'admin',
    office: ({ role }) => role !== 'admin' && role !== 'unit-editor',
    province: ({ role, regionId }) => regionId === 1 && role !== 'admin',
    city: ({ regionId }) => regionId > 1 && regionId < 16,
    auditors: ({ role }) => role === 'auditor' || role === 'admin',
    admins: ({ role }) => role === 'admin',
    'main-admin': ({ login }) => login === 'admin0',
  };
  return users.filter(isOf[who]).map(({ login }) => login);
}

/** Every user asks `rounds` times, all at once; times as a user waits for them. */
async function measure(
  { address, cpuMs }: Service,
  { name, who, path, isFile }: Question,
  rounds: number,
  sessions: ReadonlyMap<string, Record<string, string>>,
): Promise<Figures> {
  const logins = circle(who);
  reconnect();
  const times: number[] = [];
  const firsts: number[] = [];
  let [bytes, failed, coldMs] = [0, 0, 0];
  if (isFile) {
    const headers = sessions.get(logins[0] ?? '') ?? {};
    coldMs = Math.round((await ask(address, `/api/v1${path(0)}`, { headers })).ms);
  }
  const user = async (number: number) => {
    const headers = sessions.get(logins[number % logins.length] ?? '') ?? {};
    for (let round = 0; round < rounds; round++) {
      const order = number * rounds + round;
      const answered = await ask(address, `/api/v1${path(order)}`, { headers });
      // Who is of one county may not see what another has: that is an answer too.
      if (answered.status !== 200) {
        failed += 1;
        if (failed === 1) tell(`${name}: ${answered.status} ${answered.text.slice(0, 200)}`);
      }
      times.push(answered.ms);
      firsts.push(answered.firstMs);
      bytes += answered.bytes;
    }
  };
  const cpuBefore = cpuMs();
  await Promise.all(Array.from({ length: USERS }, (_, number) => user(number)));
  return {
    cpu: Math.round(((cpuMs() - cpuBefore) / times.length) * 10) / 10,
    p50: share(times, 0.5),
    p95: share(times, 0.95),
    p99: share(times, 0.99),
    ...(isFile && { first99: share(firsts, 0.99), coldMs }),
    kb: Math.round(bytes / times.length / 1000),
    failed,
  };
}

function share(times: number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const time = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return Math.round(time * 10) / 10;
}

function lineOf(name: string, figures: Figures | undefined): string {
  if (!figures) return name;
  const { cpu, p50, p95, p99, first99, coldMs, kb, failed } = figures;
  const cells = [cpu, p50, p95, p99].map((one) => String(one).padStart(8)).join('');
  const first = first99 === undefined ? '' : `  first byte p99 ${first99}, made in ${coldMs} ms`;
  return `${name.padEnd(30)}${cells} ${String(kb).padStart(6)} KB${first}${failed > 0 ? `  ${failed} not 200` : ''}`;
}

interface Report {
  asked: Record<string, Figures>;
  acts: Record<string, number>;
  sizes: TableSize[];
  memoryMb: number;
  load: number[];
}

function report(json: boolean, { asked, acts, sizes, memoryMb, load }: Report): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ asked, acts, sizes, memoryMb, load })}\n`);
    return;
  }
  const slow = Object.entries(asked).filter(([, { p99 }]) => p99 >= 300);
  const lines = Object.entries(acts).map(([name, ms]) => `${name.padEnd(42)} ${ms} ms`);
  process.stdout.write(
    `${lines.join('\n')}\n${sizeTable(sizes)}\nmemory of the service ${memoryMb} MB, ` +
      `load ${load.map((one) => one.toFixed(1)).join(' ')}\n` +
      `p99 of 300 ms or more: ${slow.map(([name]) => name).join('; ') || 'none'}\n`,
  );
}
