import { z } from '@hono/zod-openapi';
import { mailChoices, type NoticeArgs, noticeKinds } from '#domain/notice.ts';
import { addWebhook } from '#office/add-webhook.ts';
import { askMailChoice, askNotices, chooseMail, markRead } from '#office/ask-notices.ts';
import { askWebhookEvents, askWebhooks } from '#office/ask-webhooks.ts';
import { stopWebhook } from '#office/stop-webhook.ts';
import { tryWebhook } from '#office/try-webhook.ts';
import { type Route, route } from '../route.ts';
import { id, instant, made, pageOf, paging, plain } from '../shapes.ts';
import { number32, registerPaging, text } from './register-shapes.ts';

const kind = z.enum(noticeKinds);
const mail = z.enum(mailChoices);
const sentence = z.object({ title: z.string(), text: z.string() });
const notice = z.object({
  id: z.number(),
  kind,
  siteId: z.number().nullable(),
  site: z.string().nullable(),
  args: plain<NoticeArgs>('What filled the words'),
  link: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
  zh: sentence,
  en: sentence,
});

const webhook = z.object({
  id: z.number(),
  regionId: z.number(),
  url: z.string(),
  kinds: z.array(z.string()),
  createdAt: instant,
  stoppedAt: instant.nullable(),
});
const event = z.object({
  id: z.number(),
  kind: z.string(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.number(),
  dueAt: instant,
  sentAt: instant.nullable(),
  error: z.string().nullable(),
});
const oneHook = z.object({ webhook: number32 });

const ownRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/notices',
    entrance: 'signed-in',
    tag: 'notices',
    summary: 'My notices, newest first, and how many are unread',
    query: z.object({ unread: z.stringbool().optional(), ...paging }),
    answer: pageOf(notice).extend({ unread: z.number() }),
    handle: (desk, { query }) => askNotices(desk, query),
  }),
  route({
    method: 'post',
    path: '/notices/{notice}/read',
    entrance: 'signed-in',
    tag: 'notices',
    summary: 'Mark one of my notices as read',
    params: z.object({ notice: id }),
    handle: async (desk, { params }) => void (await markRead(desk, { id: params.notice })),
  }),
  route({
    method: 'post',
    path: '/notices/read',
    entrance: 'signed-in',
    tag: 'notices',
    summary: 'Mark all my notices up to one as read',
    body: z.object({ upTo: id }),
    handle: async (desk, { body }) => void (await markRead(desk, body)),
  }),
  route({
    method: 'get',
    path: '/notices/choice',
    entrance: 'signed-in',
    tag: 'notices',
    summary: 'Whether I want mail',
    answer: z.object({ mail }),
    handle: (desk) => askMailChoice(desk),
  }),
  route({
    method: 'put',
    path: '/notices/choice',
    entrance: 'signed-in',
    tag: 'notices',
    summary: 'Choose mail: as the kinds say, all in the morning, or none',
    body: z.object({ mail }),
    handle: async (desk, { body }) => void (await chooseMail(desk, body.mail)),
  }),
];

const webhookRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/webhooks',
    entrance: 'webhook.edit',
    tag: 'webhooks',
    summary: 'Webhooks of my regions',
    query: z.object(registerPaging),
    answer: pageOf(webhook),
    handle: (desk, { query }) => askWebhooks(desk, query),
  }),
  route({
    method: 'post',
    path: '/webhooks',
    entrance: 'webhook.edit',
    tag: 'webhooks',
    summary: 'Make a webhook; its secret is answered this once',
    body: z.object({
      regionId: number32,
      url: text(500),
      kinds: z
        .array(z.union([kind, z.literal('*')]))
        .min(1)
        .max(noticeKinds.length),
    }),
    answer: made.extend({ secret: z.string() }),
    secret: 'answered',
    status: 201,
    handle: (desk, { body }) => addWebhook(desk, body),
  }),
  route({
    method: 'delete',
    path: '/webhooks/{webhook}',
    entrance: 'webhook.edit',
    tag: 'webhooks',
    summary: 'Stop a webhook for good',
    params: oneHook,
    handle: async (desk, { params }) => void (await stopWebhook(desk, params.webhook)),
  }),
  route({
    method: 'get',
    path: '/webhooks/{webhook}/events',
    entrance: 'webhook.edit',
    tag: 'webhooks',
    summary: 'What a webhook was told, newest first, and how it went',
    params: oneHook,
    query: z.object(paging),
    answer: pageOf(event),
    handle: (desk, { params, query }) => askWebhookEvents(desk, params.webhook, query),
  }),
  route({
    method: 'post',
    path: '/webhooks/{webhook}/test',
    entrance: 'webhook.edit',
    tag: 'webhooks',
    summary: 'Send a webhook an event that says nothing',
    params: oneHook,
    answer: made,
    status: 202,
    handle: (desk, { params }) => tryWebhook(desk, params.webhook),
  }),
];

/** What people are told, and the addresses of programs that are. */
export const noticesRoutes: readonly Route[] = [...ownRoutes, ...webhookRoutes];
