import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '#base/refusal.ts';
import type { IdentityProvider, Leaving } from '#office/identity-provider.ts';
import { signInVouched } from '#office/sign-in-vouched.ts';
import type { ApiContext } from './app.ts';
import { SESSION_COOKIE } from './caller.ts';
import { answerError, problemsOf } from './problem.ts';

const LEAVING_COOKIE = 'xunwang-leaving';
const PATH = '/api/v1/provider';
/** How long somebody may take at the provider. */
const LEAVING_SECONDS = 600;

const leavingShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});
/** A path of ours and nobody else's: `//evil.example` and `/\\evil.example` are others' hosts. */
const toShape = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/)
  .default('/');

/** Coming in by a provider of identities (OpenID Connect), where one is set. */
export function mountProvider(app: OpenAPIHono, api: ApiContext): void {
  const leaving = createRoute({
    method: 'get',
    path: `${PATH}/start`,
    operationId: 'getProviderStart',
    tags: ['sign-in'],
    summary: 'Go to the provider of identities to sign in there; for browsers',
    security: [],
    request: { query: z.object({ to: toShape }) },
    responses: { 302: { description: 'To the provider' }, ...problemsOf(400, 404, 409, 429) },
  });
  app.openapi(leaving, async (context) => {
    try {
      return (await leave(context, api, context.req.valid('query').to)) as never;
    } catch (error) {
      return answerError(context, error, api.tell) as never;
    }
  });
  app.get(`${PATH}/return`, async (context) => {
    try {
      return await comeBack(context, api);
    } catch (error) {
      return answerError(context, error, api.tell);
    }
  });
}

async function leave(context: Context, api: ApiContext, to: string): Promise<Response> {
  const { address, leaving } = await providerOf(api).leave(to);
  setCookie(context, LEAVING_COOKIE, Buffer.from(JSON.stringify(leaving)).toString('base64url'), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: api.isSecure,
    path: PATH,
    maxAge: LEAVING_SECONDS,
  });
  return context.redirect(address, 302);
}

async function comeBack(context: Context, api: ApiContext): Promise<Response> {
  const provider = providerOf(api);
  const leaving = leavingOf(getCookie(context, LEAVING_COOKIE));
  // Used once, whatever comes of it.
  deleteCookie(context, LEAVING_COOKIE, { path: PATH });
  if (leaving === null) throw new Refusal('provider-refused', { why: 'late' });
  const vouched = await provider.comeBack(new URL(context.req.url).search, leaving);
  const { token } = await signInVouched(api, vouched);
  setCookie(context, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: api.isSecure,
    path: '/',
  });
  return context.redirect(leaving.to, 302);
}

function providerOf({ provider }: ApiContext): IdentityProvider {
  if (!provider) throw new Refusal('not-found', { thing: 'provider', id: 'OpenID Connect' });
  return provider;
}

function leavingOf(cookie: string | undefined): Leaving | null {
  if (cookie === undefined || cookie.length > 2000) return null;
  try {
    const told: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8'));
    const { data } = leavingShape.safeParse(told);
    return data && toShape.safeParse(data.to).success ? data : null;
  } catch {
    return null;
  }
}
