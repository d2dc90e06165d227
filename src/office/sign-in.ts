import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Actor } from '#domain/person.ts';
import type { Database } from '#store/database/database.ts';
import { useToken } from '#store/api-tokens.ts';
import { findCredentials } from '#store/people.ts';
import {
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  type SessionRow,
  touchSession,
} from '#store/sessions.ts';
import { appendToLedger } from '#store/ledger.ts';
import { isPassword } from './password.ts';
import { throttled } from './throttle.ts';

/** A session ends so long after it was last used, and so long after it began. */
const IDLE_MS = 8 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;
/** A used session is written down again at most so often. */
const TOUCH_MS = 60_000;

/** What signing in gives: the token goes into a cookie, `csrf` into every writing request. */
export interface SignedIn {
  token: string;
  csrf: string;
  personId: number;
  expiresAt: Instant;
}

interface Door {
  db: Database;
  now(): Instant;
}

/**
 * Signs somebody in by login and password. Wrong ones, unknown ones and disabled people are
 * answered alike; too many bad tries close the door for a while.
 */
export async function signIn(
  { db, now }: Door,
  asked: { login: string; password: string; address: string },
): Promise<SignedIn> {
  const { login, password, address } = asked;
  const person = await findCredentials(db, login);
  const isGood = await throttled({ db, now }, { login, address }, async () => {
    const isRight = await isPassword(password, person?.passwordHash ?? null);
    return isRight && person?.disabledAt === null;
  });
  if (!isGood || person === null) throw new Refusal('sign-in-wrong');
  return await openSession({ db, now }, person.id);
}

/** Opens a session of somebody who has shown who they are. */
export async function openSession({ db, now }: Door, personId: number): Promise<SignedIn> {
  const at = now();
  const token = randomBytes(32).toString('base64url');
  const csrf = randomBytes(18).toString('base64url');
  const expiresAt = later(at, IDLE_MS);
  await db.transaction().execute(async (tx) => {
    await insertSession(tx, { tokenHash: tokenHash(token), personId, csrf, at, expiresAt });
    const note = { act: 'session.open', thing: 'person', thingId: personId };
    const line = { ...note, before: null, after: null, reason: null };
    await appendToLedger(tx, line, at, `person:${personId}`);
  });
  return { token, csrf, personId, expiresAt };
}

/** Who a cookie's token stands for; null when its session has ended. */
export async function whoseSession(
  { db, now }: Door,
  token: string,
): Promise<{ actor: Actor & { kind: 'person' }; session: SessionRow } | null> {
  const at = now();
  const session = await findSession(db, tokenHash(token), at);
  if (session === null || later(session.createdAt, LONGEST_MS) <= at) return null;
  if (later(session.seenAt, TOUCH_MS) <= at) {
    await touchSession(db, tokenHash(token), { at, expiresAt: later(at, IDLE_MS) });
  }
  const { personId: id, name, secondFactorAt, posts } = session;
  return { actor: { kind: 'person', id, name, posts, secondFactorAt }, session };
}

/** Who a program's token stands for; null when it is none, or holds no longer. */
export async function whoseToken(
  { db, now }: Door,
  token: string,
): Promise<(Actor & { kind: 'person' }) | null> {
  const found = await useToken(db, tokenHash(token), now());
  if (found === null) return null;
  const { personId: id, name, scopes, posts } = found;
  return { kind: 'person', id, name, posts, secondFactorAt: null, scopes };
}

/** Ends one session. */
export async function signOut({ db }: Door, token: string): Promise<void> {
  await deleteSession(db, tokenHash(token));
}

/** Ends every session of somebody, on whatever machine: after one was lost. */
export async function signOutEverywhere({ db, now }: Door, personId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ended = await deleteSessionsOf(tx, personId);
    const note = { act: 'session.end-all', thing: 'person', thingId: personId };
    const line = { ...note, before: null, after: { ended }, reason: null };
    await appendToLedger(tx, line, now(), `person:${personId}`);
  });
}

/** How a token is kept. It is random and long, so a plain hash hides it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
