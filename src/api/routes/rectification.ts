import { z } from '@hono/zod-openapi';
import type { Evidence, Finding } from '#domain/finding.ts';
import { moves, type StateOf } from '#domain/moves.ts';
import type { Site } from '#domain/site.ts';
import { askOrder, askOrders, countSeenOrders } from '#office/ask-orders.ts';
import { askRepetitions } from '#office/ask-repetitions.ts';
import { closeOrder } from '#office/close-order.ts';
import { issueOrders } from '#office/issue-orders.ts';
import { receiveOrder } from '#office/receive-order.ts';
import { replyToOrder } from '#office/reply-to-order.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, pageOf, paging, plain, words } from '../shapes.ts';
import { deadline, deadlineRoutes } from './deadlines.ts';
import { escalationRoutes } from './escalation.ts';

const state = z.enum(Object.keys(moves.order) as [StateOf<'order'>, ...StateOf<'order'>[]]);
const sight = z.object({ at: instant, evidence: z.array(plain<Evidence>('A saved visit')) });

const head = {
  id: z.number(),
  campaignId: z.number(),
  campaign: z.string(),
  unitId: z.number(),
  unit: z.string(),
  state,
  issuedAt: instant,
  receivedAt: instant.nullable(),
  repliedAt: instant.nullable(),
  timesFailed: z.number(),
  closedAt: instant.nullable(),
  version: z.number(),
};

const item = z.object({
  id: z.number(),
  findingId: z.number(),
  siteId: z.number(),
  site: plain<Site>('The site as it was inspected'),
  key: z.string(),
  finding: plain<Finding>('As in result.json'),
  sentence: z.string(),
  answer: z.enum(['open', 'mended', 'cannot']),
  plan: z.string().nullable(),
  promisedOn: day.nullable(),
  recheck: z.enum(['none', 'passed', 'failed', 'unmeasured']),
  before: sight.nullable(),
  after: sight.nullable(),
  recheckedAt: instant.nullable(),
});

/** The clock it is to be mended by; null where none was started. */
const clock = deadline.nullable();

const answer = z.discriminatedUnion('answer', [
  z.object({ itemId: id, answer: z.literal('mended') }),
  z.object({ itemId: id, answer: z.literal('cannot'), plan: words, promisedOn: day }),
]);

const offence = z.object({
  siteId: z.number(),
  unit: z.string(),
  indicator: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  since: z.string(),
});

const order = z.object({ order: id });

/** Orders to mend (整改): issued, received, answered, closed. Rechecks are jobs. */
export const rectificationRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/campaigns/{campaign}/orders',
    entrance: 'order.issue',
    tag: 'rectification',
    summary: 'Order every unit with charged findings of a published campaign to mend them',
    params: z.object({ campaign: id }),
    answer: z.object({
      orders: z.array(z.number()),
      failed: z.array(z.object({ unitId: z.number(), unit: z.string(), problem: z.string() })),
    }),
    status: 201,
    handle: (desk, { params }) => issueOrders(desk, params.campaign),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/repetitions',
    entrance: 'campaign.read',
    tag: 'rectification',
    summary: 'Who was charged again with what the round before charged, and since when',
    params: z.object({ campaign: id }),
    answer: z.object({ items: z.array(offence) }),
    handle: async (desk, { params }) => ({ items: await askRepetitions(desk, params.campaign) }),
  }),
  route({
    method: 'get',
    path: '/orders',
    restsOn: ['orders', 'campaigns', 'register', 'deadlines'],
    tellsTime: true,
    entrance: 'order.read',
    tag: 'rectification',
    summary: 'Orders: the newest first, or what is due soonest',
    query: z.object({
      state: state.optional(),
      campaign: id.optional(),
      unit: id.optional(),
      region: id.optional(),
      open: z.enum(['yes', 'all']).default('all'),
      by: z.enum(['newest', 'due']).default('newest'),
      ...paging,
    }),
    answer: pageOf(z.object({ ...head, items: z.number(), open: z.number(), clock })),
    count: (desk, { query: { open, ...query } }, most) =>
      countSeenOrders(desk, { ...query, isOpen: open === 'yes', limit: most }),
    handle: (desk, { query: { open, ...query } }) =>
      askOrders(desk, { ...query, isOpen: open === 'yes' }),
  }),
  route({
    method: 'get',
    path: '/orders/{order}',
    entrance: 'order.read',
    tag: 'rectification',
    summary: 'One order: each finding with what was said, and what was seen before and after',
    params: order,
    answer: z.object({ ...head, items: z.array(item), clock }),
    handle: (desk, { params }) => askOrder(desk, params.order),
  }),
  route({
    method: 'post',
    path: '/orders/{order}/receipt',
    entrance: 'order.reply',
    tag: 'rectification',
    summary: 'The unit confirms that it has the order',
    params: order,
    handle: async (desk, { params }) => void (await receiveOrder(desk, params.order)),
  }),
  route({
    method: 'post',
    path: '/orders/{order}/reply',
    entrance: 'order.reply',
    tag: 'rectification',
    summary: 'The unit answers every open finding: mended, or a plan with a day',
    params: order,
    body: z.object({ answers: z.array(answer).min(1).max(1000) }),
    handle: async (desk, { params, body }) =>
      void (await replyToOrder(desk, params.order, body.answers)),
  }),
  route({
    method: 'post',
    path: '/orders/{order}/closing',
    entrance: 'order.close',
    tag: 'rectification',
    summary: 'Close an order whose findings were all seen to be gone',
    params: order,
    handle: async (desk, { params }) => void (await closeOrder(desk, params.order)),
  }),
  ...escalationRoutes,
  ...deadlineRoutes,
];
