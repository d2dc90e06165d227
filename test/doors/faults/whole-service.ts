import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CityInThread, serveInThread } from '#city/serve-in-thread.ts';
import { sitesCsv } from '#cli/sites-csv.ts';
import type { Database } from '#store/database/database.ts';
import type { Tables } from '#store/database/tables.ts';
import { clusterOf, socketUrl } from '#store/postgres/cluster.ts';
import { connect } from '#store/postgres/connect.ts';
import { OfficePerson } from '../../office/office-client.ts';
import { type ServiceProcess, startProcess } from '../office-range.ts';

export const PASSWORD = '测试用的足够长的口令';

/** A whole service as a person runs it, on a data folder of its own: `serve`, and workers. */
export interface WholeService {
  data: string;
  evidenceDir: string;
  origin: string;
  serve: ServiceProcess;
  workers: ServiceProcess[];
  env: Record<string, string>;
  /** Kills `serve` with -9 and starts another at once. */
  killServe(): Promise<void>;
  /** Kills a worker with -9 and starts another at once. */
  killWorker(at: number): Promise<void>;
  /** Ends PostgreSQL: `SIGKILL`, or `SIGINT` for a stop in order; false when it was dead already. */
  endPostgres(signal: NodeJS.Signals): boolean;
  /** Returns when all processes are ready, and the database answers. */
  ready(): Promise<void>;
  /** Asks the database itself, past the service. */
  ask<T>(question: (db: Database) => Promise<T>): Promise<T>;
  /** Stops everything, with -9 what does not stop, and removes the folder. */
  close(): Promise<void>;
}

/** Starts one; `env` is laid over what makes it quick. */
export async function openWholeService(
  { workers: count = 0, data }: { workers?: number; data?: string },
  env: Record<string, string> = {},
): Promise<WholeService> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'xunwang-service-'));
  const port = await freePort();
  const all = {
    XUNWANG_DATA: folder,
    XUNWANG_PORT: String(port),
    XUNWANG_REGION: '模拟市',
    XUNWANG_ADMIN_PASSWORD: PASSWORD,
    XUNWANG_ALLOW_NET: '127.0.0.0/8',
    XUNWANG_MONITORING: '0',
    XUNWANG_THREADS: '0',
    XUNWANG_REQUESTS_A_MINUTE: '1000000',
    ...env,
  };
  const service: WholeService = {
    data: folder,
    evidenceDir: join(folder, 'evidence'),
    origin: `http://127.0.0.1:${port}`,
    serve: startProcess('serve', all),
    workers: [],
    env: all,
    async killServe() {
      await service.serve.kill();
      service.serve = startProcess('serve', all);
    },
    async killWorker(at) {
      await service.workers[at]?.kill();
      service.workers[at] = startProcess('work', all);
    },
    endPostgres: (signal) => endPostgres(folder, signal),
    async ready() {
      await Promise.all([service.serve, ...service.workers].map((one) => one.until('ready')));
      while (!(await isAnswering(service.origin))) await pause();
    },
    ask: (question) => askDirectly(folder, question),
    async close() {
      await Promise.all([service.serve, ...service.workers].map((one) => one.kill()));
      while (endPostgres(folder, 'SIGQUIT')) await pause();
      if (data === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  await service.serve.until('ready');
  for (let at = 0; at < count; at++) service.workers.push(startProcess('work', all));
  await service.ready();
  return service;
}

/** The administrator and an inspector, signed in, and the city in the register. */
export async function settleOffice({ origin }: WholeService, city: Pick<CityInThread, 'sites'>) {
  const admin = await new OfficePerson(origin).signIn('admin', PASSWORD);
  await admin.confirmBySecondFactor();
  const { body: me } = await admin.ask('GET', '/me');
  const regionId = Number((me['posts'] as { regionId: number }[])[0]?.regionId);
  const person = { login: 'inspector', name: '测试监管员', password: PASSWORD };
  const made = await admin.ask('POST', '/people', person);
  const post = { role: 'inspector', regionId };
  await admin.ask('POST', `/people/${String(made.body['id'])}/posts`, post);
  const inspector = await new OfficePerson(origin).signIn('inspector', PASSWORD);
  if (city.sites.length === 0) return { admin, inspector, regionId };
  const bytes = new TextEncoder().encode(sitesCsv(city.sites));
  const query = `region=${regionId}&form=csv`;
  const { body } = await inspector.ask('POST', `/register/import/preview?${query}`, bytes);
  const token = encodeURIComponent(String(body['token']));
  await inspector.ask('POST', `/register/import?${query}&token=${token}`, bytes);
  return { admin, inspector, regionId };
}

/** What a small campaign over the whole city is opened with. */
export function smallCampaign(regionId: number, asOf: string) {
  return {
    regionId,
    name: '模拟市抽查',
    period: '2019年第二季度',
    asOf,
    rubric: 'cn-census-2015',
    settings: {
      recheck: { times: 2, spacingMs: 200 },
      allowNet: ['127.0.0.0/8'],
      browser: 'off',
      robots: 'obey',
    },
    brief: { region: '模拟市', period: '2019年第二季度' },
  };
}

/** A city of a few hundred pages. */
export function openSmallCity(sites: number, pages: number): Promise<CityInThread> {
  return serveInThread({ seed: 4, sites, pages });
}

async function askDirectly<T>(data: string, question: (db: Database) => Promise<T>): Promise<T> {
  const url = socketUrl(await clusterOf(data), 'xunwang');
  const { db, close } = connect<Tables>(url, { max: 2 });
  try {
    return await question(db);
  } finally {
    await close();
  }
}

async function isAnswering(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/readyz`).catch(() => null);
  return answer?.status === 200;
}

/** Sends a signal to the server of a data folder; false when none is alive. */
function endPostgres(data: string, signal: NodeJS.Signals): boolean {
  try {
    const [pid = ''] = readFileSync(join(data, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), signal);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
