import { z } from '@hono/zod-openapi';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { CampaignSettings, InspectionCard, Sample } from '#domain/campaign.ts';
import { moves, type StateOf } from '#domain/moves.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import type { Site } from '#domain/site.ts';
import { askCampaign, listCampaigns } from '#office/ask-campaigns.ts';
import { askInspection, listInspections } from '#office/ask-inspections.ts';
import { cancelCampaign } from '#office/cancel-campaign.ts';
import { openCampaign, previewOrder } from '#office/open-campaign.ts';
import { type CampaignPreview, previewCampaign } from '#office/preview-campaign.ts';
import { rescoreCampaign } from '#office/rescore-campaign.ts';
import { retryInspection } from '#office/retry-inspection.ts';
import { startCampaign } from '#office/start-campaign.ts';
import { type Route, route } from '../route.ts';
import { campaignOrder } from './campaign-order.ts';
import { day, id, instant, made, pageOf, paging, plain, words } from '../shapes.ts';

const state = z.enum(
  Object.keys(moves.campaign) as [StateOf<'campaign'>, ...StateOf<'campaign'>[]],
);
const inspectionState = z.enum(
  Object.keys(moves.inspection) as [StateOf<'inspection'>, ...StateOf<'inspection'>[]],
);
const verdict = z.enum(['pass', 'fail', 'incomplete']);
const counts = <T extends string>(names: readonly T[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.number()])) as Record<T, z.ZodNumber>);

const line = {
  id: z.number(),
  name: z.string(),
  period: z.string(),
  state,
  asOf: day,
  regionId: z.number(),
  region: z.string(),
  openedAt: instant,
  startedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  version: z.number(),
};

const progress = z
  .object({
    state: z.enum(['queued', 'crawling', 'rechecking', 'judging', 'done']),
    pages: z.number(),
    targets: z.number(),
    queued: z.number(),
    look: z.number(),
    looks: z.number(),
  })
  .nullable();

const campaign = z.object({
  ...line,
  rubric: plain<RubricRef>('Which rubric, exactly'),
  settings: plain<CampaignSettings>('How it is run'),
  sample: plain<Sample>('How its sites were drawn'),
  brief: plain<CampaignBrief>('What no crawl can know'),
  hearingUntil: instant.nullable(),
  cancelReason: z.string().nullable(),
  counts: z.object({
    sites: z.number(),
    states: counts(inspectionState.options),
    verdicts: counts(verdict.options),
  }),
  live: z.array(
    z.object({ inspectionId: z.number(), unit: z.string(), homepage: z.string(), progress }),
  ),
});

const inspectionLine = {
  id: z.number(),
  siteId: z.number(),
  position: z.number(),
  site: plain<Site>('The site as it was when the campaign began'),
  state: inspectionState,
  verdict: verdict.nullable(),
  score: z.number().nullable(),
  progress,
  attempts: z.number(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  error: z.string().nullable(),
  version: z.number(),
};

const inspection = z.object({
  ...inspectionLine,
  campaignId: z.number(),
  card: plain<InspectionCard>('What is charged now').nullable(),
  firstCard: plain<InspectionCard>('What the machine charged').nullable(),
  seal: z.string().nullable(),
  worker: z.string().nullable(),
  findings: z.record(z.string(), z.number()),
});

const ofCampaign = z.object({ campaign: id });
const preview = plain<CampaignPreview>(
  'How many sites of each kind, 200 of them at once, strata, priced lines, warnings of the rubric',
);

/** Campaigns (抽查): opened, previewed, started, watched, cancelled. */
export const campaignsRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/campaigns',
    restsOn: ['campaigns', 'register'],
    entrance: 'campaign.read',
    tag: 'campaigns',
    summary: 'Campaigns, newest first',
    query: z.object({ state: state.optional(), ...paging }),
    answer: pageOf(z.object(line)),
    handle: (desk, { query }) => listCampaigns(desk, query),
  }),
  route({
    method: 'post',
    path: '/campaigns',
    entrance: 'campaign.open',
    tag: 'campaigns',
    summary: 'Open a campaign as a draft',
    body: campaignOrder,
    answer: made,
    status: 201,
    handle: async (desk, { body }) => ({ id: await openCampaign(desk, body) }),
  }),
  route({
    method: 'post',
    path: '/campaigns/previews',
    entrance: 'campaign.open',
    tag: 'campaigns',
    summary: 'What such a campaign would look at and charge; nothing is opened',
    body: campaignOrder,
    answer: preview,
    handle: (desk, { body }) => previewOrder(desk, body),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}',
    entrance: 'campaign.read',
    tag: 'campaigns',
    summary: 'One campaign, and how far it is',
    params: ofCampaign,
    answer: campaign,
    handle: (desk, { params }) => askCampaign(desk, params.campaign),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/preview',
    entrance: 'campaign.read',
    tag: 'campaigns',
    summary: 'Which sites it would look at, and what would be charged',
    params: ofCampaign,
    query: z.object({
      after: z.coerce.number().int().min(0).max(1_000_000).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(200),
    }),
    answer: preview,
    handle: (desk, { params, query }) => previewCampaign(desk, params.campaign, query),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/start',
    entrance: 'campaign.open',
    tag: 'campaigns',
    summary: 'Draw its sites and begin to inspect them',
    params: ofCampaign,
    answer: z.object({ sites: z.number() }),
    status: 202,
    handle: async (desk, { params }) => ({ sites: await startCampaign(desk, params.campaign) }),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/cancellation',
    entrance: 'campaign.lead',
    tag: 'campaigns',
    summary: 'Cancel a campaign before it is published',
    params: ofCampaign,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await cancelCampaign(desk, params.campaign, body.reason)),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/rescoring',
    entrance: 'campaign.lead',
    tag: 'campaigns',
    summary: 'Score every site anew, by the own rubric or by another that asks for the same facts',
    params: ofCampaign,
    body: z.object({
      rubric: z.string().min(1).max(60).optional(),
      overlays: z.array(z.string().max(60)).max(10).default([]),
      reason: words,
    }),
    answer: z.object({ sites: z.number(), changed: z.number() }),
    handle: (desk, { params, body }) => rescoreCampaign(desk, params.campaign, body),
  }),
  ...inspectionRoutes(),
];

function inspectionRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/campaigns/{campaign}/inspections',
      restsOn: ['campaigns', 'register'],
      entrance: 'campaign.read',
      tag: 'campaigns',
      summary: 'Inspections of a campaign, in the order of the register',
      params: ofCampaign,
      query: z.object({ state: inspectionState.optional(), ...paging }),
      answer: pageOf(z.object(inspectionLine)),
      handle: (desk, { params, query }) => listInspections(desk, params.campaign, query),
    }),
    route({
      method: 'get',
      path: '/inspections/{inspection}',
      entrance: 'campaign.read',
      tag: 'campaigns',
      summary: 'One inspection with its judgement, before and after persons judged',
      params: z.object({ inspection: id }),
      answer: inspection,
      handle: (desk, { params }) => askInspection(desk, params.inspection),
    }),
    route({
      method: 'post',
      path: '/inspections/{inspection}/retry',
      entrance: 'campaign.lead',
      tag: 'campaigns',
      summary: 'Inspect a site anew that failed by our own fault',
      params: z.object({ inspection: id }),
      body: z.object({ reason: words }),
      handle: async (desk, { params, body }) =>
        void (await retryInspection(desk, params.inspection, body.reason)),
    }),
  ];
}
