import { z } from '@hono/zod-openapi';
import { moves, type StateOf } from '#domain/moves.ts';
import { askAvailability, askSignals } from '#office/ask-monitoring.ts';
import { reportMaintenance } from '#office/report-maintenance.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, made, pageOf, paging, plain, words } from '../shapes.ts';
import { dutyRoutes } from './duties.ts';
import { noticesRoutes } from './notices.ts';
import { siteCheckRoutes } from './site-checks.ts';

const state = z.enum(Object.keys(moves.signal) as [StateOf<'signal'>, ...StateOf<'signal'>[]]);

const signal = z.object({
  id: z.number(),
  siteId: z.number(),
  site: z.string(),
  unit: z.string(),
  kind: z.string(),
  line: z.object({ zh: z.string(), en: z.string() }),
  state,
  measure: plain<Record<string, unknown>>('What was counted, by kind of signal'),
  since: instant,
  seenAt: instant,
  clearedAt: instant.nullable(),
});

const tally = z.object({
  opened: z.number(),
  failed: z.number(),
  blocked: z.number(),
  ours: z.number(),
  maintenance: z.number(),
});

/** Standing monitoring (常态化监测): signals before a line is reached, availability by day. */
export const monitoringRoutes: readonly Route[] = [
  ...noticesRoutes,
  ...dutyRoutes,
  ...siteCheckRoutes,
  route({
    method: 'get',
    path: '/signals',
    restsOn: ['signals', 'register'],
    entrance: 'monitoring.read',
    tag: 'monitoring',
    summary: 'Warnings and breaches of veto lines, and what was not measured on time',
    query: z.object({
      site: id.optional(),
      state: state.optional(),
      region: id.optional(),
      standing: z.enum(['yes', 'all']).default('yes'),
      ...paging,
    }),
    answer: pageOf(signal),
    handle: (desk, { query: { standing, ...filter } }) =>
      askSignals(desk, { ...filter, isStanding: standing === 'yes' }),
  }),
  route({
    method: 'get',
    path: '/sites/{site}/availability',
    entrance: 'monitoring.read',
    tag: 'monitoring',
    summary: 'Visits of the homepage by day, and reported maintenance',
    params: z.object({ site: id }),
    query: z.object({ days: z.coerce.number().int().min(1).max(400).default(90) }),
    answer: z.object({
      days: z.array(z.object({ day, tally })),
      maintenance: z.array(
        z.object({ from: instant, to: instant, reportedAt: instant, reason: z.string() }),
      ),
    }),
    handle: (desk, { params, query }) => askAvailability(desk, params.site, query.days),
  }),
  route({
    method: 'post',
    path: '/sites/{site}/maintenance',
    entrance: 'maintenance.report',
    tag: 'monitoring',
    summary: 'Report maintenance; it excuses visits when it is reported before it begins',
    params: z.object({ site: id }),
    body: z.object({ from: instant, to: instant, reason: words }),
    answer: made,
    status: 201,
    handle: async (desk, { params, body }) => ({
      id: await reportMaintenance(desk, params.site, body),
    }),
  }),
];
