import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { families } from '#city/families/index.ts';
import { parseCityBrief, planCity } from '#city/plan-city.ts';
import { startCity } from '#city/start-city.ts';
import { serve } from '../../src/serve.ts';
import { parseSettings } from '#domain/parse-settings.ts';
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
  close(): Promise<void>;
}

/** Starts the real service in this process and the city of 2019 Q2 beside it. */
export async function openStage(tell: (line: string) => void): Promise<OfficeStage> {
  const data = mkdtempSync(join(tmpdir(), 'xunwang-tour-'));
  let city = await cityWith(null, 0);
  const port = Number(new URL(city.sites[0]?.homepage ?? '').port);
  const stop = new AbortController();
  const { origin, ended } = await startService(data, stop.signal, tell);
  const admin = await new OfficePerson(origin).signIn('admin', STAGE_PASSWORD);
  await admin.confirmBySecondFactor();
  return {
    origin,
    sites: city.sites.map(({ unit, homepage, kind, siteIdCode }) => {
      return { unit, homepage, kind, siteIdCode };
    }),
    admin,
    async hire(login, post) {
      const name = `测试${login}`;
      const made = await admin.ask('POST', '/people', { login, name, password: STAGE_PASSWORD });
      await admin.ask('POST', `/people/${String(made.body['id'])}/posts`, post);
      return await new OfficePerson(origin).signIn(login, STAGE_PASSWORD);
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

async function cityWith(mended: string | null, port: number) {
  const brief = parseCityBrief(readFileSync(PLAN, 'utf8'));
  const sites = brief.sites.map((site) => (site.unit === mended ? { ...site, faults: [] } : site));
  return await startCity({ plan: planCity({ ...brief, sites }, families), families, port });
}

async function startService(
  data: string,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<{ origin: string; ended: Promise<void> }> {
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
  const ended = serve({
    settings,
    signal,
    tell: (news) => {
      if (news.kind === 'web') resolve(news.address.replace(/\/$/, ''));
      if (news.kind === 'trouble') tell(`trouble in ${news.where}: ${String(news.error)}`);
    },
  });
  ended.catch(reject);
  return { origin: await promise, ended };
}
