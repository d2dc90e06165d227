import { z } from '@hono/zod-openapi';
import { askViews, removeView, saveView } from '#office/keep-views.ts';
import { type Route, route } from '../route.ts';
import { id, made } from '../shapes.ts';

const tag = 'views';
const list = z.string().regex(/^[a-zA-Z-]{1,40}$/);
const name = z.string().trim().min(1).max(40);
const search = z.string().max(2000);

/** Views of lists that a person keeps: the same on every machine. */
export const savedViewRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/me/views',
    entrance: 'signed-in',
    tag,
    summary: 'The views of lists that the person who is signed in keeps',
    query: z.object({ list: list.optional() }),
    answer: z.object({ items: z.array(z.object({ id: z.number(), list, name, search })) }),
    handle: (desk, { query }) => askViews(desk, query.list),
  }),
  route({
    method: 'post',
    path: '/me/views',
    entrance: 'signed-in',
    tag,
    summary: 'Keep a view of a list; one of the same name is replaced',
    body: z.object({ list, name, search }),
    answer: made,
    status: 201,
    handle: async (desk, { body }) => ({ id: await saveView(desk, body) }),
  }),
  route({
    method: 'delete',
    path: '/me/views/{view}',
    entrance: 'signed-in',
    tag,
    summary: 'Forget a view',
    params: z.object({ view: id }),
    handle: async (desk, { params }) => void (await removeView(desk, params.view)),
  }),
];
