import { z } from '@hono/zod-openapi';
import { askLexicons } from '#office/ask-lexicons.ts';
import { type Route, route } from '../route.ts';
import { plain } from '../shapes.ts';

const lexicon = z.object({
  name: z.string(),
  version: z.string(),
  about: z.string(),
  value: plain<Record<string, unknown>>('The words, as their file has them'),
});

/** The words as data: read by everybody who works here. Rubrics have routes of their own. */
export const lexiconRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/lexicons',
    entrance: 'signed-in',
    tag: 'rubrics',
    summary: 'The words that the reader knows channels, dates and faults by',
    answer: z.object({ items: z.array(lexicon) }),
    handle: async () => ({ items: askLexicons() }),
  }),
];
