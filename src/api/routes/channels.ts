import { z } from '@hono/zod-openapi';
import { channelKinds } from '#domain/kinds.ts';
import { askChannels } from '#office/ask-register.ts';
import { correctChannel } from '#office/correct-channel.ts';
import { type Route, route } from '../route.ts';
import { day, pageOf } from '../shapes.ts';
import { number32, registerPaging, text } from './register-shapes.ts';

const tag = 'register';
const kind = z.enum(channelKinds);
const origin = z.enum(['discovered', 'confirmed', 'corrected']);

const channel = z.object({
  id: z.number(),
  siteId: z.number(),
  url: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  level: z.number(),
  kind,
  clock: z.string().nullable(),
  isHistorical: z.boolean(),
  ownerUnitId: z.number().nullable(),
  owner: z.string().nullable(),
  origin,
  firstSeenOn: day,
  lastSeenOn: day,
  newestOn: day.nullable(),
  newestTitle: z.string().nullable(),
  newestWhy: z.enum(['blank', 'undated', 'unread']).nullable(),
  lookedOn: day.nullable(),
  version: z.number(),
});

export const channelRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/sites/{site}/channels',
    restsOn: ['register'],
    entrance: 'register.read',
    tag,
    summary: 'Channels of a site by their paths',
    params: z.object({ site: number32 }),
    query: z.object({ origin: origin.optional(), ...registerPaging }),
    answer: pageOf(channel),
    handle: (desk, { params, query }) => askChannels(desk, params.site, query),
  }),
  route({
    method: 'patch',
    path: '/channels/{channel}',
    entrance: 'channel.edit',
    tag,
    summary: 'Confirm a channel, or correct its kind, clock, history or owner',
    params: z.object({ channel: number32 }),
    body: z.object({
      version: number32,
      kind: kind.optional(),
      clock: text(10).nullable().optional(),
      isHistorical: z.boolean().optional(),
      ownerUnitId: number32.nullable().optional(),
      reason: z.string().trim().min(1).max(1000).optional(),
    }),
    handle: async (desk, { params, body }) =>
      void (await correctChannel(desk, params.channel, body)),
  }),
];
