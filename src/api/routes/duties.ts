import { z } from '@hono/zod-openapi';
import { askDuties, askMaintenance, askMonitoredDays } from '#office/ask-duties.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, pageOf, paging } from '../shapes.ts';

const tally = z.object({
  opened: z.number(),
  failed: z.number(),
  blocked: z.number(),
  ours: z.number(),
  maintenance: z.number(),
});

const duty = z.object({
  kind: z.string(),
  everyMs: z.number(),
  dueAt: instant,
  lastAt: instant.nullable(),
  lastOkAt: instant.nullable(),
});

const duties = z.object({
  id: z.number(),
  site: z.string(),
  unit: z.string(),
  duties: z.array(duty),
  tally,
  signals: z.object({ watch: z.number(), breach: z.number(), unmeasured: z.number() }),
  isLate: z.boolean(),
});

const window = z.object({
  id: z.number(),
  siteId: z.number(),
  site: z.string(),
  unit: z.string(),
  from: instant,
  to: instant,
  reportedAt: instant,
  reason: z.string(),
});

const region = id.optional();

/** The monitor itself (值班表): what it looks at, when it did, and what the days came to. */
export const dutyRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/duties',
    entrance: 'monitoring.read',
    tag: 'monitoring',
    summary: 'Sites with what is looked at of each, how often, when it was and when it is due',
    query: z.object({ region, ...paging }),
    answer: pageOf(duties),
    handle: (desk, { query }) => askDuties(desk, query),
  }),
  route({
    method: 'get',
    path: '/maintenance',
    entrance: 'monitoring.read',
    tag: 'monitoring',
    summary: 'Maintenance that was reported, newest first',
    query: z.object({ region, ...paging }),
    answer: pageOf(window),
    handle: (desk, { query }) => askMaintenance(desk, query),
  }),
  route({
    method: 'get',
    path: '/monitoring/days',
    entrance: 'monitoring.read',
    tag: 'monitoring',
    summary: 'Day by day over all sites: visits, signals raised and cleared',
    query: z.object({ region, days: z.coerce.number().int().min(1).max(400).default(90) }),
    answer: z.object({
      days: z.array(z.object({ day, tally, raised: z.number(), cleared: z.number() })),
    }),
    handle: (desk, { query }) => askMonitoredDays(desk, query),
  }),
];
