import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Actor } from '#domain/person.ts';
import type { Desk } from '#office/desk.ts';
import { mountDoor } from './door.ts';
import { limitBody, rateLimit, securityHeaders } from './guard.ts';
import { answerError, problem } from './problem.ts';
import { mount, refuseMalformed } from './mount.ts';
import { routes } from './routes.ts';

/** What the API is made of: handed in by whoever wires the service. */
export interface ApiContext {
  db: Desk['db'];
  now(): Instant;
  desk(actor: Actor, context: Context): Desk;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  /** Told of what broke on our side. */
  tell(error: unknown): void;
  /** Whether browsers reach it over https: then the cookie never travels otherwise. */
  isSecure: boolean;
  requestsAMinute: number;
}

const MOST_BODY_BYTES = 2 << 20;
const VERSION = '1.0.0';

/** The whole API as one application: `app.request()` answers without a port. */
export function buildApp(api: ApiContext): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseMalformed });
  app.use(securityHeaders());
  app.use(rateLimit(api.requestsAMinute, () => Date.parse(api.now())));
  app.use(limitBody(MOST_BODY_BYTES, fileLimits()));
  app.onError((error, context) => answerError(context, asRefusal(error), api.tell));
  app.notFound((context) => problem(context, 'not-found', { thing: 'page', id: context.req.path }));
  app.get('/healthz', async (context) => {
    const isUp = await api.isReady().catch(() => false);
    return context.json({ status: isUp ? 'ok' : 'down' }, isUp ? 200 : 503);
  });
  mountDoor(app, api);
  for (const row of routes) mount(app, row, api);
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'xunwang-session',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
  });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Xunwang',
      version: VERSION,
      description: 'Supervision of government websites: campaigns, evidence, circulars, orders.',
      license: { name: 'Apache-2.0' },
    },
    security: [{ session: [] }, { token: [] }],
  });
  return app;
}

/** A body that is no JSON is the caller's mistake, not ours. */
function asRefusal(error: unknown): unknown {
  const status = (error as { status?: unknown } | null)?.status;
  return status === 400 ? new Refusal('request-malformed', { fields: 'body' }) : error;
}

/** How large a file each path takes that takes one. */
function fileLimits(): Map<string, number> {
  const taking = routes.flatMap(({ path, upload }) =>
    upload ? [[`/api/v1${path}`, upload.maxBytes] as const] : [],
  );
  return new Map(taking);
}
