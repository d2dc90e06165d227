import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { randomUUID } from 'node:crypto';
import type { RequestMetrics } from './request-metrics.ts';

/** A request as it is written down: no address, no name, no query, nothing of what was said. */
export interface RequestNote {
  id: string;
  method: string;
  /** The route, not the address: `/api/v1/sites/:site`. */
  route: string;
  status: number;
  tookMs: number;
}

/** Gives each request a number to ask for it by, counts it and writes it down. */
export function observe(
  metrics: RequestMetrics,
  note: (request: RequestNote) => void,
): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    const id = randomUUID();
    await next();
    context.res.headers.set('x-request-id', id);
    const matched = matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'));
    const request = {
      id,
      method: context.req.method,
      route: matched?.path ?? 'none',
      status: context.res.status,
      tookMs: Math.round(performance.now() - began),
    };
    metrics.observe(request);
    note(request);
  };
}
