import { z } from '@hono/zod-openapi';
import { acceptFindings } from '#office/accept-findings.ts';
import { askAllFindings, askFinding, askFindings, askReviewCounts } from '#office/ask-findings.ts';
import { askComparison } from '#office/ask-comparison.ts';
import { mergeFindings } from '#office/merge-findings.ts';
import { reopenFindings } from '#office/reopen-findings.ts';
import { reopenReview } from '#office/reopen-review.ts';
import { setAsideFindings } from '#office/set-aside-findings.ts';
import { skipHearing } from '#office/skip-hearing.ts';
import { startHearing } from '#office/start-hearing.ts';
import { type Route, route } from '../route.ts';
import { id, instant, pageOf, paging, words } from '../shapes.ts';
import { appealRoutes } from './appeals.ts';
import { circularRoutes } from './circulars.ts';
import { findingKind, findingLine, findingState, findingView, review } from './finding-shapes.ts';

const campaign = z.object({ campaign: id });
const several = z.array(id).min(1).max(200);
const count = z.number();
const reviews = z.object({
  open: count,
  second: count,
  accepted: count,
  'set-aside': count,
  merged: count,
});
const change = z.enum(['new', 'mended', 'still-open', 'reopened', 'not-measured']);

/** Review of findings, the hearing, explanations, appeals and circulars. */
export const hearingRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/findings',
    restsOn: ['campaigns', 'register'],
    entrance: 'finding.read',
    tag: 'findings',
    summary: 'Findings by campaign, site, unit, state, review, kind or the line that charges them',
    query: z.object({
      campaign: id.optional(),
      site: id.optional(),
      unit: id.optional(),
      state: findingState.optional(),
      review: review.optional(),
      kind: findingKind.optional(),
      indicator: z.string().max(80).optional(),
      reviewable: z.literal('yes').optional(),
      ...paging,
    }),
    answer: pageOf(findingLine),
    whole: (desk, { query }, most) => askAllFindings(desk, query, most),
    handle: (desk, { query }) => askFindings(desk, query),
  }),
  route({
    method: 'get',
    path: '/findings/{finding}',
    entrance: 'finding.read',
    tag: 'findings',
    summary: 'One finding: evidence, clause, arithmetic, what unit and office said of it',
    params: z.object({ finding: id }),
    answer: findingView,
    handle: (desk, { params }) => askFinding(desk, params.finding),
  }),
  route({
    method: 'post',
    path: '/findings/acceptances',
    entrance: 'finding.review',
    tag: 'findings',
    summary: 'Accept findings, all or none; grave kinds need a second person',
    body: z.object({ findings: several, reason: words.nullable().default(null) }),
    handle: async (desk, { body }) => void (await acceptFindings(desk, body.findings, body.reason)),
  }),
  route({
    method: 'post',
    path: '/findings/settings-aside',
    entrance: 'finding.review',
    tag: 'findings',
    summary: 'Set findings aside with a reason, all or none; grave kinds need a second person',
    body: z.object({ findings: several, reason: words }),
    handle: async (desk, { body }) =>
      void (await setAsideFindings(desk, body.findings, body.reason)),
  }),
  route({
    method: 'post',
    path: '/findings/{finding}/merges',
    entrance: 'finding.review',
    tag: 'findings',
    summary: 'Merge other findings of the same inspection into this one',
    params: z.object({ finding: id }),
    body: z.object({ findings: several, reason: words }),
    handle: async (desk, { params, body }) =>
      void (await mergeFindings(desk, params.finding, body.findings, body.reason)),
  }),
  route({
    method: 'post',
    path: '/findings/reopenings',
    entrance: 'finding.review',
    tag: 'findings',
    summary: 'Undo reviews, all or none',
    body: z.object({ findings: several, reason: words }),
    handle: async (desk, { body }) => void (await reopenFindings(desk, body.findings, body.reason)),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/review-counts',
    entrance: 'campaign.read',
    tag: 'findings',
    summary: 'How many findings of a campaign are reviewed, and how many are left',
    params: campaign,
    answer: z.object({ confirmed: reviews, suspected: reviews, left: count }),
    handle: (desk, { params }) => askReviewCounts(desk, params.campaign),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/comparison',
    entrance: 'finding.read',
    tag: 'findings',
    summary: 'What became of each charged finding since an earlier round',
    params: campaign,
    query: z.object({ before: id, site: id.optional() }),
    answer: z.object({
      before: count,
      after: count,
      counts: z.record(change, count),
      changes: z.array(
        z.object({
          change,
          siteId: count,
          findingId: count,
          key: z.string(),
          unit: z.string(),
          kind: findingKind,
          sentence: z.string(),
        }),
      ),
    }),
    handle: (desk, { params, query }) => askComparison(desk, { after: params.campaign, ...query }),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/hearing',
    entrance: 'campaign.lead',
    tag: 'hearing',
    summary: 'Show the units their preliminary results and hear them until the clock ends',
    params: campaign,
    answer: z.object({ until: instant }),
    handle: (desk, { params }) => startHearing(desk, params.campaign),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/hearing-skipped',
    entrance: 'campaign.lead',
    tag: 'hearing',
    summary: 'Go without a hearing, with a reason, once everything is reviewed',
    params: campaign,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await skipHearing(desk, params.campaign, body.reason)),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/review-reopened',
    entrance: 'campaign.lead',
    tag: 'hearing',
    summary: 'Take a drafted campaign back to review',
    params: campaign,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await reopenReview(desk, params.campaign, body.reason)),
  }),
  ...appealRoutes,
  ...circularRoutes,
];
