import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database/database.ts';

/** The first half of the number of each lock on a site; the second is the site's. */
export const SITE_LOCK = 7_415_002;
/** A database that does not answer for so long is taken for lost. */
const ANSWER_MS = 5_000;

interface Session {
  db: Database;
  lost: AbortController;
  end(): void;
}

/**
 * Locks on sites, held by a worker as long as its connection lives: PostgreSQL itself lets go of
 * them when the worker dies, whatever any clock says. One connection holds all of a worker.
 */
export class SiteLocks {
  readonly #db: Database;
  #session: Promise<Session> | null = null;
  readonly #held = new Set<number>();

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * Takes the lock on a site. Null when somebody has it; else a signal that is given when the
   * lock is lost with its connection: who works under it must stop at once.
   */
  async take(siteId: number): Promise<AbortSignal | null> {
    if (this.#held.has(siteId)) return null;
    this.#held.add(siteId);
    try {
      const { db, lost } = await (this.#session ??= this.#open());
      const { rows } = await sql<{ taken: boolean }>`
        select pg_try_advisory_lock(${SITE_LOCK}::integer, ${siteId}::integer) as taken
      `.execute(db);
      if (rows[0]?.taken) return lost.signal;
      this.#held.delete(siteId);
      return null;
    } catch (error) {
      this.#held.delete(siteId);
      await this.#lose();
      throw error;
    }
  }

  /** Gives a lock back. One that was lost is gone already. */
  async release(siteId: number): Promise<void> {
    if (!this.#held.delete(siteId) || this.#session === null) return;
    const { db } = await this.#session;
    await sql`select pg_advisory_unlock(${SITE_LOCK}::integer, ${siteId}::integer)`
      .execute(db)
      .catch(() => this.#lose());
  }

  /** Whether the locks still hold; gives the signal when they do not. */
  async check(): Promise<boolean> {
    const session = await this.#session;
    if (session === null) return this.#held.size === 0;
    const asked = sql`select 1`.execute(session.db).then(
      () => true,
      () => false,
    );
    const tooLate = sleep(ANSWER_MS, false, { ref: false });
    if (await Promise.race([asked, tooLate])) return true;
    await this.#lose();
    return false;
  }

  /** Lets go of all locks. */
  async close(): Promise<void> {
    await this.#lose();
  }

  async #lose(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#held.clear();
    const gone = await session?.catch(() => null);
    gone?.lost.abort();
    gone?.end();
  }

  async #open(): Promise<Session> {
    const opened = Promise.withResolvers<Database>();
    const ended = Promise.withResolvers<void>();
    const whole = this.#db.connection().execute(async (db) => {
      opened.resolve(db);
      await ended.promise;
      // The connection goes back to the pool, where it may serve anything.
      await sql`select pg_advisory_unlock_all()`.execute(db).catch(() => undefined);
    });
    whole.catch(opened.reject);
    const db = await opened.promise;
    return { db, lost: new AbortController(), end: ended.resolve };
  }
}
