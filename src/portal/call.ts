import { Refusal } from '#base/refusal.ts';
import { layout, type Page } from './layout.ts';
import type { Call } from './portal-context.ts';

export type PageStatus = 200 | 400 | 404 | 409 | 413 | 415 | 422 | 429 | 500;

/** How long browsers and proxies may keep what is the same for everybody. Seconds. */
const PUBLIC_SECONDS = 60;

/** Answers with a page. `private`: of one person, and kept by nobody on the way. */
export function show(
  { view, http }: Call,
  page: Page,
  { status = 200, keep = 'public' }: { status?: PageStatus; keep?: 'public' | 'private' } = {},
): Response | Promise<Response> {
  const cache = keep === 'public' && status === 200 ? `public, max-age=${PUBLIC_SECONDS}` : null;
  http.header('cache-control', cache ?? 'no-store');
  http.header('content-language', view.language === 'zh' ? 'zh-CN' : 'en');
  return http.html(layout(view, page), status);
}

/** A number of the address; refuses `not-found` what is none. */
export function numberOf({ http }: Call, name: string): number {
  const text = http.req.param(name) ?? '';
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new Refusal('not-found', { thing: name, id: text.slice(0, 20) });
  return number;
}
