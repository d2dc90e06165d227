import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#base/civil-date.ts';
import { families } from '#city/families/index.ts';
import { parseCityBrief, planCity } from '#city/plan-city.ts';
import { startCity } from '#city/start-city.ts';
import { serve, serveOffice } from '../../src/serve.ts';
import type { ProcessOrder } from '#cli/processes.ts';
import { DemoClock } from '#demo/demo-clock.ts';
import { parseSettings } from '#domain/parse-settings.ts';
import { ensureFirstAdmin } from '#office/edit-people.ts';
import { migrateOffice, openOffice } from '#office/open-office.ts';
import { OfficePerson } from './office-client.ts';

const PLAN = new URL('../../src/city/plans/xianning-2019q2.yaml', import.meta.url);
export const STAGE_PASSWORD = '测试用的足够长的口令';

/** The service of an office, and the city it supervises. */
export interface OfficeStage {
  origin: string;
  /** Units in the order of the register, with their homepages. */
  sites: { unit: string; homepage: string; kind: string; siteIdCode: string | null }[];
  admin: OfficePerson;
  /** Adds somebody and signs in. */
  hire(
    login: string,
    post: { role: string; regionId: number; unitId?: number },
  ): Promise<OfficePerson>;
  /** The city again, with the faults of a unit mended. */
  mend(unit: string): Promise<void>;
  /** The office's time. */
  now(): Instant;
  /** Lets the office's time jump forward; only of a stage that has a clock of its own. */
  until(instant: Instant): void;
  close(): Promise<void>;
}

export interface StageOrder {
  /** Hears of every trouble of the service. */
  tell(line: string): void;
  /** When it is in the office as it begins, by a clock of its own; left out: the world's time. */
  from?: Instant;
  /** The units whose sites there are; left out: all of the plan. */
  units?: readonly string[];
}

/** Starts the real service in this process and the city of 2019 Q2 beside it. */
export async function openStage({ tell, from, units }: StageOrder): Promise<OfficeStage> {
  const data = mkdtempSync(join(tmpdir(), 'xunwang-tour-'));
  const clock = from === undefined ? null : new DemoClock(from);
  clock?.run(1);
  const now = clock?.now ?? (() => new Date().toISOString());
  const cityWith = (mended: string | null, at: number) => openCity({ units, mended, port: at });
  let city = await cityWith(null, 0);
  const port = Number(new URL(city.sites[0]?.homepage ?? '').port);
  const stop = new AbortController();
  const { origin, ended } = await startService({ data, signal: stop.signal, tell, clock });
  const admin = await new OfficePerson(origin, now).signIn('admin', STAGE_PASSWORD);
  await admin.confirmBySecondFactor();
  return {
    origin,
    sites: city.sites.map(({ unit, homepage, kind, siteIdCode }) => {
      return { unit, homepage, kind, siteIdCode };
    }),
    admin,
    now,
    until(instant) {
      if (clock === null) throw new Error('this stage goes by the time of the world');
      clock.to(instant);
      clock.run(1);
    },
    async hire(login, post) {
      const name = `测试${login}`;
      const made = await admin.ask('POST', '/people', { login, name, password: STAGE_PASSWORD });
      await admin.ask('POST', `/people/${String(made.body['id'])}/posts`, post);
      return await new OfficePerson(origin, now).signIn(login, STAGE_PASSWORD);
    },
    async mend(unit) {
      await city.close();
      city = await cityWith(unit, port);
    },
    async close() {
      stop.abort();
      await ended;
      await city.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

interface CityOrder {
  units: readonly string[] | undefined;
  /** The unit whose faults are gone. */
  mended: string | null;
  port: number;
}

async function openCity({ units, mended, port }: CityOrder) {
  const brief = parseCityBrief(readFileSync(PLAN, 'utf8'));
  const sites = brief.sites
    .filter(({ unit }) => units?.includes(unit) ?? true)
    .map((site) => (site.unit === mended ? { ...site, faults: [] } : site));
  return await startCity({ plan: planCity({ ...brief, sites }, families), families, port });
}

interface ServiceOrder extends Pick<StageOrder, 'tell'> {
  data: string;
  signal: AbortSignal;
  clock: DemoClock | null;
}

async function startService({
  data,
  signal,
  tell,
  clock,
}: ServiceOrder): Promise<{ origin: string; ended: Promise<void> }> {
  const { values: settings } = parseSettings({
    XUNWANG_DATA: data,
    XUNWANG_PORT: '0',
    XUNWANG_REGION: '咸宁市',
    XUNWANG_ADMIN_PASSWORD: STAGE_PASSWORD,
    XUNWANG_ALLOW_NET: '127.0.0.0/8',
    XUNWANG_MONITORING: '0',
    XUNWANG_REQUESTS_A_MINUTE: '100000',
    XUNWANG_SWEEP: '500',
    XUNWANG_SITES_AT_ONCE: '8',
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const order: ProcessOrder = {
    settings,
    signal,
    tell: (news) => {
      if (news.kind === 'web') resolve(news.address.replace(/\/$/, ''));
      if (news.kind === 'trouble') tell(`trouble in ${news.where}: ${String(news.error)}`);
    },
  };
  const ended = clock === null ? serve(order) : serveBy(order, clock);
  ended.catch(reject);
  return { origin: await promise, ended };
}

/** As `serve` does, by a clock that a test moves. */
async function serveBy(order: ProcessOrder, { now }: DemoClock): Promise<void> {
  const { settings, tell } = order;
  const office = { ...(await openOffice(settings, tell, now)), isDemo: false };
  try {
    await migrateOffice(office);
    const { adminLogin: login, adminPassword: password, region } = settings;
    await ensureFirstAdmin(office.desk('first-start'), { login, password, region });
    await serveOffice(order, office);
  } finally {
    await office.close();
  }
}
