import { z } from '@hono/zod-openapi';
import { checkStates, type SiteCheckResult } from '#domain/site-check.ts';
import { askChecks } from '#office/ask-checks.ts';
import { askForCheck } from '#office/ask-for-check.ts';
import { type Route, route } from '../route.ts';
import { id, instant, made, pageOf, paging } from '../shapes.ts';
import { findingKind, findingState } from './finding-shapes.ts';

const line = z.object({
  indicator: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  isVeto: z.boolean(),
  points: z.number().nullable(),
  findings: z.array(z.string()),
});

const finding = z.object({
  key: z.string(),
  kind: findingKind,
  state: findingState,
  url: z.string(),
  foundOn: z.string().nullable(),
  sentence: z.string(),
});

const result: z.ZodType<SiteCheckResult> = z.object({
  rubric: z.string(),
  asOf: z.string(),
  verdict: z.enum(['pass', 'fail', 'incomplete']),
  score: z.number().nullable(),
  lines: z.array(line),
  findings: z.array(finding),
  pages: z.number(),
  links: z.number(),
  unmeasured: z.number(),
});

const check = z.object({
  id: z.number(),
  siteId: z.number(),
  askedAt: instant,
  state: z.enum(checkStates),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  result: result.nullable(),
});

const site = z.object({ site: id });

/** Looks that are asked for at one's own site (自查), apart from every campaign. */
export const siteCheckRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/sites/{site}/checks',
    entrance: 'register.read',
    tag: 'monitoring',
    summary: 'Checks that were asked for, newest first, with how the site would be judged',
    params: site,
    query: z.object(paging),
    answer: pageOf(check),
    handle: (desk, { params, query }) => askChecks(desk, params.site, query),
  }),
  route({
    method: 'post',
    path: '/sites/{site}/checks',
    entrance: 'site.check',
    tag: 'monitoring',
    summary: 'Have the site looked at now; it charges nothing, and may be asked six times a day',
    params: site,
    answer: made,
    status: 201,
    handle: async (desk, { params }) => ({ id: await askForCheck(desk, params.site) }),
  }),
];
