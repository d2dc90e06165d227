import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { Refusal } from '#base/refusal.ts';
import { giveSecondFactor } from '#office/second-factor.ts';
import { signIn, signOut, signOutEverywhere } from '#office/sign-in.ts';
import { addressOf } from './address-of.ts';
import type { ApiContext } from './app.ts';
import { callerOf, SESSION_COOKIE } from './caller.ts';
import { answerError, problemsOf } from './problem.ts';

const BASE = '/api/v1';
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });

const signInShape = z.object({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
});
const signedInShape = z.object({ personId: z.number(), csrf: z.string(), expiresAt: z.string() });
const sessionShape = z.object({
  personId: z.number().nullable(),
  csrf: z.string().nullable(),
  expiresAt: z.string().nullable(),
  secondFactorAt: z.string().nullable(),
  hasProvider: z.boolean(),
});
const codeShape = z.object({ code: z.string().regex(/^\d{6}$/) });
const leaveShape = z.object({ everywhere: z.enum(['yes', 'no']).default('no') });

/** The routes that deal in cookies, apart from the table: coming in, showing a code, leaving. */
export function mountDoor(app: OpenAPIHono, api: ApiContext): void {
  const comingIn = createRoute({
    method: 'post',
    path: `${BASE}/sign-in`,
    operationId: 'postSignIn',
    tags: ['sign-in'],
    summary: 'Sign in; the cookie is the session, `csrf` goes into X-CSRF-Token of every write',
    security: [],
    request: { body: { required: true, content: json(signInShape) } },
    responses: {
      200: { description: 'Signed in', content: json(signedInShape) },
      ...problemsOf(400, 401, 413, 429),
    },
  });
  const leaving = createRoute({
    method: 'post',
    path: `${BASE}/sign-out`,
    operationId: 'postSignOut',
    tags: ['sign-in'],
    summary: 'Sign out: here, or on every machine',
    request: { query: leaveShape },
    responses: { 204: { description: 'Signed out' }, ...problemsOf(400, 401, 403, 429) },
  });
  const showing = createRoute({
    method: 'post',
    path: `${BASE}/second-factor`,
    operationId: 'postSecondFactor',
    tags: ['sign-in'],
    summary: 'Show a code: for 15 minutes acts that cannot be undone may be done in this session',
    request: { body: { required: true, content: json(codeShape) } },
    responses: {
      204: { description: 'Right' },
      ...problemsOf(400, 401, 403, 409, 413, 429),
    },
  });
  mountSession(app, api);
  app.openapi(comingIn, (context) =>
    guarded(context, api, () => comeIn(context, api, context.req.valid('json'))),
  );
  app.openapi(leaving, (context) =>
    guarded(context, api, () => leave(context, api, context.req.valid('query').everywhere)),
  );
  app.openapi(showing, (context) =>
    guarded(context, api, () => showCode(context, api, context.req.valid('json').code)),
  );
}

/** Pages ask it when they open: without a session it is an answer too, and no mistake. */
function mountSession(app: OpenAPIHono, api: ApiContext): void {
  const asking = createRoute({
    method: 'get',
    path: `${BASE}/session`,
    operationId: 'getSession',
    tags: ['sign-in'],
    summary: 'Whose session this is, its word for writes, and who else vouches for people',
    security: [],
    responses: {
      200: { description: 'The session, or nulls', content: json(sessionShape) },
      ...problemsOf(429),
    },
  });
  app.openapi(asking, (context) =>
    guarded(context, api, async () => {
      const caller = await callerOf(context, api);
      return context.json({
        personId: caller?.actor.id ?? null,
        csrf: caller?.csrf ?? null,
        expiresAt: caller?.expiresAt ?? null,
        secondFactorAt: caller?.actor.secondFactorAt ?? null,
        hasProvider: api.provider !== null && api.provider !== undefined,
      });
    }),
  );
}

async function guarded(
  context: Context,
  api: ApiContext,
  work: () => Promise<Response>,
): Promise<never> {
  try {
    return (await work()) as never;
  } catch (error) {
    return answerError(context, error, api.tell) as never;
  }
}

async function comeIn(
  context: Context,
  api: ApiContext,
  { login, password }: z.output<typeof signInShape>,
): Promise<Response> {
  const address = addressOf(context, api.proxies ?? 0);
  const { token, csrf, personId, expiresAt } = await signIn(api, { login, password, address });
  setCookie(context, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: api.isSecure,
    path: '/',
  });
  return context.json({ personId, csrf, expiresAt });
}

/** Who has no session any more is signed out already: that is no mistake. */
async function leave(
  context: Context,
  api: ApiContext,
  everywhere: 'yes' | 'no',
): Promise<Response> {
  const caller = await callerOf(context, api);
  if (caller?.session && everywhere === 'yes') await signOutEverywhere(api, caller.actor.id);
  else if (caller?.session) await signOut(api, caller.session);
  deleteCookie(context, SESSION_COOKIE, { path: '/' });
  return context.body(null, 204);
}

async function showCode(context: Context, api: ApiContext, code: string): Promise<Response> {
  const caller = await callerOf(context, api);
  if (!caller?.session) throw new Refusal('sign-in-needed');
  const shown = { token: caller.session, code, address: addressOf(context, api.proxies ?? 0) };
  await giveSecondFactor(api.desk(caller.actor, context), shown);
  return context.body(null, 204);
}
