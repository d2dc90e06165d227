import { z } from '@hono/zod-openapi';
import { acceptInquiry } from '#office/accept-inquiry.ts';
import { askBack } from '#office/ask-back.ts';
import { askExtension, MOST_EXTENSION } from '#office/ask-extension.ts';
import { askInquiries, askInquiry } from '#office/ask-matters.ts';
import { assignMatter } from '#office/assign-matter.ts';
import { decideExtension } from '#office/decide-extension.ts';
import { draftAnswer } from '#office/draft-answer.ts';
import { goOnWithoutReply } from '#office/go-on-without-reply.ts';
import { mergeMatters } from '#office/merge-matters.ts';
import { publishWithheld, withholdPublished } from '#office/change-publication.ts';
import { readContact } from '#office/read-contact.ts';
import { refuseMatter } from '#office/refuse-matter.ts';
import { returnMatter } from '#office/return-matter.ts';
import { reviewAnswer } from '#office/review-answer.ts';
import { setComplexity } from '#office/set-complexity.ts';
import { takeUpMatter } from '#office/take-up-matter.ts';
import { type Route, route } from '../route.ts';
import { id, pageOf, plain, words } from '../shapes.ts';
import { helperRoutes } from './inquiry-helpers.ts';
import {
  assignmentShape,
  complexity,
  contactShape,
  inquiryKind,
  inquiryState,
  longText,
  matterLine,
  mattersAsked,
  mergeShape,
  refusalShape,
  withholdReason,
} from './matter-shapes.ts';

const inquiry = z.object({ inquiry: id });
const ref = (of: number) => ({ thing: 'inquiry', id: of }) as const;
const tag = 'inquiries';
const title = z.string().min(1).max(100).optional();
const question = z.string().min(1).max(5000).optional();

