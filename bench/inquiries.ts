import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrate } from '#store/database/migrate.ts';
import type { Tables } from '#store/database/tables.ts';
import { connect } from '#store/postgres/connect.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import { fillInquiries, hasInquiries, USERS } from './inquiries/fill.ts';
import { type Question, questions } from './inquiries/questions.ts';
import { type Times, Users } from './inquiries/users.ts';
import { reconnect } from './office/ask.ts';
import { fillOffice, isFilled } from './office/fill.ts';
import { type Service, startService } from './office/service.ts';
import type { BenchOptions } from './run.ts';

// npm run bench -- inquiries [--rounds N] [--only NAME,…|together|people] [--data DIR] [--json]
// Lists, searches, figures, new letters and public pages over 137,000 inquiries, a province's
// half-year, for 50 users at once. The service is a process of its own; this one asks.

const ROUNDS_TOLD = 4;
const TOGETHER_MS = 30_000;
/** People read what they got: each asks once in two to five seconds. */
const PEOPLE = { forMs: 60_000, least: 2000, most: 5000 };
const tell = (line: string) => void process.stderr.write(`${line}\n`);

interface Figures {
  /** The very first answer, before anything was asked twice. */
  first: number;
  p50: number;
  p95: number;
  p99: number;
  most: number;
  /** Answers in a second. */
  perSecond: number;
  /** Processor time of an answer in ms: of the service with PostgreSQL, and of who asks. */
  cpu: number;
  asking: number;
  failed: number;
}

export async function benchInquiries({ rounds, json, only, data }: BenchOptions): Promise<void> {
  const dataDir = data === '' ? mkdtempSync(join(tmpdir(), 'xunwang-bench-')) : resolve(data);
  mkdirSync(dataDir, { recursive: true });
  try {
    await prepare(dataDir);
    const env = { XUNWANG_PROXIES: '1', XUNWANG_PUBLIC_SUBMISSIONS: '100000' };
    const service = await startService(dataDir, env);
    try {
      await askAll(service, { rounds, json, only });
    } finally {
      await service.stop();
    }
  } finally {
    if (data === '') rmSync(dataDir, { recursive: true, force: true });
  }
}

async function prepare(dataDir: string): Promise<void> {
  const server = await openPostgres({ dataDir });
  const connected = connect<Tables>(server.url, { max: 4 });
  const { db } = connected;
  try {
    await migrate(db);
    // The scoreboard tells of some rounds of a whole province.
    if (!(await isFilled(db))) await fillOffice(connected, tell, ROUNDS_TOLD);
    if (!(await hasInquiries(db))) await fillInquiries(db, tell);
  } finally {
    await connected.close();
    await server.stop();
  }
}

async function askAll(
  service: Service,
  { rounds, json, only }: Pick<BenchOptions, 'rounds' | 'json' | 'only'>,
): Promise<void> {
  const users = new Users(service.address);
  await users.signIn();
  const isAll = only.length === 0;
  const wanted = questions.filter(({ name }) => isAll || only.some((one) => name.startsWith(one)));
  const told: Record<string, unknown> = {};
  const say = (name: string, figures: unknown) => {
    told[name] = figures;
    if (!json) process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);
  };
  for (const question of wanted) {
    say(question.name, await alone(service, users, question, rounds));
  }
  if (isAll || only.includes('together')) {
    const terms = { forMs: TOGETHER_MS, least: 0, most: 0 };
    await togetherTold(service, users, terms, (name, it) => say(`together, ${name}`, it));
  }
  if (isAll || only.includes('people')) {
    await togetherTold(service, users, PEOPLE, (name, it) => say(`people, ${name}`, it));
  }
  const memory = `${await service.memoryMb()} MB`;
  const load = loadavg().map((one) => one.toFixed(1));
  say('memory, load', { memory, load });
  if (json) process.stdout.write(`${JSON.stringify(told)}\n`);
}

async function alone(
  service: Service,
  users: Users,
  question: Question,
  rounds: number,
): Promise<Figures> {
  reconnect();
  if (question.needsForm) await users.prepare([question], USERS * rounds + 1);
  const firstMs = await users.ask(question, 0);
  const spent = spending(service);
  const times = await users.withoutRest(question, rounds);
  return { first: Math.round(firstMs ?? -1), ...figuresOf(times, spent()) };
}

async function togetherTold(
  service: Service,
  users: Users,
  terms: Parameters<Users['together']>[1],
  say: (name: string, figures: unknown) => void,
): Promise<void> {
  reconnect();
  await users.prepare(questions, 250);
  const spent = spending(service);
  const times = await users.together(questions, terms);
  const cpu = spent();
  const all = [...times.values()];
  const ms = all.flatMap((one) => one.ms);
  const failed = all.reduce((sum, one) => sum + one.failed, 0);
  for (const [name, one] of [...times].toSorted(([, a], [, b]) => p99(b.ms) - p99(a.ms))) {
    const { p50, p99: late, most } = figuresOf(one, { service: 0, asking: 0 });
    say(name, { count: one.ms.length, p50, p99: late, most });
  }
  const whole = figuresOf({ ms, failed, tookMs: terms.forMs }, cpu);
  const share = (of: number) => `${Math.round((100 * of) / terms.forMs)} % of a core`;
  say('all', { ...whole, service: share(cpu.service), asking: share(cpu.asking) });
}

/** Processor time from now on, in ms. */
function spending(service: Service): () => Record<'service' | 'asking', number> {
  const own = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
  const [serviceBefore, ownBefore] = [service.cpuMs(), own()];
  return () => ({ service: service.cpuMs() - serviceBefore, asking: own() - ownBefore });
}

function figuresOf({ ms, failed, tookMs }: Times, cpu: Record<'service' | 'asking', number>) {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  const each = (of: number) => rounded(of / Math.max(1, ms.length));
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: p99(ms),
    most: at(1),
    perSecond: Math.round((ms.length * 1000) / tookMs),
    cpu: each(cpu.service),
    asking: each(cpu.asking),
    failed,
  };
}

/** Of one in a hundred, or of the slowest when fewer were asked. */
function p99(ms: readonly number[]): number {
  const sorted = ms.toSorted((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
