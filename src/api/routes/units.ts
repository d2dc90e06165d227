import { z } from '@hono/zod-openapi';
import { addAlias } from '#office/add-alias.ts';
import { addRegion } from '#office/add-region.ts';
import { addUnit } from '#office/add-unit.ts';
import { askRegions, askUnit, askUnits } from '#office/ask-register.ts';
import { moveUnit } from '#office/move-unit.ts';
import { placeUnit } from '#office/place-unit.ts';
import { removeAlias } from '#office/remove-alias.ts';
import { renameUnit } from '#office/rename-unit.ts';
import { type Route, route } from '../route.ts';
import { day, made, pageOf, place, words } from '../shapes.ts';
import { number32, position, registerPaging, text } from './register-shapes.ts';

const tag = 'register';
const params = z.object({ unit: number32 });
const name = text(60);

const region = z.object({
  id: z.number(),
  parentId: z.number().nullable(),
  name: z.string(),
  path: z.string(),
});
const unit = z.object({
  id: z.number(),
  regionId: z.number(),
  region: z.string(),
  place,
  parentId: z.number().nullable(),
  name: z.string(),
  path: z.string(),
  position: z.number(),
  aliases: z.array(z.string()),
  formerNames: z.array(z.string()),
  version: z.number(),
});
const names = z.array(
  z.object({
    name: z.string(),
    kind: z.enum(['alias', 'official']),
    from: day.nullable(),
    to: day.nullable(),
  }),
);

export const unitRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/regions',
    restsOn: ['register'],
    entrance: 'register.read',
    tag,
    summary: 'Regions, each before those below it',
    query: z.object(registerPaging),
    answer: pageOf(region),
    handle: (desk, { query }) => askRegions(desk, query),
  }),
  route({
    method: 'post',
    path: '/regions',
    entrance: 'register.edit',
    tag,
    summary: 'Add a region below another',
    body: z.object({ name, parentId: number32 }),
    answer: region,
    status: 201,
    handle: (desk, { body }) => addRegion(desk, body),
  }),
  route({
    method: 'get',
    path: '/units',
    restsOn: ['register'],
    entrance: 'register.read',
    tag,
    summary: 'Units in the order of the official list, found by name, alias or former name',
    query: z.object({
      q: text(100).optional(),
      region: number32.optional(),
      parent: number32.optional(),
      ...registerPaging,
    }),
    answer: pageOf(unit),
    handle: (desk, { query }) => askUnits(desk, query),
  }),
  route({
    method: 'get',
    path: '/units/{unit}',
    entrance: 'register.read',
    tag,
    summary: 'One unit with all names it goes or went by',
    params,
    answer: unit.extend({ names }),
    handle: (desk, asked) => askUnit(desk, asked.params.unit),
  }),
  route({
    method: 'post',
    path: '/units',
    entrance: 'register.edit',
    tag,
    summary: 'Add a unit',
    body: z.object({
      name,
      regionId: number32,
      parentId: number32.nullable().optional(),
      position: position.optional(),
      day: day.optional(),
    }),
    answer: made,
    status: 201,
    handle: async (desk, { body }) => ({ id: await addUnit(desk, body) }),
  }),
  route({
    method: 'post',
    path: '/units/{unit}/name',
    entrance: 'register.edit',
    tag,
    summary: 'Give a unit another official name from a day on; the old one still finds it',
    params,
    body: z.object({ name, day: day.optional(), reason: words.optional() }),
    handle: async (desk, asked) => void (await renameUnit(desk, asked.params.unit, asked.body)),
  }),
  route({
    method: 'post',
    path: '/units/{unit}/parent',
    entrance: 'register.edit',
    tag,
    summary: 'Put a unit and all below it under another; null: at the top',
    params,
    body: z.object({ parentId: number32.nullable() }),
    handle: async (desk, asked) =>
      void (await moveUnit(desk, asked.params.unit, asked.body.parentId)),
  }),
  route({
    method: 'post',
    path: '/units/{unit}/position',
    entrance: 'register.edit',
    tag,
    summary: 'Give a unit and its sites another place in the official list',
    params,
    body: z.object({ position }),
    handle: async (desk, asked) =>
      void (await placeUnit(desk, asked.params.unit, asked.body.position)),
  }),
  route({
    method: 'post',
    path: '/units/{unit}/aliases',
    entrance: 'register.edit',
    tag,
    summary: 'Add a further name by which a unit is found',
    params,
    body: z.object({ name }),
    handle: async (desk, asked) => void (await addAlias(desk, asked.params.unit, asked.body.name)),
  }),
  route({
    method: 'delete',
    path: '/units/{unit}/aliases/{name}',
    entrance: 'register.edit',
    tag,
    summary: 'Remove an alias',
    params: params.extend({ name }),
    handle: async (desk, asked) =>
      void (await removeAlias(desk, asked.params.unit, asked.params.name)),
  }),
];
