import { z } from '@hono/zod-openapi';
import { addSite } from '#office/add-site.ts';
import { askSite, askSites } from '#office/ask-register.ts';
import { changeSite } from '#office/change-site.ts';
import { giveDomain, takeDomain } from '#office/give-domain.ts';
import { moveSite } from '#office/move-site.ts';
import { type Route, route } from '../route.ts';
import { day, pageOf, place } from '../shapes.ts';
import { number32, registerPaging, siteKind, siteState, text, warning } from './register-shapes.ts';

const tag = 'register';
const params = z.object({ site: number32 });
const kept = z.object({ id: z.number(), warnings: z.array(warning) });

const facts = {
  unitId: z.number(),
  name: z.string(),
  homepage: z.string(),
  siteIdCode: z.string().nullable(),
  kind: siteKind,
  state: siteState,
};
const site = z.object({
  ...facts,
  id: z.number(),
  key: z.string(),
  unit: z.string(),
  region: z.string(),
});
const sheet = site.extend({
  place,
  position: z.number(),
  version: z.number(),
  domains: z.array(
    z.object({
      domain: z.string(),
      isMain: z.boolean(),
      from: day.nullable(),
      to: day.nullable(),
    }),
  ),
  history: z.array(
    z.object({ ...facts, from: day, to: day.nullable(), reason: z.string().nullable() }),
  ),
  warnings: z.array(warning),
});

const reason = z.string().trim().min(1).max(1000).optional();
const changeable = {
  name: text(100).optional(),
  siteIdCode: text(20).nullable().optional(),
  kind: siteKind.optional(),
  day: day.optional(),
  reason,
};

export const siteRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/sites',
    restsOn: ['register'],
    entrance: 'register.read',
    tag,
    summary: 'Sites in the order of the official list: today, or as they were on a day',
    query: z.object({
      q: text(100).optional(),
      region: number32.optional(),
      unit: number32.optional(),
      state: siteState.optional(),
      kind: siteKind.optional(),
      day: day.optional(),
      ...registerPaging,
    }),
    answer: pageOf(
      site.extend({
        place: place.optional(),
        position: z.number().optional(),
        version: z.number().optional(),
        from: day.optional(),
        to: day.nullable().optional(),
      }),
    ),
    handle: (desk, { query }) => askSites(desk, query),
  }),
  route({
    method: 'get',
    path: '/sites/{site}',
    entrance: 'register.read',
    tag,
    summary: 'One site with its domains, its history and what the rules would have otherwise',
    params,
    answer: sheet,
    handle: (desk, asked) => askSite(desk, asked.params.site),
  }),
  route({
    method: 'post',
    path: '/sites',
    entrance: 'register.edit',
    tag,
    summary: 'Enter a site of a unit',
    body: z.object({
      ...changeable,
      unitId: number32,
      homepage: text(500),
      state: siteState.optional(),
    }),
    answer: kept,
    status: 201,
    handle: (desk, { body }) => addSite(desk, body),
  }),
  route({
    method: 'patch',
    path: '/sites/{site}',
    entrance: 'register.edit',
    tag,
    summary: 'Change what a site is, from a day on',
    params,
    body: z.object({
      ...changeable,
      version: number32,
      unitId: number32.optional(),
      homepage: text(500).optional(),
    }),
    answer: kept,
    handle: (desk, asked) => changeSite(desk, asked.params.site, asked.body),
  }),
  route({
    method: 'post',
    path: '/sites/{site}/state',
    entrance: 'register.edit',
    tag,
    summary: 'Move a site on in its life, from a day on',
    params,
    body: z.object({ to: siteState, day: day.optional(), reason }),
    handle: async (desk, asked) => void (await moveSite(desk, asked.params.site, asked.body)),
  }),
  route({
    method: 'put',
    path: '/sites/{site}/domains/{domain}',
    entrance: 'register.edit',
    tag,
    summary: 'Give a site a domain, main or further',
    params: params.extend({ domain: text(253) }),
    body: z.object({ isMain: z.boolean(), day: day.optional() }),
    handle: async (desk, { params: { site: id, domain }, body }) =>
      void (await giveDomain(desk, id, { domain, ...body })),
  }),
  route({
    method: 'delete',
    path: '/sites/{site}/domains/{domain}',
    entrance: 'register.edit',
    tag,
    summary: 'A domain that the site has no more; it stays in its history',
    params: params.extend({ domain: text(253) }),
    query: z.object({ day: day.optional() }),
    handle: async (desk, { params: { site: id, domain }, query }) =>
      void (await takeDomain(desk, id, { domain, ...query })),
  }),
];
