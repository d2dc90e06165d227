import { z } from '@hono/zod-openapi';
import { activateRubric, withdrawActivation } from '#office/activate-rubric.ts';
import { askActivations, rubricInForce } from '#office/ask-activations.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, made, pageOf, words } from '../shapes.ts';

const tag = 'rubrics';
const name = z.string().min(1).max(60);

/** Which law is in force where, and since when. */
export const rubricActivationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/rubric-activations',
    entrance: 'signed-in',
    tag,
    summary: 'Rubrics that are, were or will be in force, by region and day',
    answer: pageOf(
      z.object({
        id: z.number(),
        regionId: z.number(),
        region: z.string(),
        rubric: z.string(),
        version: z.string(),
        overlays: z.array(z.string()).readonly(),
        from: day,
        reason: z.string(),
        person: z.string().nullable(),
        at: instant,
        withdrawnAt: instant.nullable(),
        state: z.enum(['coming', 'in-force', 'replaced', 'withdrawn']),
      }),
    ),
    handle: (desk) => askActivations(desk),
  }),
  route({
    method: 'post',
    path: '/rubric-activations',
    entrance: 'rubric.activate',
    tag,
    summary: 'Put a rubric into force in a region from a day on, for campaigns opened afterwards',
    body: z.object({
      regionId: id,
      rubric: name,
      overlays: z.array(name).max(10).default([]),
      from: day,
      reason: words,
    }),
    answer: made,
    status: 201,
    handle: async (desk, { body }) => ({ id: await activateRubric(desk, body) }),
  }),
  route({
    method: 'delete',
    path: '/rubric-activations/{activation}',
    entrance: 'rubric.activate',
    tag,
    summary: 'Take an activation back before its day has come',
    params: z.object({ activation: id }),
    query: z.object({ reason: words }),
    handle: async (desk, { params, query }) =>
      void (await withdrawActivation(desk, params.activation, query.reason)),
  }),
  route({
    method: 'get',
    path: '/regions/{region}/rubric',
    entrance: 'signed-in',
    tag,
    summary: 'By what a campaign of a region judges as of a day unless it names another rubric',
    params: z.object({ region: id }),
    query: z.object({ day }),
    answer: z.object({
      rubric: z.string(),
      overlays: z.array(z.string()).readonly(),
      since: day.nullable(),
    }),
    handle: (desk, { params, query }) =>
      rubricInForce(desk.db, { regionId: params.region, day: query.day }),
  }),
];
