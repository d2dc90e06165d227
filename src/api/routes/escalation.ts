import { z } from '@hono/zod-openapi';
import type { EscalationFacts } from '#domain/escalation.ts';
import { escalationSteps } from '#domain/ladder.ts';
import { moves, type StateOf } from '#domain/moves.ts';
import { askEscalation, askEscalations, askTalk, askTalks } from '#office/ask-orders.ts';
import { carryOutEscalation } from '#office/carry-out-escalation.ts';
import { decideEscalation } from '#office/decide-escalation.ts';
import { escalationTerms } from '#office/escalation-terms.ts';
import { followUpTalk } from '#office/follow-up-talk.ts';
import { holdTalk } from '#office/hold-talk.ts';
import { proposeEscalations } from '#office/propose-escalations.ts';
import { recordOutcome } from '#office/record-outcome.ts';
import { scheduleTalk } from '#office/schedule-talk.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, pageOf, paging, plain, words } from '../shapes.ts';

const state = z.enum(
  Object.keys(moves.escalation) as [StateOf<'escalation'>, ...StateOf<'escalation'>[]],
);
const talkState = z.enum(Object.keys(moves.talk) as [StateOf<'talk'>, ...StateOf<'talk'>[]]);

const draft = z.object({
  title: z.string().min(1).max(200),
  salutation: z.string().max(200),
  paragraphs: z.array(z.string().min(1).max(2000)).min(1).max(30),
});

const step = z.object({
  id: z.number(),
  unitId: z.number(),
  unit: z.string(),
  orderId: z.number().nullable(),
  step: z.enum(escalationSteps),
  rule: z.string(),
  facts: plain<EscalationFacts>('What the step was proposed on'),
  draft,
  state,
  proposedAt: instant,
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  carriedOutAt: instant.nullable(),
  outcome: z.string().nullable(),
  version: z.number(),
});

const attendee = z.object({ name: z.string().min(1).max(40), post: z.string().min(1).max(100) });

const talk = z.object({
  id: z.number(),
  escalationId: z.number(),
  unitId: z.number(),
  unit: z.string(),
  state: talkState,
  scheduledFor: instant.nullable(),
  talkPlace: z.string().nullable(),
  attendees: z.array(attendee),
  facts: z.string().nullable(),
  promises: z.array(z.object({ text: z.string(), dueOn: day, keptAt: instant.nullable() })),
  heldAt: instant.nullable(),
  followedUpAt: instant.nullable(),
  version: z.number(),
});

const escalation = z.object({ escalation: id });
const ofTalk = z.object({ talk: id });

/** Steps of the ladder, each decided by a person, and admonition talks (约谈). */
export const escalationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/escalations',
    restsOn: ['orders', 'campaigns', 'register'],
    entrance: 'escalation.read',
    tag: 'escalation',
    summary: 'Steps of the ladder, newest first; a unit sees what was carried out',
    query: z.object({
      state: state.optional(),
      unit: id.optional(),
      order: id.optional(),
      ...paging,
    }),
    answer: pageOf(step),
    handle: (desk, { query }) => askEscalations(desk, query),
  }),
  route({
    method: 'post',
    path: '/escalations/proposals',
    entrance: 'escalation.record',
    tag: 'escalation',
    summary: 'Hold the ladder against the orders of the own region now, not only in the morning',
    answer: z.object({ proposed: z.array(z.number()) }),
    status: 201,
    handle: async (desk) => ({ proposed: await proposeEscalations(desk, escalationTerms()) }),
  }),
  route({
    method: 'get',
    path: '/escalations/{escalation}',
    entrance: 'escalation.read',
    tag: 'escalation',
    summary: 'One step with its facts and its letter',
    params: escalation,
    answer: step,
    handle: (desk, { params }) => askEscalation(desk, params.escalation),
  }),
  route({
    method: 'post',
    path: '/escalations/{escalation}/decision',
    entrance: 'escalation.decide',
    tag: 'escalation',
    summary: 'Take a proposed step, or not, with the reason',
    params: escalation,
    body: z.object({ isTaken: z.boolean(), reason: words, draft: draft.nullable().default(null) }),
    handle: async (desk, { params, body }) =>
      void (await decideEscalation(desk, params.escalation, body)),
  }),
  route({
    method: 'post',
    path: '/escalations/{escalation}/carrying-out',
    entrance: 'escalation.record',
    tag: 'escalation',
    summary: 'Carry out a step that was decided; a talk is opened',
    params: escalation,
    answer: z.object({ talkId: z.number().nullable() }),
    handle: async (desk, { params }) => ({
      talkId: await carryOutEscalation(desk, params.escalation),
    }),
  }),
  route({
    method: 'post',
    path: '/escalations/{escalation}/outcome',
    entrance: 'escalation.record',
    tag: 'escalation',
    summary: 'Write down what a step has come to',
    params: escalation,
    body: z.object({ outcome: words }),
    handle: async (desk, { params, body }) =>
      void (await recordOutcome(desk, params.escalation, body.outcome)),
  }),
  ...talkRoutes(),
];

function talkRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/talks',
      restsOn: ['orders', 'campaigns', 'register'],
      entrance: 'escalation.read',
      tag: 'escalation',
      summary: 'Admonition talks, newest first',
      query: z.object({ state: talkState.optional(), unit: id.optional(), ...paging }),
      answer: pageOf(talk),
      handle: (desk, { query }) => askTalks(desk, query),
    }),
    route({
      method: 'get',
      path: '/talks/{talk}',
      entrance: 'escalation.read',
      tag: 'escalation',
      summary: 'One talk: who came, what was found, what was promised',
      params: ofTalk,
      answer: talk,
      handle: (desk, { params }) => askTalk(desk, params.talk),
    }),
    route({
      method: 'post',
      path: '/talks/{talk}/schedule',
      entrance: 'escalation.decide',
      tag: 'escalation',
      summary: 'Give a talk its day and place',
      params: ofTalk,
      body: z.object({ at: instant, place: z.string().trim().min(1).max(200) }),
      handle: async (desk, { params, body }) => void (await scheduleTalk(desk, params.talk, body)),
    }),
    route({
      method: 'post',
      path: '/talks/{talk}/record',
      entrance: 'escalation.record',
      tag: 'escalation',
      summary: 'Record a talk that was held',
      params: ofTalk,
      body: z.object({
        attendees: z.array(attendee).min(1).max(50),
        facts: z.string().trim().min(1).max(8000),
        promises: z.array(z.object({ text: words, dueOn: day })).max(50),
      }),
      handle: async (desk, { params, body }) => void (await holdTalk(desk, params.talk, body)),
    }),
    route({
      method: 'post',
      path: '/talks/{talk}/follow-up',
      entrance: 'escalation.record',
      tag: 'escalation',
      summary: 'End a talk: which promises were kept, and what of the others',
      params: ofTalk,
      body: z.object({
        kept: z.array(z.number().int().min(0)).max(50),
        reason: words.nullable().default(null),
      }),
      handle: async (desk, { params, body }) => void (await followUpTalk(desk, params.talk, body)),
    }),
  ];
}
