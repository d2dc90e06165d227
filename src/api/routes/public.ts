import { z } from '@hono/zod-openapi';
import type { MatterSeen, PublishedInquiry } from '#domain/public-matter.ts';
import { answerAskBack } from '#office/answer-ask-back.ts';
import { askByReceipt } from '#office/ask-by-receipt.ts';
import { findSimilarReports, findSiteOfPage } from '#office/find-similar-reports.ts';
import { listPublishedInquiries, publishedInquiry } from '#office/list-published-inquiries.ts';
import { type MatterStatistics, publicStatistics } from '#office/ask-matter-statistics.ts';
import { rateMatter } from '#office/rate-matter.ts';
import { reopenMatter } from '#office/reopen-matter.ts';
import { submitErrorReport } from '#office/submit-error-report.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, pageOf, paging, plain, words } from '../shapes.ts';
import {
  contactShape,
  deadline,
  fault,
  inquiryKind,
  reportState,
  satisfaction,
  sought,
  submittedShape,
} from './matter-shapes.ts';

const tag = 'public';
const receipt = z.string().min(1).max(100);
const sender = {
  contact: contactShape.optional(),
  once: z.string().min(16).max(100).optional().openapi({
    description: 'A word made anew for each form: sent twice, it makes one matter',
  }),
};
const text = z.string().min(1).max(20_000);
const pageUrl = z.string().min(1).max(2100);

/**
 * What citizens may do, without an account. A receipt opens a matter; it travels in the body, never
 * in an address, which servers write into their logs.
 */
export const publicRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/public/error-reports',
    entrance: 'public',
    tag,
    summary: 'Report a fault of a page',
    body: z.object({ pageUrl, fault, text, ...sender }),
    secret: 'answered',
    answer: z.object({ ...submittedShape, siteId: z.number().nullable() }),
    status: 201,
    handle: async (desk, { body }) => {
      const { reportId: _id, ...submitted } = await submitErrorReport(desk, body);
      return submitted;
    },
  }),
  route({
    method: 'get',
    path: '/public/error-reports/similar',
    entrance: 'public',
    tag,
    summary: 'The site of a page, and open reports of the same page or site',
    query: z.object({ pageUrl }),
    answer: z.object({
      site: z.object({ siteId: z.number(), site: z.string(), unit: z.string() }).nullable(),
      reports: z.array(
        z.object({
          id: z.number(),
          pageUrl: z.string(),
          fault,
          submittedAt: instant,
          state: reportState,
          unit: z.string().nullable(),
          isSamePage: z.boolean(),
        }),
      ),
    }),
    handle: async (desk, { query }) => {
      const found = await findSiteOfPage(desk.db, query.pageUrl);
      const site = found && { siteId: found.siteId, site: found.site, unit: found.unit };
      return { site, reports: await findSimilarReports(desk.db, query) };
    },
  }),
  route({
    method: 'post',
    path: '/public/inquiries',
    entrance: 'public',
    tag,
    summary: 'Ask, complain, suggest or call for help',
    body: z.object({
      kind: inquiryKind,
      unitId: id.optional(),
      title: z.string().min(1).max(400),
      text,
      mayPublish: z.boolean(),
      ...sender,
    }),
    secret: 'answered',
    answer: z.object(submittedShape),
    status: 201,
    handle: async (desk, { body }) => {
      const { inquiryId: _id, ...submitted } = await submitInquiry(desk, body);
      return submitted;
    },
  }),
  route({
    method: 'get',
    path: '/public/inquiries',
    entrance: 'public',
    tag,
    summary: 'Questions and answers that are public, newest first',
    query: z.object({
      q: sought.optional(),
      kind: inquiryKind.optional(),
      unitId: id.optional(),
      ...paging,
    }),
    answer: pageOf(
      z.object({
        id: z.number(),
        kind: inquiryKind,
        title: z.string(),
        question: z.string(),
        answer: z.string(),
        unit: z.string(),
        unitId: z.number(),
        submittedAt: instant,
        publishedAt: instant,
        satisfaction: satisfaction.nullable(),
      }),
    ),
    handle: (desk, { query }) => listPublishedInquiries(desk.db, query),
  }),
  route({
    method: 'get',
    path: '/public/inquiries/{published}',
    entrance: 'public',
    tag,
    summary: 'One question and its answer',
    params: z.object({ published: id }),
    answer: plain<PublishedInquiry>('docs/public-matters.md'),
    handle: (desk, { params }) => publishedInquiry(desk.db, params.published),
  }),
  route({
    method: 'get',
    path: '/public/statistics',
    entrance: 'public',
    tag,
    summary: 'Figures of error reports and inquiries of a period, as of now',
    query: z.object({ from: day, to: day }),
    answer: plain<MatterStatistics>('Figures and definitions: docs/public-matters.md'),
    handle: (desk, { query }) => publicStatistics(desk.db, query, desk.now()),
  }),
  route({
    method: 'post',
    path: '/public/matter',
    entrance: 'public',
    tag,
    summary: 'The matter that a receipt opens, as its writer may see it',
    body: z.object({ receipt }),
    answer: plain<MatterSeen>('docs/public-matters.md'),
    handle: (desk, { body }) => askByReceipt(desk, body.receipt),
  }),
  route({
    method: 'post',
    path: '/public/matter/reply',
    entrance: 'public',
    tag,
    summary: 'Answer what the unit asks; the clock goes on',
    body: z.object({ receipt, text }),
    handle: async (desk, { body }) => void (await answerAskBack(desk, body.receipt, body)),
  }),
  route({
    method: 'post',
    path: '/public/matter/rating',
    entrance: 'public',
    tag,
    summary: 'Say how satisfying the answer was, once for each answer',
    body: z.object({ receipt, satisfaction, comment: z.string().max(1000).optional() }),
    handle: async (desk, { body }) => void (await rateMatter(desk, body.receipt, body)),
  }),
  route({
    method: 'post',
    path: '/public/matter/reopening',
    entrance: 'public',
    tag,
    summary: 'Have a matter handled again, once, within ten days',
    body: z.object({ receipt, reason: words }),
    answer: z.object({ dueAt: instant, computation: deadline }),
    handle: (desk, { body }) => reopenMatter(desk, body.receipt, body),
  }),
];
