import { Hono } from 'hono';
import type { App } from './listen.ts';

/** Answers `/healthz`: 200 while the database answers, 503 while it does not. */
export function buildHealthApp(isHealthy: () => Promise<boolean>): App {
  const app = new Hono();
  app.get('/healthz', async (context) => {
    const healthy = await isHealthy().catch(() => false);
    return context.json({ status: healthy ? 'ok' : 'down' }, healthy ? 200 : 503);
  });
  return { fetch: (request) => app.fetch(request) };
}
