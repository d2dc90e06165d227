import { z } from '@hono/zod-openapi';
import { addDays } from '#base/civil-date.ts';
import { askLedgerLines } from '#office/ask-ledger-lines.ts';
import { askLedger, askWhetherLedgerHolds } from '#office/ask-people.ts';
import { askLedgerHeads } from '#office/ask-ledger-heads.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, pageOf, paging } from '../shapes.ts';

/** A day begins at midnight in China. */
const startOf = (date: string): string => new Date(`${date}T00:00:00+08:00`).toISOString();

const entry = z.object({
  number: z.number(),
  at: instant,
  actor: z.string(),
  act: z.string(),
  thing: z.string(),
  thingId: z.number().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
  previousHash: z.string(),
  hash: z.string(),
});

/** What keeps the service honest: its clock and its ledger. */
export const operationsRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/clock',
    entrance: 'public',
    tag: 'ledger',
    summary: 'The time of the office: deadlines go by it. The demo has a clock of its own',
    answer: z.object({ now: instant, isDemo: z.boolean() }),
    handle: async (desk) => ({ now: desk.now(), isDemo: desk.worldNow !== undefined }),
  }),
  route({
    method: 'get',
    path: '/ledger',
    entrance: 'ledger.read',
    tag: 'ledger',
    summary: 'Acts that mattered, oldest first',
    query: z.object(paging),
    answer: pageOf(entry),
    handle: (desk, { query }) => askLedger(desk, query),
  }),
  route({
    method: 'get',
    path: '/ledger/lines',
    entrance: 'ledger.read',
    tag: 'ledger',
    summary: 'Lines that are sought, newest first: by act, thing, person or day',
    query: z.object({
      act: z.string().max(60).optional(),
      thing: z.string().max(40).optional(),
      thingId: id.optional(),
      actor: z.string().max(80).optional(),
      from: day.optional(),
      to: day.optional(),
      ...paging,
    }),
    answer: pageOf(entry.extend({ person: z.string().nullable() })),
    handle: (desk, { query: { from, to, ...rest } }) =>
      askLedgerLines(desk, {
        ...rest,
        ...(from !== undefined && { from: startOf(from) }),
        ...(to !== undefined && { until: startOf(addDays(to, 1)) }),
      }),
  }),
  route({
    method: 'get',
    path: '/ledger/heads',
    entrance: 'public',
    tag: 'ledger',
    summary: 'The last line of each day, to be kept or countersigned elsewhere; newest first',
    query: z.object(paging),
    answer: pageOf(z.object({ day, number: z.number(), hash: z.string() })),
    handle: (desk, { query }) => askLedgerHeads(desk, query),
  }),
  route({
    method: 'get',
    path: '/ledger/verification',
    entrance: 'ledger.read',
    tag: 'ledger',
    summary: 'Read the whole ledger: whether every line holds, and the first that does not',
    answer: z.object({
      lines: z.number(),
      head: z.string(),
      broken: z
        .object({ number: z.number(), why: z.enum(['hash', 'chain', 'missing']) })
        .nullable(),
    }),
    handle: (desk) => askWhetherLedgerHolds(desk),
  }),
];
