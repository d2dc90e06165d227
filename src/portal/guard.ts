import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '#base/refusal.ts';

// No inline script and no inline style at all: what a visitor wrote can become neither.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // The address of a matter opens it: it is told to nobody.
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};
const A_YEAR_OF_HTTPS = 'max-age=31536000';

/** Headers that every answer carries, unless it has its own. */
export function portalHeaders(isSecure: boolean): MiddlewareHandler {
  const all = { ...headers, ...(isSecure && { 'strict-transport-security': A_YEAR_OF_HTTPS }) };
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(all)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}

/** Refuses bodies that are larger, whether they say how large they are or not. */
export function mostBytes(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('request-too-large', { most: maxSize });
    },
  });
}
