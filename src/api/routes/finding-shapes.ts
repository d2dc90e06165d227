import { z } from '@hono/zod-openapi';
import type { Standing } from '#domain/campaign.ts';
import { type Finding, findingKinds } from '#domain/finding.ts';
import { moves, type StateOf, type Thing } from '#domain/moves.ts';
import type { Indicator } from '#domain/rubric.ts';
import { day, instant, plain } from '../shapes.ts';

// Shapes of findings and of what is said of them.

/** The states of a thing. */
export function statesOf<T extends Thing>(thing: T) {
  return z.enum(Object.keys(moves[thing]) as [StateOf<T>, ...StateOf<T>[]]);
}

export const findingKind = z.enum(findingKinds);
export const findingState = z.enum(['suspected', 'confirmed', 'dropped', 'unmeasured']);
export const review = statesOf('review');

const person = z.number().nullable();
const reviewed = {
  id: z.number(),
  campaignId: z.number(),
  inspectionId: z.number(),
  siteId: z.number(),
  state: findingState,
  review,
  proposed: z.enum(['accepted', 'set-aside']).nullable(),
  reviewReason: z.string().nullable(),
  reviewedBy: person,
  secondedBy: person,
  mergedInto: z.number().nullable(),
  isCharged: z.boolean(),
  sentence: z.string(),
  version: z.number(),
};

export const findingLine = z.object({
  ...reviewed,
  siteKey: z.string(),
  unitId: z.number(),
  unit: z.string(),
  key: z.string(),
  kind: findingKind,
  isReviewable: z.boolean(),
  needsTwo: z.boolean(),
  url: z.string(),
  indicator: z.string().nullable(),
  appeals: z.array(statesOf('appeal')),
  explanations: z.array(z.object({ state: statesOf('explanation'), validUntil: day.nullable() })),
});

const explanation = z.object({
  id: z.number(),
  findingId: z.number(),
  state: statesOf('explanation'),
  statement: z.string(),
  proof: z.string().nullable(),
  claimedBy: z.number(),
  claimedAt: instant,
  decidedBy: person,
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
  validUntil: day.nullable(),
  voidedAt: instant.nullable(),
  version: z.number(),
});

export const explanationLine = explanation.extend({
  campaignId: z.number(),
  siteId: z.number(),
  kind: findingKind,
  unit: z.string(),
});

export const appeal = z.object({
  id: z.number(),
  findingId: z.number(),
  campaignId: z.number(),
  siteId: z.number(),
  kind: findingKind,
  unit: z.string(),
  state: statesOf('appeal'),
  grounds: z.string(),
  proof: z.string().nullable(),
  filedBy: z.number(),
  filedAt: instant,
  assignedTo: person,
  decidedBy: person,
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
  before: plain<Standing>('Verdict, score (hundredths) and rank before').nullable(),
  after: plain<Standing>('The same after an upheld appeal').nullable(),
  version: z.number(),
});

export const findingView = z.object({
  ...reviewed,
  finding: plain<Finding>('As in result.json, with its evidence'),
  indicator: plain<Indicator>('The line of the rubric that takes it').nullable(),
  isVeto: z.boolean(),
  sum: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  explanations: z.array(explanation),
  appeals: z.array(appeal),
  hearingUntil: instant.nullable(),
});
