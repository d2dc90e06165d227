import { z } from '@hono/zod-openapi';
import type { Rubric, RubricWarning } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import { askLexicons, askRubric, askRubricDifferences, askRubrics } from '#office/ask-law.ts';
import { type Route, route } from '../route.ts';
import { pageOf, plain } from '../shapes.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
/** Ids of rubrics: `cn-census-2015`. */
const rubricId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/);

const head = z.object({
  ref: plain<RubricRef>('Which rubric, exactly'),
  title: bilingual,
  vetoes: z.number(),
  deductions: z.number(),
  bonus: z.number(),
});

const difference = z.object({
  part: z.enum(['indicator', 'scale', 'class', 'term', 'advice']),
  where: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const lexicon = z.object({
  name: z.string(),
  version: z.string(),
  about: z.string(),
  value: plain<Record<string, unknown>>('The words, as their file has them'),
});

/** The law and the words as data: read by everybody who works here. */
export const lawRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/rubrics',
    entrance: 'signed-in',
    tag: 'law',
    summary: 'The rubrics that come with the service',
    answer: pageOf(head),
    handle: async () => ({ items: askRubrics(), next: null }),
  }),
  route({
    method: 'get',
    path: '/rubrics/{rubric}',
    entrance: 'signed-in',
    tag: 'law',
    summary: 'One rubric: every line with its clause, its rule and how sure it is',
    params: z.object({ rubric: rubricId }),
    answer: z.object({
      rubric: plain<Rubric>('As rubrics/*.yaml says it'),
      warnings: z.array(plain<RubricWarning>('What its reader should know')),
    }),
    handle: async (_desk, { params }) => askRubric(params.rubric),
  }),
  route({
    method: 'get',
    path: '/rubrics/{rubric}/differences',
    entrance: 'signed-in',
    tag: 'law',
    summary: 'Where a rubric differs from another one',
    params: z.object({ rubric: rubricId }),
    query: z.object({ other: rubricId }),
    answer: z.object({ differences: z.array(difference) }),
    handle: async (_desk, { params, query }) => ({
      differences: askRubricDifferences(params.rubric, query.other),
    }),
  }),
  route({
    method: 'get',
    path: '/lexicons',
    entrance: 'signed-in',
    tag: 'law',
    summary: 'The words that the reader knows channels, dates and faults by',
    answer: z.object({ items: z.array(lexicon) }),
    handle: async () => ({ items: askLexicons() }),
  }),
];
