import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { timingSafeEqual } from 'node:crypto';
import { askWork } from '#office/ask-work.ts';
import { sha256 } from '#base/hash.ts';
import type { ApiContext } from './app.ts';
import { addressOf } from './address-of.ts';
import { problem } from './problem.ts';
import type { Gauge, RequestMetrics } from './request-metrics.ts';

/** What other programs ask of the process: does it live, may it be sent requests, how is it. */
export function mountProbes(app: OpenAPIHono, api: ApiContext, metrics: RequestMetrics): void {
  // Alive while it answers at all: a database that is away is no reason to kill the process.
  app.get('/livez', (context) => context.json({ status: 'ok' }));
  const ready = async (context: Context) => {
    const isUp = await api.isReady().catch(() => false);
    return context.json({ status: isUp ? 'ok' : 'down' }, isUp ? 200 : 503);
  };
  app.get('/healthz', ready);
  app.get('/readyz', ready);
  app.get('/metrics', async (context) => {
    if (!mayRead(context, api))
      return problem(context, 'not-found', { thing: 'page', id: '/metrics' });
    const text = metrics.text([...processGauges(), ...(await workGauges(api))]);
    return context.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

/** With a token: who has it. Without: who asks from this machine, and not through a proxy on it. */
function mayRead(context: Context, { metricsToken }: ApiContext): boolean {
  if (metricsToken) {
    const given = context.req.header('authorization')?.replace(/^Bearer /, '') ?? '';
    return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(metricsToken)));
  }
  if (context.req.header('x-forwarded-for') !== undefined) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(addressOf(context, 0));
}

function processGauges(): Gauge[] {
  const { rss } = process.memoryUsage();
  const cpu = process.cpuUsage();
  const own = (name: string, help: string, value: number) => ({ name, help, labels: {}, value });
  return [
    own('process_resident_memory_bytes', 'memory of this process', rss),
    own('process_cpu_seconds', 'processor time of this process', (cpu.user + cpu.system) / 1e6),
    own('process_uptime_seconds', 'how long this process runs', Math.round(process.uptime())),
  ];
}

async function workGauges(api: ApiContext): Promise<Gauge[]> {
  const counts = await askWork(api);
  return counts.map(({ what, state, count }) => ({
    name: `xunwang_${what}`,
    help: 'how many wait, run or stand',
    labels: { state },
    value: count,
  }));
}
