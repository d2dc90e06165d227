import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Post } from '#domain/person.ts';
import type { Database, Tx } from './database/database.ts';
import { postsAsRights } from './people.ts';
import { KEPT_MARK } from './postgres/kept-statements.ts';

/** A session as it was found by its token. */
export interface SessionRow {
  personId: number;
  name: string;
  csrf: string;
  createdAt: Instant;
  seenAt: Instant;
  expiresAt: Instant;
  secondFactorAt: Instant | null;
  /** What the person holds now: asked with the session, since every request needs both. */
  posts: Post[];
}

export async function insertSession(
  tx: Tx,
  session: { tokenHash: string; personId: number; csrf: string; at: Instant; expiresAt: Instant },
): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      csrf: session.csrf,
      created_at: session.at,
      seen_at: session.at,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** A session that has not ended, of somebody who is not disabled. */
export async function findSession(
  db: Database,
  tokenHash: string,
  now: Instant,
): Promise<SessionRow | null> {
  const row = await db
    .selectFrom('sessions')
    .modifyFront(sql.raw(KEPT_MARK))
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select([
      'sessions.person_id as personId',
      'people.name',
      'sessions.csrf',
      'sessions.created_at as createdAt',
      'sessions.seen_at as seenAt',
      'sessions.expires_at as expiresAt',
      'sessions.second_factor_at as secondFactorAt',
      postsAsRights('people.id').as('posts'),
    ])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now)
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** It was used: it goes on for so long again. */
export async function touchSession(
  db: Database,
  tokenHash: string,
  { at, expiresAt }: { at: Instant; expiresAt: Instant },
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ seen_at: at, expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function noteSecondFactor(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ second_factor_at: at })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** All sessions of somebody: signed out everywhere. */
export async function deleteSessionsOf(db: Database, personId: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Writes down a try, bad until it is known to be good; gives its number. */
export async function insertAttempt(
  db: Database,
  { login, address, at }: { login: string; address: string; at: Instant },
): Promise<number> {
  const { id } = await db
    .insertInto('sign_in_attempts')
    .values({ login: login.slice(0, 80), address: address.slice(0, 60), at, is_good: false })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The try was a good one. */
export async function noteGoodAttempt(db: Database, id: number): Promise<void> {
  await db.updateTable('sign_in_attempts').set({ is_good: true }).where('id', '=', id).execute();
}

/** The try was not looked at, so it is none. */
export async function deleteAttempt(db: Database, id: number): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('id', '=', id).execute();
}

/** Bad tries since an instant: with this login since its last good one, and from this address. */
export async function countBadAttempts(
  db: Database,
  { login, address, since }: { login: string; address: string; since: Instant },
): Promise<{ ofLogin: number; fromAddress: number }> {
  const rows = await db
    .selectFrom('sign_in_attempts')
    .select(['login', 'address', 'is_good', 'id'])
    .where('at', '>=', since)
    .where((eb) => eb.or([eb('login', '=', login.slice(0, 80)), eb('address', '=', address)]))
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  const ofLogin = rows.filter((row) => row.login === login.slice(0, 80));
  const lastGood = ofLogin.findIndex(({ is_good }) => is_good);
  const fresh = lastGood < 0 ? ofLogin : ofLogin.slice(0, lastGood);
  return {
    ofLogin: fresh.length,
    fromAddress: rows.filter((row) => row.address === address && !row.is_good).length,
  };
}
