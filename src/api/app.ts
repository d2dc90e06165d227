import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Instant } from '#base/civil-date.ts';
import type { Actor } from '#domain/person.ts';
import type { Desk } from '#office/desk.ts';
import type { IdentityProvider } from '#office/identity-provider.ts';
import type { ConsoleFiles } from '#office/open-console.ts';
import { mountDoor } from './door.ts';
import { addressOf, networkOf } from './address-of.ts';
import { limitBody, securityHeaders } from './guard.ts';
import { mountConsole } from './mount-console.ts';
import { mountProvider } from './mount-provider.ts';
import { mountOpen311 } from './open311/mount-open311.ts';
import { mountProbes } from './mount-probes.ts';
import { observe, type RequestNote } from './observe.ts';
import { rateLimit } from './rate-limit.ts';
import { RequestMetrics } from './request-metrics.ts';
import { answerError, problem, registerProblems } from './problem.ts';
import { mount, refuseMalformed } from './mount.ts';
import type { Route } from './route.ts';
import type { Turns } from './take-turns.ts';
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
  /** From one address, and again of one person from all addresses. */
  requestsAMinute: number;
  limitPerson?(person: string): void;
  /** In which questions are answered some at a time; left out: all at once. */
  turns?: Turns;
  /** How many reverse proxies stand before it: who called is told by them. */
  proxies?: number;
  /** Who may read the metrics; without it, only this machine. */
  metricsToken?: string | null;
  /** Who else vouches for people; null: nobody. */
  provider?: IdentityProvider | null;
  /** The built console, null when it is not built; left out: the API alone. */
  console?: ConsoleFiles | null;
  /** Where requests are counted; shared with the other doors. */
  metrics?: RequestMetrics;
  /** Address of the service as people reach it; left out: as it was asked. */
  origin?: string;
  /** Told of every request. */
  note?(request: RequestNote): void;
}

const MOST_BODY_BYTES = 2 << 20;
const VERSION = '1.0.0';

/**
 * The whole API as one application: `app.request()` answers without a port. `rows` are all routes,
 * unless a test plants its own.
 */
export function buildApp(api: ApiContext, rows: readonly Route[] = routes): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseMalformed });
  const metrics = api.metrics ?? new RequestMetrics();
  app.use(observe(metrics, (request) => api.note?.(request)));
  app.use(securityHeaders());
  const nowMs = () => Date.parse(api.now());
  const limitAddress = rateLimit(api.requestsAMinute, nowMs);
  app.use(async (context, next) => {
    limitAddress(networkOf(addressOf(context, api.proxies ?? 0)));
    await next();
  });
  app.use(limitBody(MOST_BODY_BYTES, fileLimits(rows)));
  app.onError((error, context) => answerError(context, error, api.tell));
  app.notFound((context) => problem(context, 'not-found', { thing: 'page', id: context.req.path }));
  registerProblems(app);
  mountProbes(app, api, metrics);
  mountDoor(app, api);
  mountProvider(app, api);
  mountOpen311(app, api);
  const door = { ...api, limitPerson: rateLimit(api.requestsAMinute, nowMs) };
  for (const row of rows) mount(app, row, door, rows);
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
  if (api.console !== undefined) mountConsole(app, api.console);
  return app;
}

/** How large a file each path takes that takes one. */
function fileLimits(rows: readonly Route[]): Map<string, number> {
  const taking = rows.flatMap(({ path, upload }) =>
    upload ? [[`/api/v1${path}`, upload.maxBytes] as const] : [],
  );
  return new Map(taking);
}
