import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CityInThread, serveInThread } from '#city/serve-in-thread.ts';
import { openCampaign } from '#office/open-campaign.ts';
import { startCampaign } from '#office/start-campaign.ts';
import { openSmallOffice, type SmallOffice } from '#office/testing/small-office.ts';
import { freshDatabase, type FreshDatabase } from '#store/testing/fresh-database.ts';
import { program } from './call-xunwang.ts';

/** A process of the service, as a person starts it. */
export interface ServiceProcess {
  child: ChildProcess;
  /** Every line it said as JSON. */
  said: Record<string, unknown>[];
  /** What it complained of. */
  complaints(): string;
  /** Returns when it has said so; fails when it ended before. */
  until(kind: string): Promise<Record<string, unknown>>;
  /** Ends it with -9, its threads too. */
  kill(): Promise<void>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Figures that make a test quick. */
const QUICK = { XUNWANG_SWEEP: '300ms', XUNWANG_HEARTBEAT: '200ms', XUNWANG_RETRY: '1s' };

/** Starts `xunwang serve` or `work` with settings. */
export function startProcess(
  command: 'serve' | 'work',
  env: Record<string, string>,
): ServiceProcess {
  const { PATH = '', HOME = tmpdir() } = process.env;
  const child = spawn(process.execPath, [program, command, '--json', '--lang', 'en'], {
    env: { PATH, HOME, ...QUICK, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said: Record<string, unknown>[] = [];
  let complaints = '';
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.push(JSON.parse(line) as Record<string, unknown>);
  });
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
  const ended = once(child, 'close');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const signal = (name: NodeJS.Signals) => {
    if (!hasEnded() && child.pid !== undefined) process.kill(-child.pid, name);
  };
  return {
    child,
    said,
    complaints: () => complaints,
    async until(kind) {
      for (;;) {
        const line = said.find((one) => one.kind === kind);
        if (line) return line;
        if (hasEnded()) throw new Error(`it ended before it was ${kind}: ${complaints}`);
        await sleep(20);
      }
    },
    async kill() {
      signal('SIGKILL');
      await ended;
    },
    async stop() {
      if (!hasEnded()) child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

/** A city, an office that has it in its register, and a database server that all share. */
export interface OfficeRange {
  city: CityInThread;
  office: SmallOffice;
  /** Starts a worker on the office's database. */
  worker(more?: Record<string, string>): ServiceProcess;
  /** Opens and starts a campaign over the whole city. */
  campaign(): Promise<number>;
  close(): Promise<void>;
}

/** Serves a city and opens an office for it. */
export async function openOfficeRange(plan: {
  seed: number;
  sites: number;
  pages?: number;
}): Promise<OfficeRange> {
  const city = await serveInThread(plan);
  const database: FreshDatabase = await freshDatabase();
  const evidenceDir = mkdtempSync(join(tmpdir(), 'xunwang-evidence-'));
  const office = await openSmallOffice(city.sites, { url: database.url, evidenceDir });
  const started: ServiceProcess[] = [];
  return {
    city,
    office,
    worker(more = {}) {
      const env = { DATABASE_URL: database.url, XUNWANG_EVIDENCE: evidenceDir };
      const one = startProcess('work', { ...env, XUNWANG_THREADS: '0', ...more });
      started.push(one);
      return one;
    },
    campaign: () => startSmallCampaign(office, city),
    async close() {
      await Promise.all(started.map((one) => one.kill()));
      await office.close();
      await database.drop();
      await city.close();
      rmSync(evidenceDir, { recursive: true, force: true });
    },
  };
}

/** Opens and starts a campaign over the sites of a city. */
export async function startSmallCampaign(
  { inspector, regionId }: SmallOffice,
  { truth }: Pick<CityInThread, 'truth'>,
): Promise<number> {
  const id = await openCampaign(inspector, {
    regionId,
    name: '模拟市抽查',
    period: '2019年第二季度',
    asOf: truth.asOf,
    rubric: 'cn-census-2015',
    settings: {
      recheck: { times: 2, spacingMs: 200 },
      allowNet: ['127.0.0.0/8'],
      browser: 'off',
      robots: 'obey',
    },
  });
  await startCampaign(inspector, id);
  return id;
}
