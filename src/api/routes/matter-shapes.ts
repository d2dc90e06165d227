import { z } from '@hono/zod-openapi';
import type { Deadline } from '#domain/deadline.ts';
import { faultNames, truthNames } from '#domain/error-report.ts';
import {
  complexities,
  inquiryKindNames,
  refusalReasonNames,
  withholdReasonNames,
} from '#domain/inquiry.ts';
import { moves, type StateOf } from '#domain/moves.ts';
import { satisfactionNames } from '#domain/public-matter.ts';
import type { TimeLeft } from '#domain/time-left.ts';
import { matterQueueNames } from '#office/ask-matters.ts';
import { day, id, instant, paging, plain } from '../shapes.ts';

// Shapes that routes of error reports and inquiries share.

type States<T extends 'error-report' | 'inquiry'> = [StateOf<T>, ...StateOf<T>[]];
export const reportState = z.enum(Object.keys(moves['error-report']) as States<'error-report'>);
export const inquiryState = z.enum(Object.keys(moves.inquiry) as States<'inquiry'>);
export const fault = z.enum(faultNames);
export const truth = z.enum(truthNames);
export const inquiryKind = z.enum(inquiryKindNames);
export const complexity = z.enum(complexities);
export const withholdReason = z.enum(withholdReasonNames);
export const refusalReason = z.enum(refusalReasonNames);
export const satisfaction = z.enum(satisfactionNames);
export const longText = z.string().min(1).max(8000);
export const deadline = plain<Deadline>('The clock with the steps of its computation');
export const left = plain<TimeLeft>('What is left of the time');
/** A single character is no word to search by. */
export const sought = z.string().trim().min(2).max(100);

/** How lists of matters are asked for. */
export const mattersAsked = {
  queue: z.enum(matterQueueNames).optional(),
  unit: id.optional(),
  q: sought.optional(),
  from: day.optional(),
  to: day.optional(),
  ...paging,
};

/** What a line of either list shows. */
export const matterLine = {
  id: z.number(),
  receivedAt: instant,
  unitId: z.number().nullable(),
  unit: z.string().nullable(),
  responsibleId: z.number().nullable(),
  responsible: z.string().nullable(),
  suspicion: z.array(z.string()),
  leadId: z.number().nullable(),
  isLate: z.boolean(),
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  reopenedAt: instant.nullable(),
  satisfaction: satisfaction.nullable(),
  version: z.number(),
  dueAt: instant,
  dueOn: day,
  left,
};

/** To whom a matter is given. */
export const assignmentShape = z.object({
  unitId: id,
  complexity: complexity.optional(),
  siteId: id.optional(),
  note: z.string().trim().max(2000).optional(),
});
export const refusalShape = z.object({
  reason: refusalReason,
  note: z.string().trim().max(1000).optional(),
});
export const mergeShape = z.object({ ids: z.array(id).min(1).max(500) });
export const contactShape = z.object({
  name: z.string().max(100).optional(),
  phone: z.string().max(40).optional(),
  email: z.string().max(260).optional(),
});
export const submittedShape = {
  receipt: z.string(),
  dueAt: instant,
  computation: deadline,
};
