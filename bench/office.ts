import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { migrate } from '#store/database/migrate.ts';
import type { Tables } from '#store/database/tables.ts';
import { connect } from '#store/postgres/connect.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import { measureActs } from './office/acts.ts';
import { ask, reconnect } from './office/ask.ts';
import { type Asker, signAllIn } from './office/askers.ts';
import { type Figures, headLine, lineOf, shareOf } from './office/figures.ts';
import { fillOffice, isFilled } from './office/fill.ts';
import { type PeopleFigures, playPeople } from './office/people-mode.ts';
import { type Ends, type Question, questionsOf } from './office/questions.ts';
import { FileReader, type ReadFile } from './office/read-file.ts';
import { type Service, startService } from './office/service.ts';
import { sizeTable, type TableSize, tableSizes } from './office/sizes.ts';
import type { BenchOptions } from './run.ts';

// npm run bench -- office [--rounds N] [--only NAME,…|files] [--data DIR] [--json]
// A register of 14,000 sites with 24 rounds; 20 users at once ask everything that the API answers.

const USERS = 20;
const tell = (line: string) => void process.stderr.write(`${line}\n`);

export async function benchOffice({ rounds, json, only, data }: BenchOptions): Promise<void> {
  const kept = data === '' ? null : resolve(data);
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'xunwang-bench-'));
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true });
  try {
    const isWanted = (name: string) =>
      only.length === 0 || only.some((one) => name.startsWith(one));
    const { ends, sizes } = await prepare(dataDir, { acts: isWanted('acts') });
    const service = await startService(dataDir);
    try {
      const askers = await signAllIn(service.address);
      const wanted = questionsOf(ends).filter(
        ({ name, isFile }) => isWanted(name) || (isFile !== undefined && only.includes('files')),
      );
      const asked: Record<string, Figures> = {};
      if (!json) process.stdout.write(`${headLine()}\n`);
      for (const question of wanted) {
        const figures = await measure(service, question, rounds, askers);
        asked[question.name] = figures;
        if (!json) process.stdout.write(`${lineOf(question.name, figures)}\n`);
      }
      const people = isWanted('people at work')
        ? await playPeople(service.address, questionsOf(ends), askers, { seconds: 60, seed: 6 })
        : null;
      const inspector = askers.find(({ login }) => login === 'province0')?.headers ?? {};
      const acts = isWanted('acts')
        ? await measureActs(service.address, inspector, ends.rounds)
        : {};
      const memoryMb = await service.memoryMb();
      report(json, { asked, people, acts, sizes, memoryMb, load: loadavg() });
    } finally {
      await service.stop();
    }
  } finally {
    if (kept === null) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function prepare(
  dataDir: string,
  { acts }: { acts: boolean },
): Promise<{ ends: Ends; sizes: TableSize[] }> {
  const server = await openPostgres({ dataDir });
  const connected = connect<Tables>(server.url, { max: 4 });
  try {
    await migrate(connected.db);
    if (!(await isFilled(connected.db))) await fillOffice(connected, tell);
    if (acts) await spoilCards(connected.db);
    // As an office at rest: what was written last time is cleared up and counted.
    await sql`vacuum (analyze) inspections, ledger, ledger_places`.execute(connected.db);
    const { rows } =
      await sql<Ends>`select (select max(id) from campaigns where state <> 'cancelled')::int as rounds,
      (select max(id) from findings)::int as finding,
      (select max(id) from orders)::int as "order", (select max(id) from signals)::int as signal,
      (select max(number) from ledger)::int as ledger, (select max(id) from people)::int as person
    `.execute(connected.db);
    return { ends: rows[0] as Ends, sizes: await tableSizes(connected.db) };
  } finally {
    await connected.close();
    await server.stop();
  }
}

/** Scoring anew then finds every card of the last round wanting, and writes all of them. */
async function spoilCards(db: Database): Promise<void> {
  await sql`update inspections set card = jsonb_set(card, '{score}', 'null')
    where campaign_id = (select max(id) from campaigns where state <> 'cancelled')`.execute(db);
}

/** Every user asks `rounds` times, all at once and at once again; times as a user waits for them. */
async function measure(
  { address, cpuMs }: Service,
  question: Question,
  rounds: number,
  askers: readonly Asker[],
): Promise<Figures> {
  const { isFile } = question;
  const circle = askers.filter(({ asks }) => asks(question));
  reconnect();
  const readers = Array.from({ length: USERS }, () => new FileReader());
  const askOne = async (user: number, order: number) =>
    await askOnce(
      { address, question, reader: readers[user] },
      circle[user % circle.length],
      order,
    );
  const cold = isFile !== undefined ? await askOne(0, 0) : null;
  const answers: ReadFile[] = [];
  const user = async (number: number) => {
    for (let round = 0; round < rounds; round++) {
      answers.push(await askOne(number, number * rounds + round));
    }
  };
  const [cpuBefore, ownBefore] = [cpuMs(), ownCpuMs()];
  await Promise.all(Array.from({ length: USERS }, (_, number) => user(number)));
  for (const reader of readers) reader.close();
  const perAnswer = (ms: number) => Math.round((ms / answers.length) * 10) / 10;
  const times = answers.map(({ ms }) => ms);
  const bytes = answers.reduce((sum, one) => sum + one.bytes, 0);
  return {
    cpu: perAnswer(cpuMs() - cpuBefore),
    askerCpu: perAnswer(ownCpuMs() - ownBefore),
    p50: shareOf(times, 0.5),
    p95: shareOf(times, 0.95),
    p99: shareOf(times, 0.99),
    ...(cold !== null && {
      first99: shareOf(
        answers.map(({ firstMs }) => firstMs),
        0.99,
      ),
      coldFirstMs: Math.round(cold.firstMs),
      coldMs: Math.round(cold.ms),
    }),
    kb: Math.round(bytes / answers.length / 1000),
    failed: answers.filter(({ status }) => status !== 200).length,
  };
}

interface Desk {
  address: string;
  question: Question;
  /** Files are only counted: to make something of ten megabytes takes longer than to send them. */
  reader: FileReader | undefined;
}

async function askOnce(
  { address, question: { name, path, isFile }, reader }: Desk,
  asker: Asker | undefined,
  order: number,
): Promise<ReadFile> {
  const packed: Record<string, string> = isFile === 'packed' ? { 'accept-encoding': 'gzip' } : {};
  const headers = { ...asker?.headers, ...packed };
  const at = `/api/v1${path(order)}`;
  if (isFile !== undefined && reader !== undefined) {
    const read = await reader.read(new URL(at, address), headers);
    if (read.status !== 200 && order === 0) tell(`${name}: ${read.status}`);
    return read;
  }
  const answered = await ask(address, at, { headers });
  // Of one user, once: who asks what is not there hears it twenty times.
  if (answered.status !== 200 && order === 0) {
    tell(`${name}: ${answered.status} ${answered.text.slice(0, 200)}`);
  }
  return answered;
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface Report {
  asked: Record<string, Figures>;
  people: PeopleFigures | null;
  acts: Record<string, number>;
  sizes: TableSize[];
  memoryMb: number;
  load: number[];
}

function report(json: boolean, figures: Report): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }
  const { asked, people, acts, sizes, memoryMb, load } = figures;
  const slow = Object.entries(asked).filter(([, { p99 }]) => p99 >= 300);
  const lines = Object.entries(acts).map(([name, ms]) => `${name.padEnd(42)} ${ms} ms`);
  process.stdout.write(
    `${lines.join('\n')}\n${sizeTable(sizes)}\nmemory of the service ${memoryMb} MB, ` +
      `load ${load.map((one) => one.toFixed(1)).join(' ')}\n` +
      `${people === null ? '' : `people at work: ${JSON.stringify(people)}\n`}` +
      `p99 of 300 ms or more: ${slow.map(([name]) => name).join('; ') || 'none'}\n`,
  );
}
