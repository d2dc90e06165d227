import { z } from '@hono/zod-openapi';
import { askExplanations } from '#office/ask-explanations.ts';
import { askReviewers } from '#office/ask-reviewers.ts';
import { askAppeals } from '#office/ask-appeals.ts';
import { assignAppeal } from '#office/assign-appeal.ts';
import { claimExplanation } from '#office/claim-explanation.ts';
import { decideAppeal } from '#office/decide-appeal.ts';
import { decideExplanation } from '#office/decide-explanation.ts';
import { fileAppeal } from '#office/file-appeal.ts';
import { voidExplanation } from '#office/void-explanation.ts';
import { withdrawAppeal } from '#office/withdraw-appeal.ts';
import { type Route, route } from '../route.ts';
import { day, id, made, pageOf, paging, words } from '../shapes.ts';
import { appeal, explanationLine, statesOf } from './finding-shapes.ts';

const proof = words.nullable().default(null);
const ofFinding = z.object({ finding: id });
const ofAppeal = z.object({ appeal: id });
const ofExplanation = z.object({ explanation: id });

/** Explanations and appeals of the units, and how they are decided. */
export const appealRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/findings/{finding}/explanations',
    entrance: 'explanation.claim',
    tag: 'hearing',
    summary: 'The unit explains a charged finding: nothing happened this year',
    params: ofFinding,
    body: z.object({ statement: words, proof }),
    answer: made,
    status: 201,
    handle: async (desk, { params, body }) => ({
      id: await claimExplanation(desk, params.finding, body),
    }),
  }),
  route({
    method: 'get',
    path: '/explanations',
    entrance: 'explanation.read',
    tag: 'hearing',
    summary: 'Explanations, newest first',
    query: z.object({
      campaign: id.optional(),
      state: statesOf('explanation').optional(),
      ...paging,
    }),
    answer: pageOf(explanationLine),
    handle: (desk, { query }) => askExplanations(desk, query),
  }),
  route({
    method: 'get',
    path: '/appeals/{appeal}/reviewers',
    entrance: 'appeal.assign',
    tag: 'hearing',
    summary: 'Who may be given an appeal: reviewers who did not review the finding',
    params: ofAppeal,
    answer: pageOf(z.object({ id: z.number(), name: z.string() })),
    handle: (desk, { params }) => askReviewers(desk, params.appeal),
  }),
  route({
    method: 'post',
    path: '/explanations/{explanation}/decision',
    entrance: 'explanation.decide',
    tag: 'hearing',
    summary: 'Approve an explanation until a day, or refuse it',
    params: ofExplanation,
    body: z.discriminatedUnion('approve', [
      z.object({ approve: z.literal(true), validUntil: day, decision: words }),
      z.object({ approve: z.literal(false), decision: words }),
    ]),
    handle: async (desk, { params, body }) =>
      void (await decideExplanation(desk, params.explanation, body)),
  }),
  route({
    method: 'post',
    path: '/explanations/{explanation}/voiding',
    entrance: 'explanation.decide',
    tag: 'hearing',
    summary: 'An approved explanation holds no more',
    params: ofExplanation,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await voidExplanation(desk, params.explanation, body.reason)),
  }),
  route({
    method: 'get',
    path: '/appeals',
    restsOn: ['campaigns', 'register'],
    entrance: 'appeal.read',
    tag: 'hearing',
    summary: 'Appeals, newest first',
    query: z.object({
      campaign: id.optional(),
      state: statesOf('appeal').optional(),
      assignedTo: id.optional(),
      ...paging,
    }),
    answer: pageOf(appeal),
    handle: (desk, { query }) => askAppeals(desk, query),
  }),
  route({
    method: 'post',
    path: '/findings/{finding}/appeals',
    entrance: 'appeal.file',
    tag: 'hearing',
    summary: 'The unit appeals against a charged finding, in time',
    params: ofFinding,
    body: z.object({ grounds: words, proof }),
    answer: made,
    status: 201,
    handle: async (desk, { params, body }) => ({
      id: await fileAppeal(desk, params.finding, body),
    }),
  }),
  route({
    method: 'post',
    path: '/appeals/{appeal}/assignment',
    entrance: 'appeal.assign',
    tag: 'hearing',
    summary: 'Give an appeal to a reviewer who did not review the finding',
    params: ofAppeal,
    body: z.object({ person: id }),
    handle: async (desk, { params, body }) =>
      void (await assignAppeal(desk, params.appeal, body.person)),
  }),
  route({
    method: 'post',
    path: '/appeals/{appeal}/withdrawal',
    entrance: 'appeal.file',
    tag: 'hearing',
    summary: 'The unit takes its appeal back',
    params: ofAppeal,
    handle: async (desk, { params }) => void (await withdrawAppeal(desk, params.appeal)),
  }),
  route({
    method: 'post',
    path: '/appeals/{appeal}/decision',
    entrance: 'appeal.decide',
    tag: 'hearing',
    summary: 'Uphold or refuse an appeal; upheld after publication, a correction is drafted',
    params: ofAppeal,
    body: z.object({ upheld: z.boolean(), decision: words }),
    handle: async (desk, { params, body }) => void (await decideAppeal(desk, params.appeal, body)),
  }),
];
