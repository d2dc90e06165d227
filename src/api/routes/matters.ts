import { z } from '@hono/zod-openapi';
import type { Contradiction } from '#domain/circular.ts';
import { askQueues } from '#office/ask-matters.ts';
import { askMatterStatistics, type MatterStatistics } from '#office/ask-matter-statistics.ts';
import {
  addTemplate,
  askTemplates,
  changeTemplate,
  removeTemplate,
} from '#office/edit-templates.ts';
import { fillMatters } from '#office/fill-matters.ts';
import { moveMatters } from '#office/move-matters.ts';
import { askMatterDiscrepancies } from '#office/ask-discrepancies.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, made, pageOf, paging, plain, words } from '../shapes.ts';
import { longText } from './matter-shapes.ts';

const period = z.object({ from: day, to: day, cutoff: instant.optional() });
const title = z.string().trim().min(1).max(100);
const template = z.object({ template: id });
const count = z.record(z.string(), z.number());

/** What error reports and inquiries have in common: queues, figures, templates, successors. */
export const matterRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/matters/queues',
    entrance: 'matter.read',
    tag: 'matters',
    summary: 'How many error reports and inquiries wait in each queue',
    answer: z.object({ errorReports: count, inquiries: count }),
    handle: (desk) => askQueues(desk),
  }),
  route({
    method: 'get',
    path: '/matters/statistics',
    entrance: 'matter.read',
    tag: 'matters',
    summary: 'Every figure of what was received in a period, as of a moment',
    query: period,
    answer: plain<MatterStatistics>('Figures and definitions: docs/public-matters.md'),
    handle: (desk, { query }) => askMatterStatistics(desk, query),
  }),
  route({
    method: 'get',
    path: '/matters/discrepancies',
    entrance: 'matter.review',
    tag: 'matters',
    summary: 'Matters of a period of which the table says something else than the ledger',
    query: z.object({ from: day.optional(), to: day.optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          thing: z.enum(['error-report', 'inquiry']),
          id: z.number(),
          field: z.string(),
          table: z.string(),
          ledger: z.string(),
        }),
      ),
      next: z.number().nullable(),
    }),
    handle: (desk, { query }) => askMatterDiscrepancies(desk, query),
  }),
  route({
    method: 'post',
    path: '/units/{unit}/successor',
    entrance: 'matter.triage',
    tag: 'matters',
    summary: 'An institution changed: what the unit has not ended goes on with its successor',
    params: z.object({ unit: id }),
    body: z.object({ to: id, reason: words }),
    answer: z.object({ moved: z.number() }),
    handle: async (desk, { params, body }) => ({
      moved: await moveMatters(desk, { from: params.unit, ...body }),
    }),
  }),
  route({
    method: 'post',
    path: '/circulars/{circular}/matters',
    entrance: 'circular.draft',
    tag: 'circulars',
    summary: 'Fill sections (二) and (三) of a draft from the records; answers what contradicts',
    params: z.object({ circular: id }),
    body: z.object({ errorReports: period.optional(), inquiries: period.optional() }),
    answer: z.object({ contradictions: z.array(plain<Contradiction>('A figure and its data')) }),
    handle: async (desk, { params, body }) => ({
      contradictions: await fillMatters(desk, params.circular, body),
    }),
  }),
  route({
    method: 'get',
    path: '/answer-templates',
    entrance: 'matter.read',
    tag: 'matters',
    summary: 'Texts that answers may begin with: the office’s and the own unit’s',
    query: z.object(paging),
    answer: pageOf(
      z.object({
        id: z.number(),
        regionId: z.number(),
        unitId: z.number().nullable(),
        unit: z.string().nullable(),
        title: z.string(),
        text: z.string(),
        version: z.number(),
      }),
    ),
    handle: (desk, { query }) => askTemplates(desk, query),
  }),
  route({
    method: 'post',
    path: '/answer-templates',
    entrance: 'template.edit',
    tag: 'matters',
    summary: 'A new template, of a unit or of a whole region',
    body: z.object({
      of: z.union([z.object({ unitId: id }), z.object({ regionId: id })]),
      title,
      text: longText,
    }),
    answer: made,
    status: 201,
    handle: async (desk, { body }) => ({ id: await addTemplate(desk, body) }),
  }),
  route({
    method: 'put',
    path: '/answer-templates/{template}',
    entrance: 'template.edit',
    tag: 'matters',
    summary: 'Change a template that nobody changed since',
    params: template,
    body: z.object({ version: z.number().int(), title, text: longText }),
    handle: async (desk, { params, body }) =>
      void (await changeTemplate(desk, params.template, body)),
  }),
  route({
    method: 'delete',
    path: '/answer-templates/{template}',
    entrance: 'template.edit',
    tag: 'matters',
    summary: 'Remove a template',
    params: template,
    handle: async (desk, { params }) => void (await removeTemplate(desk, params.template)),
  }),
];
