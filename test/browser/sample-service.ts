import { buildApp } from '#api/app.ts';
import { listen } from '#api/listen.ts';
import { openConsole } from '#office/open-console.ts';
import { hashPassword } from '#office/password.ts';
import { openSession } from '#office/sign-in.ts';
import { samplePublicSide } from '#office/testing/matter-desks.ts';
import type { SampleOffice } from '#office/testing/sample-office.ts';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { buildConsole } from '../../pack/build-console.ts';
import { plantHistory } from './plant-history.ts';
import { openRoleWorld, type RoleWorld } from '../doors/roles/role-world.ts';

export const SAMPLE_PASSWORD = '测试用的足够长的口令';

/** The sample office, served with the console on a port of this machine. */
export interface SampleService extends ServedOffice {
  world: RoleWorld;
}

/** An office with the console in front of it. */
export interface ServedOffice {
  origin: string;
  /** What broke on our side: a test ends with none. */
  broken: unknown[];
  /** The cookie of somebody who is signed in. */
  cookieOf(login: SampleLogin): Promise<string>;
  close(): Promise<void>;
}

interface Served {
  /** As the demo is, which offers its tour. */
  isDemo?: boolean;
}

/** Builds the console if its sources changed, fills an office and serves both. */
export async function openSampleService(how: Served = {}): Promise<SampleService> {
  const world = await openRoleWorld();
  await plantHistory(world.office);
  return { ...(await serveOffice(world.office, how)), world };
}

/** Serves an office that a test has filled by itself; closing closes the office too. */
export async function serveOffice(
  office: SampleOffice,
  { isDemo = false }: Served = {},
): Promise<ServedOffice> {
  await buildConsole();
  const { db, evidenceDir } = office;
  const { now } = office.desk('admin');
  const world = isDemo ? { worldNow: () => new Date().toISOString() } : {};
  const broken: unknown[] = [];
  const hash = await hashPassword(SAMPLE_PASSWORD);
  await db.updateTable('people').set({ password_hash: hash }).execute();
  const app = buildApp({
    db,
    now,
    desk: (actor) => ({ db, actor, now, evidenceDir, publicSide: samplePublicSide, ...world }),
    isReady: async () => true,
    tell: (error) => broken.push(error),
    isSecure: false,
    requestsAMinute: 1_000_000,
    console: openConsole(),
  });
  const web = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    origin: web.address.replace(/\/$/, ''),
    broken,
    async cookieOf(login) {
      return (await openSession({ db, now }, office.people[login].id)).token;
    },
    async close() {
      await web.close(0);
      await office.close();
    },
  };
}
