import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Settings } from '#domain/settings.ts';
import type { Database } from '#store/database/database.ts';
import { migrate, pendingMigrations } from '#store/database/migrate.ts';
import type { Tables } from '#store/database/tables.ts';
import { onDisk } from '#store/disk-refusal.ts';
import { isHalfRestored } from '#store/postgres/backup-evidence.ts';
import { type Connected, connect } from '#store/postgres/connect.ts';
import { openPostgres, type Postgres } from '#store/postgres/open-postgres.ts';
import type { Desk, PublicSide } from './desk.ts';
import { publicSideOf } from './public-side.ts';

/** How a database was come by, and what became of it later. */
export type DatabaseNews =
  | { kind: 'database'; how: 'preparing' | 'creating' | 'waiting' | 'starting' }
  | { kind: 'database'; how: 'started' | 'joined' | 'server' }
  | { kind: 'database'; how: 'lost' | 'back' };

/** The office's database and evidence, ready for acts. */
export interface Office {
  db: Database;
  /** For what copies whole tables. */
  pool: Connected<Tables>['pool'];
  url: string;
  evidenceDir: string;
  /** The time of the office: the world's, but in the demo. */
  now(): Instant;
  isDemo: boolean;
  publicSide: PublicSide;
  /** The desk of a job of the service. */
  desk(job: string): Desk;
  close(): Promise<void>;
}

const REOPEN_MS = 1000;

/**
 * Opens the database that the settings name: a server, or the one in the data folder, which is
 * started unless it runs already. One in the folder that dies is started again. The demo has
 * a clock of its own.
 */
export async function openOffice(
  settings: Settings,
  tell: (news: DatabaseNews) => void = () => undefined,
  demoNow: (() => Instant) | null = null,
): Promise<Office> {
  const now = demoNow ?? (() => new Date().toISOString());
  const keeper = await keepPostgres(settings, tell);
  const evidenceDir = resolve(settings.evidence ?? join(settings.data, 'evidence'));
  onDisk(evidenceDir, () => mkdirSync(evidenceDir, { recursive: true }));
  const publicSide = publicSideOf(settings);
  const { db, pool, close } = connect<Tables>(keeper.url, { max: settings.connections });
  // A connection lost while somebody holds it is told to its queries; here it would end us.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    db,
    pool,
    url: keeper.url,
    evidenceDir,
    now,
    isDemo: demoNow !== null,
    publicSide,
    desk: (job) => ({
      db,
      actor: { kind: 'job', name: job },
      now,
      evidenceDir,
      publicSide,
    }),
    async close() {
      await close();
      await keeper.stop();
    },
  };
}

/** Runs the migrations that are missing, or those up to one, and gives their names. */
export async function migrateOffice({ db }: Pick<Office, 'db'>, to?: string): Promise<string[]> {
  return await migrate(db, to);
}

/** Names of migrations that are missing. */
export async function missingMigrations({ db }: Pick<Office, 'db'>): Promise<string[]> {
  return await pendingMigrations(db);
}

/** Refuses a database that is not in the form this program knows. */
export async function refuseUnmigrated(office: Pick<Office, 'db'>): Promise<void> {
  const { length: count } = await missingMigrations(office);
  if (count > 0) throw new Refusal('database-unmigrated', { count });
}

/** Refuses a place into which a backup was brought back only in part. */
export function refuseHalfRestored({ evidenceDir }: Pick<Office, 'evidenceDir'>): void {
  if (isHalfRestored(evidenceDir)) throw new Refusal('restore-unfinished', { folder: evidenceDir });
}

interface Keeper {
  url: string;
  stop(): Promise<void>;
}

async function keepPostgres(
  { databaseUrl, data }: Settings,
  tell: (news: DatabaseNews) => void,
): Promise<Keeper> {
  if (databaseUrl !== null) {
    const server = await openPostgres({ url: databaseUrl });
    tell({ kind: 'database', how: 'server' });
    return { url: server.url, stop: () => server.stop() };
  }
  const progress = (how: 'preparing' | 'creating' | 'waiting' | 'starting') =>
    tell({ kind: 'database', how });
  const dataDir = resolve(data);
  onDisk(dataDir, () => mkdirSync(dataDir, { recursive: true }));
  let server = await openPostgres({ dataDir }, { progress });
  tell({ kind: 'database', how: server.isOurs ? 'started' : 'joined' });
  let isStopping = false;
  let reopening: Promise<void> | null = null;
  const watch = (opened: Postgres) => {
    opened.onExit(() => {
      if (isStopping) return;
      tell({ kind: 'database', how: 'lost' });
      reopening = reopen();
    });
  };
  const reopen = async () => {
    while (!isStopping) {
      try {
        server = await openPostgres({ dataDir });
        watch(server);
        tell({ kind: 'database', how: 'back' });
        return;
      } catch {
        await sleep(REOPEN_MS);
      }
    }
  };
  watch(server);
  return {
    url: server.url,
    async stop() {
      isStopping = true;
      await reopening;
      await server.stop();
    },
  };
}
