import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import { KeepingClient } from './kept-statements.ts';

/** Connections to one database. */
export interface Connected<Tables> {
  db: Kysely<Tables>;
  pool: pg.Pool;
  close(): Promise<void>;
}

const STATEMENT_MS = 30_000;
const CONNECT_MS = 10_000;
const IDLE_MS = 30_000;
/**
 * So many are kept however long nobody asks: a new one has to learn the tables first, 25 ms for its
 * first question. All that a burst took would cost 20 MB each for as long.
 */
const KEPT = 2;
/** A page from anywhere costs little more than the next one: disks without heads, much in memory. */
const PLANNING = '-c random_page_cost=1.1';
/** A transaction that waits for us this long was forgotten, and holds back everybody's cleaning. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/**
 * Opens a pool of at most `max` connections; none is made before the first query. Statements are
 * cut off after 30 s; one that may take longer says `set local statement_timeout` itself.
 */
export function connect<Tables>(url: string, { max }: { max: number }): Connected<Tables> {
  const pool = new pg.Pool({
    Client: KeepingClient,
    connectionString: url,
    max,
    min: Math.min(KEPT, max),
    types: columnTypes,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    application_name: 'xunwang',
    options: `-c timezone=UTC ${PLANNING}`,
  });
  // An idle connection that is lost leaves the pool by itself; the next query makes a new one.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    // Kysely ends the pool only if it was asked anything.
    await db.destroy();
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
}

/** Codes of the system, and of PostgreSQL when it ends, starts or is full. */
const LOST_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
/** `pg` gives these no code. */
const LOST_WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|^timeout expired|not queryable/;

/**
 * Whether the connection was lost or could not be made: the same may succeed on another one. What
 * was sent may have been carried out, so only what may happen twice, or a whole transaction whose
 * outcome is looked up, may be sent again.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isConnectionLost)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const isLost = LOST_CODES.has(code) || code.startsWith('08') || LOST_WORDS.test(error.message);
  return isLost || isConnectionLost(error.cause);
}

/** Whether PostgreSQL had no room to write: what was asked was not done, and may be done later. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '53100';
}
