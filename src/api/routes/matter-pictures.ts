import { z } from '@hono/zod-openapi';
import { askMatterPicture, askMatterPictures } from '#office/matter-pictures.ts';
import { type Route, route } from '../route.ts';
import { id, instant } from '../shapes.ts';

const picture = z.object({
  id: z.number(),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  width: z.number(),
  height: z.number(),
  hash: z.string(),
  addedAt: instant,
});
const answer = z.object({ items: z.array(picture) });
const tag = 'matters';
const summary = 'Pictures that the writer sent along, stripped of hidden data';

/** What writers sent along with error reports and inquiries, for who handles them. */
export const matterPictureRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/error-reports/{report}/pictures',
    entrance: 'matter.read',
    tag,
    summary,
    params: z.object({ report: id }),
    answer,
    handle: async (desk, { params }) => ({
      items: await askMatterPictures(desk, 'error-report', params.report),
    }),
  }),
  route({
    method: 'get',
    path: '/inquiries/{inquiry}/pictures',
    entrance: 'matter.read',
    tag,
    summary,
    params: z.object({ inquiry: id }),
    answer,
    handle: async (desk, { params }) => ({
      items: await askMatterPictures(desk, 'inquiry', params.inquiry),
    }),
  }),
  route({
    method: 'get',
    path: '/matter-pictures/{picture}',
    entrance: 'matter.read',
    tag,
    summary: 'One of these pictures',
    params: z.object({ picture: id }),
    download: true,
    handle: (desk, { params }) => askMatterPicture(desk, params.picture),
  }),
];
