import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#base/civil-date.ts';
import type { Actor } from '#domain/person.ts';
import type { Database } from '#store/database/database.ts';
import { migrate } from '#store/database/migrate.ts';
import { migrations } from '#store/migrations/index.ts';
import { connect } from '#store/postgres/connect.ts';
import { freshDatabase } from '#store/testing/fresh-database.ts';
import type { Tables } from '#store/database/tables.ts';
import type { Desk } from '../desk.ts';
import { insertSampleCampaign, type SampleCampaign } from './sample-campaign.ts';
import { insertSamplePeople, type SampleLogin } from './sample-people.ts';
import { insertSampleRegister, type SampleRegister } from './sample-register.ts';

/** When everything in the sample office happens, unless its clock is set. */
export const SAMPLE_NOW: Instant = '2019-05-28T02:00:00.000Z';

/** An office of ten sites with people of every role and one measured campaign under review. */
export interface SampleOffice extends SampleRegister, SampleCampaign {
  db: Database;
  people: Record<SampleLogin, Actor & { kind: 'person' }>;
  /** The desk of one of its people, or of a job. */
  desk(who: SampleLogin | { job: string }): Desk;
  /** The time from now on. */
  setClock(at: Instant): void;
  url: string;
  evidenceDir: string;
  close(): Promise<void>;
}

/** Opens one on a database of its own. The caller closes it. */
export async function openSampleOffice(): Promise<SampleOffice> {
  const database = await freshDatabase({ key: JSON.stringify(migrations), prepare });
  const { db, close } = connect<Tables>(database.url, { max: 8 });
  const evidenceDir = mkdtempSync(join(tmpdir(), 'xunwang-office-'));
  let clock = SAMPLE_NOW;
  const register = await insertSampleRegister(db);
  const people = await insertSamplePeople(db, register.places, SAMPLE_NOW);
  const campaign = await insertSampleCampaign(db, register, people.inspector.id, SAMPLE_NOW);
  return {
    ...register,
    ...campaign,
    db,
    people,
    url: database.url,
    evidenceDir,
    desk: (who) => ({
      db,
      actor: typeof who === 'string' ? people[who] : { kind: 'job', name: who.job },
      now: () => clock,
      evidenceDir,
    }),
    setClock: (at) => {
      clock = at;
    },
    async close() {
      await close();
      await database.drop();
      rmSync(evidenceDir, { recursive: true, force: true });
    },
  };
}

async function prepare(url: string): Promise<void> {
  const { db, close } = connect<Tables>(url, { max: 1 });
  await migrate(db);
  await close();
}