/** Inquiries (网络问政) for the office and the units. Citizens write by the routes of the public. */
export const inquiryRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/inquiries',
    entrance: 'matter.read',
    tag,
    summary: 'Inquiries by queue and filter: newest first, of what is due the soonest first',
    query: z.object({
      state: inquiryState.optional(),
      kind: inquiryKind.optional(),
      ...mattersAsked,
    }),
    answer: pageOf(
      z.object({
        ...matterLine,
        state: inquiryState,
        kind: inquiryKind,
        complexity,
        title: z.string(),
        extension: z.enum(['none', 'asked', 'granted', 'refused']),
      }),
    ),
    handle: (desk, { query }) => askInquiries(desk, query),
  }),
  route({
    method: 'get',
    path: '/inquiries/{inquiry}',
    entrance: 'matter.read',
    tag,
    summary: 'One inquiry: history, helpers, draft, what to look at in it, time left',
    params: inquiry,
    answer: plain<Awaited<ReturnType<typeof askInquiry>>>('docs/public-matters.md'),
    handle: (desk, { params }) => askInquiry(desk, params.inquiry),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/assignment',
    entrance: 'matter.triage',
    tag,
    summary: 'Give an inquiry to a unit, as an ordinary or a complex one',
    params: inquiry,
    body: assignmentShape.omit({ siteId: true }),
    handle: async (desk, { params, body }) =>
      void (await assignMatter(desk, ref(params.inquiry), body)),
  }),
  route({
    method: 'put',
    path: '/inquiries/{inquiry}/complexity',
    entrance: 'matter.triage',
    tag,
    summary: 'Find an inquiry to be complex, or not to be: its clock is counted anew',
    params: inquiry,
    body: z.object({ complexity }),
    handle: async (desk, { params, body }) =>
      void (await setComplexity(desk, params.inquiry, body.complexity)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/acceptance',
    entrance: 'matter.answer',
    tag,
    summary: 'The unit takes the inquiry on and answers for it from now on',
    params: inquiry,
    handle: async (desk, { params }) => void (await acceptInquiry(desk, params.inquiry)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/return',
    entrance: 'matter.answer',
    tag,
    summary: 'The unit says that it is not the one, once and with a reason',
    params: inquiry,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await returnMatter(desk, ref(params.inquiry), body.reason)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/refusal',
    entrance: 'matter.triage',
    tag,
    summary: 'Do not take an inquiry up, for a reason of the list',
    params: inquiry,
    body: refusalShape,
    handle: async (desk, { params, body }) =>
      void (await refuseMatter(desk, ref(params.inquiry), body)),
  }),
  route({
    method: 'delete',
    path: '/inquiries/{inquiry}/refusal',
    entrance: 'matter.triage',
    tag,
    summary: 'Take up what was refused',
    params: inquiry,
    handle: async (desk, { params }) => void (await takeUpMatter(desk, ref(params.inquiry))),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/merging',
    entrance: 'matter.triage',
    tag,
    summary: 'Merge letters of the same content into this one; every writer is answered',
    params: inquiry,
    body: mergeShape,
    answer: z.object({ merged: z.number() }),
    handle: async (desk, { params, body }) => ({
      merged: await mergeMatters(desk, ref(params.inquiry), body.ids),
    }),
  }),
  ...helperRoutes,
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/question',
    entrance: 'matter.answer',
    tag,
    summary: 'Ask the writer something; the clock stands until the answer',
    params: inquiry,
    body: z.object({ question: words }),
    handle: async (desk, { params, body }) =>
      void (await askBack(desk, params.inquiry, body.question)),
  }),
  route({
    method: 'delete',
    path: '/inquiries/{inquiry}/question',
    entrance: 'matter.answer',
    tag,
    summary: 'Go on without the writer’s answer; the clock goes on too',
    params: inquiry,
    query: z.object({ reason: words }),
    handle: async (desk, { params, query }) =>
      void (await goOnWithoutReply(desk, params.inquiry, query.reason)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/extension',
    entrance: 'matter.answer',
    tag,
    summary: 'Ask for more time, once',
    params: inquiry,
    body: z.object({ amount: z.number().int().min(1).max(MOST_EXTENSION), reason: words }),
    handle: async (desk, { params, body }) => void (await askExtension(desk, params.inquiry, body)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/extension/decision',
    entrance: 'matter.extend',
    tag,
    summary: 'Grant more time, or do not',
    params: inquiry,
    body: z.object({ isGranted: z.boolean(), reason: words }),
    handle: async (desk, { params, body }) =>
      void (await decideExtension(desk, params.inquiry, body)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/answer',
    entrance: 'matter.answer',
    tag,
    summary:
      'Hand in an answer for review; what would be public is proposed with personal data masked',
    params: inquiry,
    body: z.object({
      answer: longText,
      withhold: withholdReason.optional(),
      title,
      question,
      publicAnswer: longText.optional(),
    }),
    handle: async (desk, { params, body }) => void (await draftAnswer(desk, params.inquiry, body)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/review',
    entrance: 'matter.review',
    tag,
    summary: 'Publish an answer, withhold it for a reason of the list, or send it back',
    params: inquiry,
    body: z.discriminatedUnion('decision', [
      z.object({
        decision: z.literal('publish'),
        title,
        question,
        answer: longText.optional(),
      }),
      z.object({ decision: z.literal('withhold'), reason: withholdReason }),
      z.object({ decision: z.literal('send-back'), reason: words }),
    ]),
    handle: async (desk, { params, body }) => void (await reviewAnswer(desk, params.inquiry, body)),
  }),
  route({
    method: 'put',
    path: '/inquiries/{inquiry}/publication',
    entrance: 'matter.review',
    tag,
    summary: 'Publish what was answered and withheld',
    params: inquiry,
    body: z.object({ title, question, answer: longText.optional() }),
    handle: async (desk, { params, body }) =>
      void (await publishWithheld(desk, params.inquiry, body)),
  }),
  route({
    method: 'delete',
    path: '/inquiries/{inquiry}/publication',
    entrance: 'matter.review',
    tag,
    summary: 'Take an answer from the public, for a reason of the list',
    params: inquiry,
    query: z.object({ reason: withholdReason }),
    handle: async (desk, { params, query }) =>
      void (await withholdPublished(desk, params.inquiry, query.reason)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/contact',
    entrance: 'matter.contact',
    tag,
    summary: 'How the writer may be reached; who read it, and why, stands in the ledger',
    params: inquiry,
    body: z.object({ reason: words }),
    answer: contactShape,
    handle: (desk, { params, body }) => readContact(desk, ref(params.inquiry), body.reason),
  }),
];
