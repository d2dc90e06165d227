import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { type Actor, PUBLIC } from '#domain/person.ts';
import { mayAnywhere } from '#domain/rights.ts';
import { whoseSession, whoseToken } from '#office/sign-in.ts';
import type { ApiContext } from './app.ts';
import type { Entrance } from './route.ts';

/** Its name keeps it to this host and to encrypted connections where the service has one. */
export const SESSION_COOKIE = 'xunwang-session';

/** Who calls. */
export interface Caller {
  actor: Actor & { kind: 'person' };
  /** The cookie's token; null for a program with a token of its own. */
  session: string | null;
  /** The word that every write of the session carries. */
  csrf?: string;
  expiresAt?: Instant;
}

/**
 * Who calls, by bearer token or by cookie. A request by cookie that changes something must carry
 * the session's own word and come from our own pages, or any page could send it.
 */
export async function callerOf(context: Context, api: ApiContext): Promise<Caller | null> {
  const bearer = /^Bearer (\S{10,200})$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const actor = await whoseToken(api, bearer);
    return actor && { actor, session: null };
  }
  const cookie = getCookie(context, SESSION_COOKIE);
  if (cookie === undefined || cookie.length > 200) return null;
  const found = await whoseSession(api, cookie);
  if (found === null) return null;
  if (context.req.method !== 'GET' && !isFromOurPages(context, found.session.csrf)) {
    throw new Refusal('csrf-missing');
  }
  const { csrf, expiresAt } = found.session;
  return { actor: found.actor, session: cookie, csrf, expiresAt };
}

function isFromOurPages(context: Context, csrf: string): boolean {
  const origin = context.req.header('origin');
  if (origin !== undefined && new URL(context.req.url).host !== hostOf(origin)) return false;
  const given = Buffer.from(context.req.header('x-csrf-token') ?? '');
  const wanted = Buffer.from(csrf);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? '';
}

/** Refuses who may not come in by this entrance. */
export function requireEntrance(caller: Caller | null, entrance: Entrance): Actor {
  if (entrance === 'public') return caller?.actor ?? PUBLIC;
  if (caller === null) throw new Refusal('sign-in-needed');
  if (entrance !== 'signed-in' && !mayAnywhere(caller.actor, entrance)) {
    throw new Refusal('right-missing', { right: entrance });
  }
  return caller.actor;
}
