import { z } from '@hono/zod-openapi';
import { moves, type StateOf } from '#domain/moves.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import type { Site } from '#domain/site.ts';
import { askCapturedPage, askPicture } from '#office/ask-captured-page.ts';
import { askEvidence } from '#office/ask-evidence.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, plain } from '../shapes.ts';

const tag = 'findings';
const visitId = z.string().regex(/^[\w-]{1,80}$/);
const ofFinding = z.object({ finding: id });
const ofVisit = z.object({ finding: id, visit: visitId });
const text = z.string().nullable();
const count = z.number().nullable();
const sum = z.object({
  verdict: z.enum(['pass', 'fail', 'incomplete']),
  score: z.number().nullable(),
});

const visit = z.object({
  visit: z.string(),
  role: z.enum(['proof', 'found-on']),
  url: z.string(),
  finalUrl: z.string(),
  at: instant,
  look: z.number(),
  method: z.enum(['fetch', 'browser']),
  status: count,
  outcome: z.string(),
  detail: text,
  ms: count,
  bytes: count,
  hops: z.array(z.object({ url: z.string(), status: z.number(), location: z.string() })),
  request: text,
  response: text,
  bodyHash: text,
  excerpt: text,
  hasPage: z.boolean(),
  hasPicture: z.boolean(),
  problem: z.enum(['missing', 'damaged']).nullable(),
});

const evidence = z.object({
  findingId: z.number(),
  site: plain<Site>('The site as it was when the campaign began'),
  campaign: z.object({
    id: z.number(),
    name: z.string(),
    period: z.string(),
    asOf: day,
    state: z.enum(Object.keys(moves.campaign) as [StateOf<'campaign'>]),
    explanationsLift: z.boolean(),
  }),
  rubric: plain<RubricRef>('Which rubric, exactly'),
  visits: z.array(visit),
  seal: text,
  isArchived: z.boolean(),
  ledger: z.array(
    z.object({
      number: z.number(),
      at: instant,
      act: z.string(),
      thing: z.string(),
      reason: text,
      hash: z.string(),
      actor: text.openapi({ description: 'Shown to the office' }),
    }),
  ),
  people: z.array(z.object({ id: z.number(), name: z.string() })),
  sum: z.object({ charged: sum, lifted: sum }),
});

const page = z.object({
  url: z.string(),
  charset: z.string(),
  title: z.string(),
  lines: z.array(
    z.object({
      kind: z.enum(['heading', 'item', 'text']),
      pieces: z.array(z.object({ text: z.string(), href: text, isMarked: z.boolean() })),
    }),
  ),
  marks: z.number(),
  left: z.number(),
});

/** What stands behind a finding: looks, headers, hops, pages, pictures, ledger. */
export const evidenceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/findings/{finding}/evidence',
    entrance: 'finding.read',
    tag,
    summary:
      'Every look a finding rests on: headers, hops, hashes; its ledger, its part of the sum',
    params: ofFinding,
    answer: evidence,
    handle: (desk, { params }) => askEvidence(desk, params.finding),
  }),
  route({
    method: 'get',
    path: '/findings/{finding}/evidence/{visit}/page',
    entrance: 'finding.read',
    tag,
    summary: 'The captured page of a look as lines of words, deciding places marked, no markup',
    params: ofVisit,
    answer: page,
    handle: (desk, { params }) => askCapturedPage(desk, params.finding, params.visit),
  }),
  route({
    method: 'get',
    path: '/findings/{finding}/evidence/{visit}/picture',
    entrance: 'finding.read',
    tag,
    summary: 'The picture that was taken of a page a finding is about (JPEG)',
    params: ofVisit,
    download: true,
    handle: async (desk, { params }) => ({
      name: `${params.finding}-${params.visit}.jpg`,
      mediaType: 'image/jpeg',
      bytes: await askPicture(desk, params.finding, params.visit),
    }),
  }),
];
