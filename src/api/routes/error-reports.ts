import { z } from '@hono/zod-openapi';
import { reportedKinds } from '#domain/reported-kinds.ts';
import { addPicture } from '#office/add-picture.ts';
import { answerReport } from '#office/answer-report.ts';
import { askReport, askReports } from '#office/ask-matters.ts';
import { assignMatter } from '#office/assign-matter.ts';
import { closeReport } from '#office/close-report.ts';
import { judgeReport } from '#office/judge-report.ts';
import { mergeMatters } from '#office/merge-matters.ts';
import { readContact } from '#office/read-contact.ts';
import { refuseMatter } from '#office/refuse-matter.ts';
import { reportToFinding } from '#office/report-to-finding.ts';
import { returnMatter } from '#office/return-matter.ts';
import { sendBackReport } from '#office/send-back-report.ts';
import { takeUpMatter } from '#office/take-up-matter.ts';
import { askCapturePicture } from '#office/ask-capture.ts';
import { type Route, route } from '../route.ts';
import { id, made, pageOf, plain, words } from '../shapes.ts';
import {
  assignmentShape,
  contactShape,
  fault,
  longText,
  matterLine,
  mattersAsked,
  mergeShape,
  refusalShape,
  reportState,
  truth,
} from './matter-shapes.ts';

const report = z.object({ report: id });
const ref = (of: number) => ({ thing: 'error-report', id: of }) as const;
const tag = 'error-reports';

/** Error reports (找错) for the office and the units. Citizens write by the routes of the public. */
export const errorReportRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/error-reports',
    entrance: 'matter.read',
    tag,
    summary: 'Error reports by queue and filter: newest first, of what is due the soonest first',
    query: z.object({
      state: reportState.optional(),
      fault: fault.optional(),
      site: id.optional(),
      ...mattersAsked,
    }),
    answer: pageOf(
      z.object({
        ...matterLine,
        state: reportState,
        pageUrl: z.string(),
        fault,
        text: z.string(),
        siteId: z.number().nullable(),
        site: z.string().nullable(),
        unitTruth: truth.nullable(),
        truth: truth.nullable(),
      }),
    ),
    handle: (desk, { query }) => askReports(desk, query),
  }),
  route({
    method: 'get',
    path: '/error-reports/{report}',
    entrance: 'matter.read',
    tag,
    summary: 'One error report: what was written, answered and seen, and what is left of its time',
    params: report,
    answer: plain<Awaited<ReturnType<typeof askReport>>>('docs/public-matters.md'),
    handle: (desk, { params }) => askReport(desk, params.report),
  }),
  route({
    method: 'get',
    path: '/error-reports/{report}/captures/{capture}',
    entrance: 'matter.read',
    tag,
    summary: 'The picture of a captured page',
    params: z.object({ report: id, capture: id }),
    download: true,
    handle: (desk, { params }) => askCapturePicture(desk, params.report, params.capture),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/captures',
    entrance: 'matter.review',
    tag,
    summary: 'Add a picture (PNG) of the page that no machine could take',
    params: report,
    upload: { maxBytes: 4 << 20 },
    answer: made,
    status: 201,
    handle: async (desk, { params, upload }) => ({
      id: await addPicture(desk, params.report, upload ?? new Uint8Array()),
    }),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/assignment',
    entrance: 'matter.triage',
    tag,
    summary: 'Give a report to a unit, with the site where the register did not know it',
    params: report,
    body: assignmentShape,
    handle: async (desk, { params, body }) =>
      void (await assignMatter(desk, ref(params.report), body)),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/return',
    entrance: 'matter.answer',
    tag,
    summary: 'The unit says that it is not the one, once and with a reason',
    params: report,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await returnMatter(desk, ref(params.report), body.reason)),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/refusal',
    entrance: 'matter.triage',
    tag,
    summary: 'Do not take a report up, for a reason of the list',
    params: report,
    body: refusalShape,
    handle: async (desk, { params, body }) =>
      void (await refuseMatter(desk, ref(params.report), body)),
  }),
  route({
    method: 'delete',
    path: '/error-reports/{report}/refusal',
    entrance: 'matter.triage',
    tag,
    summary: 'Take up what was refused',
    params: report,
    handle: async (desk, { params }) => void (await takeUpMatter(desk, ref(params.report))),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/merging',
    entrance: 'matter.triage',
    tag,
    summary: 'Merge reports of the same fault into this one; every writer is answered',
    params: report,
    body: mergeShape,
    answer: z.object({ merged: z.number() }),
    handle: async (desk, { params, body }) => ({
      merged: await mergeMatters(desk, ref(params.report), body.ids),
    }),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/answer',
    entrance: 'matter.answer',
    tag,
    summary: 'The unit answers, and says whether the fault was there',
    params: report,
    body: z.object({ text: longText, truth }),
    handle: async (desk, { params, body }) => void (await answerReport(desk, params.report, body)),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/sending-back',
    entrance: 'matter.review',
    tag,
    summary: 'Send the answer back to the unit',
    params: report,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await sendBackReport(desk, params.report, body.reason)),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/closing',
    entrance: 'matter.review',
    tag,
    summary: 'Close an answered report and say whether the fault was there',
    params: report,
    body: z.object({ truth, publicText: z.string().min(1).max(5000).nullable().default(null) }),
    handle: async (desk, { params, body }) => void (await closeReport(desk, params.report, body)),
  }),
  route({
    method: 'put',
    path: '/error-reports/{report}/truth',
    entrance: 'matter.review',
    tag,
    summary: 'Find whether the fault was there, apart from any answer',
    params: report,
    body: z.object({ truth, reason: words }),
    handle: async (desk, { params, body }) => void (await judgeReport(desk, params.report, body)),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/finding',
    entrance: 'finding.review',
    tag,
    summary: 'Make a true fault a finding of a campaign that is under review',
    params: report,
    body: z.object({ campaignId: id, kind: z.enum(reportedKinds).optional() }),
    answer: made,
    status: 201,
    handle: async (desk, { params, body }) => ({
      id: await reportToFinding(desk, params.report, body),
    }),
  }),
  route({
    method: 'post',
    path: '/error-reports/{report}/contact',
    entrance: 'matter.contact',
    tag,
    summary: 'How the writer may be reached; who read it, and why, stands in the ledger',
    params: report,
    body: z.object({ reason: words }),
    answer: contactShape,
    handle: (desk, { params, body }) => readContact(desk, ref(params.report), body.reason),
  }),
];
