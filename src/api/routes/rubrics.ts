import { z } from '@hono/zod-openapi';
import type { Rubric, RubricWarning } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import {
  askCampaignRubric,
  askRubric,
  askRubricDifferences,
  askRubrics,
} from '#office/ask-rubrics.ts';
import { tryRubric } from '#office/try-rubric.ts';
import { type Route, route } from '../route.ts';
import { id, pageOf, plain } from '../shapes.ts';

const tag = 'rubrics';
const name = z.string().min(1).max(60);
const bilingual = z.object({ zh: z.string(), en: z.string() });
const ref = plain<RubricRef>('Which rubric, exactly');
const view = z.object({
  rubric: plain<Rubric>('As docs/rubric-format.md describes it, points in hundredths'),
  warnings: z.array(plain<RubricWarning>('What its reader should know')),
});
const judged = z.object({
  verdict: z.enum(['pass', 'fail', 'incomplete']),
  score: z.number().nullable(),
});

/** The law: read, compared, tried on a round. */
export const rubricRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/rubrics',
    entrance: 'signed-in',
    tag,
    summary: 'The rubrics that come with the program',
    answer: pageOf(
      z.object({
        ref,
        title: bilingual,
        vetoes: z.number(),
        deductions: z.number(),
        bonus: z.number(),
      }),
    ),
    handle: () => askRubrics(),
  }),
  route({
    method: 'get',
    path: '/rubrics/{rubric}',
    entrance: 'signed-in',
    tag,
    summary: 'One rubric, whole, with what its reader should know of it',
    params: z.object({ rubric: name }),
    answer: view,
    handle: (_desk, { params }) => askRubric(params.rubric),
  }),
  route({
    method: 'get',
    path: '/rubrics/{rubric}/differences',
    entrance: 'signed-in',
    tag,
    summary: 'Where another rubric differs from it',
    params: z.object({ rubric: name }),
    query: z.object({ other: name }),
    answer: z.object({
      differences: z.array(
        z.object({
          part: z.enum(['indicator', 'scale', 'class', 'term', 'advice']),
          where: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
    handle: (_desk, { params, query }) => askRubricDifferences(params.rubric, query.other),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/rubric',
    entrance: 'campaign.read',
    tag,
    summary: 'The rubric a campaign judges by, as it was kept with it',
    params: z.object({ campaign: id }),
    answer: view,
    handle: (desk, { params }) => askCampaignRubric(desk, params.campaign),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/what-if',
    entrance: 'finding.read',
    tag,
    summary: 'What every site would come to by another rubric or pass line; nothing is kept',
    params: z.object({ campaign: id }),
    query: z.object({
      rubric: name,
      overlay: name.optional(),
      passLine: z.coerce.number().min(0).max(1000).optional(),
    }),
    answer: z.object({
      rubric: ref,
      passLine: z.number(),
      sites: z.array(
        z.object({
          inspectionId: z.number(),
          siteId: z.number(),
          unit: z.string(),
          before: judged,
          after: judged,
        }),
      ),
    }),
    handle: (desk, { params, query: { rubric, overlay, passLine } }) =>
      tryRubric(desk, params.campaign, {
        rubric,
        overlays: overlay === undefined ? [] : [overlay],
        passLine,
      }),
  }),
];
