import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; " +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
};

/** Headers that every answer carries. */
export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}

/** Refuses larger bodies, whether they say how large they are or not; files may be larger. */
export function limitBody(
  mostBytes: number,
  mostOfFile: ReadonlyMap<string, number>,
): MiddlewareHandler {
  const usual = limit(mostBytes);
  const ofFiles = new Map([...mostOfFile].map(([path, most]) => [path, limit(most)]));
  return (context, next) => (ofFiles.get(context.req.path) ?? usual)(context, next);
}

function limit(mostBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: mostBytes,
    onError: (context) => problem(context, 'request-too-large', { most: mostBytes }),
  });
}
