import { z } from '@hono/zod-openapi';
import { answerAsHelper } from '#office/answer-as-helper.ts';
import { askUnitsAround } from '#office/ask-units-around.ts';
import { askHelper } from '#office/ask-helper.ts';
import { releaseHelper } from '#office/release-helper.ts';
import { type Route, route } from '../route.ts';
import { id, words } from '../shapes.ts';
import { longText } from './matter-shapes.ts';

const inquiry = z.object({ inquiry: id });
const tag = 'inquiries';

/** Units that help with an inquiry (协办); the leading one answers. */
export const helperRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/helping-units',
    entrance: 'matter.read',
    tag,
    summary: 'Units that may be asked to help: of the own region, of those above and below',
    query: z.object({ q: z.string().trim().min(1).max(100).optional() }),
    answer: z.object({
      items: z.array(z.object({ id: z.number(), name: z.string(), region: z.string() })),
    }),
    handle: (desk, { query }) => askUnitsAround(desk, query.q),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/helpers',
    entrance: 'matter.answer',
    tag,
    summary: 'Ask another unit to help',
    params: inquiry,
    body: z.object({ unitId: id, reason: words }),
    handle: async (desk, { params, body }) => void (await askHelper(desk, params.inquiry, body)),
  }),
  route({
    method: 'post',
    path: '/inquiries/{inquiry}/opinion',
    entrance: 'matter.answer',
    tag,
    summary: 'A helping unit gives its opinion',
    params: inquiry,
    body: z.object({ opinion: longText }),
    handle: async (desk, { params, body }) =>
      void (await answerAsHelper(desk, params.inquiry, body.opinion)),
  }),
  route({
    method: 'delete',
    path: '/inquiries/{inquiry}/helpers/{helper}',
    entrance: 'matter.answer',
    tag,
    summary: 'Go on without a helper that has not spoken',
    params: z.object({ inquiry: id, helper: id }),
    query: z.object({ reason: words }),
    handle: async (desk, { params, query }) =>
      void (await releaseHelper(desk, params.inquiry, {
        unitId: params.helper,
        reason: query.reason,
      })),
  }),
];
