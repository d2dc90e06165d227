import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { Refusal } from '#base/refusal.ts';
import { giveSecondFactor } from '#office/second-factor.ts';
import { signIn, signOut } from '#office/sign-in.ts';
import type { ApiContext } from './app.ts';
import { callerOf, SESSION_COOKIE } from './caller.ts';
import { addressOf } from './guard.ts';
import { answerError } from './problem.ts';

const signInShape = z.object({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
});
const signedInShape = z.object({ personId: z.number(), csrf: z.string(), expiresAt: z.string() });

/** The routes that deal in cookies, apart from the table: coming in, showing a code, leaving. */
export function mountDoor(app: OpenAPIHono, api: ApiContext): void {
  const signInRoute = createRoute({
    method: 'post',
    path: '/api/v1/sign-in',
    operationId: 'signIn',
    tags: ['sign-in'],
    summary: 'Sign in; the cookie is the session, `csrf` goes into X-CSRF-Token of every write',
    security: [],
    request: {
      body: { required: true, content: { 'application/json': { schema: signInShape } } },
    },
    responses: {
      200: {
        description: 'Signed in',
        content: { 'application/json': { schema: signedInShape } },
      },
      400: { description: 'The request is not as described' },
      401: { description: 'Login or password is wrong' },
      429: { description: 'Too many failed tries' },
    },
  });
  app.openapi(signInRoute, (context) => guarded(context, api, () => comeIn(context, api)));
  app.post('/api/v1/sign-out', (context) => guarded(context, api, () => leave(context, api)));
  app.post('/api/v1/second-factor', (context) =>
    guarded(context, api, () => showCode(context, api)),
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

async function comeIn(context: Context, api: ApiContext): Promise<Response> {
  const asked: unknown = context.req.valid('json' as never);
  const { login, password } = asked as z.output<typeof signInShape>;
  const address = addressOf(context);
  const { token, csrf, personId, expiresAt } = await signIn(api, { login, password, address });
  setCookie(context, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: api.isSecure,
    path: '/',
  });
  return context.json({ personId, csrf, expiresAt });
}

async function leave(context: Context, api: ApiContext): Promise<Response> {
  const caller = await callerOf(context, api);
  if (caller?.session) await signOut(api, caller.session);
  deleteCookie(context, SESSION_COOKIE, { path: '/' });
  return context.body(null, 204);
}

async function showCode(context: Context, api: ApiContext): Promise<Response> {
  const caller = await callerOf(context, api);
  if (!caller?.session) throw new Refusal('sign-in-needed');
  const body: unknown = await context.req.json().catch(() => null);
  const { data } = z.object({ code: z.string().regex(/^\d{6}$/) }).safeParse(body);
  if (!data) throw new Refusal('request-malformed', { fields: 'code' });
  await giveSecondFactor(api.desk(caller.actor, context), caller.session, data.code);
  return context.body(null, 204);
}
