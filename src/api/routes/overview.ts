import { z } from '@hono/zod-openapi';
import { moves, type StateOf } from '#domain/moves.ts';
import { askCharges } from '#office/ask-charges.ts';
import { askOverview, askRounds, taskKinds } from '#office/ask-overview.ts';
import { askSiteInspections, askSiteStanding } from '#office/ask-site-standing.ts';
import { type Route, route } from '../route.ts';
import { day, id, pageOf, paging } from '../shapes.ts';

const tag = 'overview';
const campaignState = z.enum(
  Object.keys(moves.campaign) as [StateOf<'campaign'>, ...StateOf<'campaign'>[]],
);
const inspectionState = z.enum(
  Object.keys(moves.inspection) as [StateOf<'inspection'>, ...StateOf<'inspection'>[]],
);
const verdict = z.enum(['pass', 'fail', 'incomplete']);
const bilingual = z.object({ zh: z.string(), en: z.string() });
const points = z.number().nullable();

const overview = z.object({
  standings: z.object({
    sites: z.number(),
    fine: z.number(),
    watch: z.number(),
    breach: z.number(),
    unmeasured: z.number(),
  }),
  tasks: z.array(z.object({ kind: z.enum(taskKinds), count: z.number() })),
});

const round = z.object({
  id: z.number(),
  name: z.string(),
  period: z.string(),
  asOf: day,
  state: campaignState,
  sites: z.number(),
  measured: z.number(),
  pass: z.number(),
  fail: z.number(),
  incomplete: z.number(),
  mean: points.openapi({ description: 'Mean of the scored sites' }),
});

const line = z.object({
  indicator: z.string(),
  points,
  count: z.number(),
  isVeto: z.boolean(),
});

const charges = z.object({
  inspectionId: z.number(),
  siteId: z.number(),
  unit: z.string(),
  homepage: z.string(),
  state: inspectionState,
  verdict: verdict.nullable(),
  score: points,
  lines: z.array(line),
  unmeasured: z.array(z.string().nullable()),
});

const siteInspection = z.object({
  inspectionId: z.number(),
  campaignId: z.number(),
  campaign: z.string(),
  period: z.string(),
  asOf: day,
  campaignState,
  state: inspectionState,
  verdict: verdict.nullable(),
  score: points,
  lines: z.array(line),
});

const standing = z.object({
  basis: z
    .object({
      inspectionId: z.number(),
      campaignId: z.number(),
      campaign: z.string(),
      asOf: day,
    })
    .nullable(),
  verdict: verdict.nullable(),
  score: points,
  passLine: points,
  mended: z.number(),
  toMend: z.array(
    z.object({
      indicator: z.string(),
      title: bilingual,
      isVeto: z.boolean(),
      findings: z.array(z.number()),
      points,
      scoreAfter: points,
      verdictAfter: verdict,
    }),
  ),
});

/** The state of a place at a glance, and of one site. */
export const overviewRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/overview',
    entrance: 'signed-in',
    tag,
    summary: 'How my sites stand now, and what waits for me',
    query: z.object({ region: id.optional() }),
    answer: overview,
    handle: (desk, { query }) => askOverview(desk, query.region),
  }),
  route({
    method: 'get',
    path: '/rounds',
    entrance: 'campaign.read',
    tag,
    summary: 'Rounds with their verdicts and mean score, newest first; counts are of my sites',
    query: z.object({ region: id.optional(), ...paging }),
    answer: pageOf(round),
    handle: (desk, { query }) => askRounds(desk, query),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/charges',
    entrance: 'campaign.read',
    tag,
    summary: 'Sites by lines of the rubric: what each line takes from each site',
    params: z.object({ campaign: id }),
    query: z.object(paging),
    answer: pageOf(charges).extend({
      indicators: z.array(z.object({ id: z.string(), title: bilingual, isVeto: z.boolean() })),
    }),
    handle: (desk, { params, query }) => askCharges(desk, params.campaign, query),
  }),
  route({
    method: 'get',
    path: '/sites/{site}/inspections',
    entrance: 'campaign.read',
    tag,
    summary: 'Inspections of a site, newest first',
    params: z.object({ site: id }),
    query: z.object(paging),
    answer: pageOf(siteInspection),
    handle: (desk, { params, query }) => askSiteInspections(desk, params.site, query),
  }),
  route({
    method: 'get',
    path: '/sites/{site}/standing',
    entrance: 'campaign.read',
    tag,
    summary: 'How a site would be judged by what is known, and what mending each line would bring',
    params: z.object({ site: id }),
    answer: standing,
    handle: (desk, { params }) => askSiteStanding(desk, params.site),
  }),
];
