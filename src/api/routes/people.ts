import { z } from '@hono/zod-openapi';
import { roles } from '#domain/person.ts';
import { askMe, askPeople, askPerson, askTokens } from '#office/ask-people.ts';
import { askPostPlaces } from '#office/ask-post-places.ts';
import {
  addPerson,
  changePassword,
  disablePerson,
  endToken,
  givePost,
  makeToken,
  resetPerson,
  takePost,
} from '#office/edit-people.ts';
import { makeSecondFactor } from '#office/second-factor.ts';
import { type Route, route } from '../route.ts';
import { id, instant, made, pageOf, paging } from '../shapes.ts';

const post = z.object({
  id: z.number(),
  role: z.enum(roles),
  regionId: z.number(),
  region: z.string(),
  unitId: z.number().nullable(),
  unit: z.string().nullable(),
});

const person = z.object({
  id: z.number(),
  login: z.string(),
  name: z.string(),
  mail: z.string().nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  disabledAt: instant.nullable(),
  createdAt: instant,
  version: z.number(),
  posts: z.array(post),
});

const token = z.object({
  id: z.number(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant.nullable(),
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

const password = z.string().min(10).max(200);
const ofPerson = z.object({ person: id });

/** Who works here: people, their posts, their second factors and tokens. */
export const peopleRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/me',
    entrance: 'signed-in',
    tag: 'sign-in',
    summary: 'The person who is signed in, and the posts held',
    answer: person,
    handle: (desk) => askMe(desk),
  }),
  route({
    method: 'post',
    path: '/me/second-factor',
    entrance: 'signed-in',
    tag: 'sign-in',
    summary: 'Make a second factor; the secret is shown once',
    secret: 'answered',
    answer: z.object({ secret: z.string(), uri: z.string() }),
    status: 201,
    handle: (desk) => makeSecondFactor(desk),
  }),
  route({
    method: 'put',
    path: '/me/password',
    entrance: 'signed-in',
    tag: 'sign-in',
    summary: 'Change the own password; every session ends, this one too',
    body: z.object({ before: z.string().max(200), after: password }),
    secret: 'asked',
    handle: async (desk, { body }) => void (await changePassword(desk, body)),
  }),
  ...tokenRoutes(),
  route({
    method: 'get',
    path: '/people',
    restsOn: ['people', 'register'],
    entrance: 'person.read',
    tag: 'people',
    summary: 'People and their posts',
    query: z.object(paging),
    answer: pageOf(person),
    handle: (desk, { query }) => askPeople(desk, query),
  }),
  route({
    method: 'get',
    path: '/post-places',
    entrance: 'person.read',
    tag: 'people',
    summary: 'Regions and units, by a part of the name, where posts may lie',
    query: z.object({ q: z.string().max(60).optional() }),
    answer: z.object({
      regions: z.array(z.object({ id: z.number(), name: z.string(), path: z.string() })),
      units: z.array(z.object({ id: z.number(), name: z.string(), regionId: z.number() })),
    }),
    handle: (desk, { query }) => askPostPlaces(desk, query.q),
  }),
  route({
    method: 'get',
    path: '/people/{person}',
    entrance: 'person.read',
    tag: 'people',
    summary: 'One person',
    params: ofPerson,
    answer: person,
    handle: (desk, { params }) => askPerson(desk, params.person),
  }),
  ...editingRoutes(),
];

function tokenRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/me/tokens',
      entrance: 'signed-in',
      tag: 'sign-in',
      summary: 'Tokens of the person who is signed in, without their secrets',
      answer: z.object({ items: z.array(token) }),
      handle: async (desk) => ({ items: await askTokens(desk) }),
    }),
    route({
      method: 'post',
      path: '/me/tokens',
      entrance: 'signed-in',
      tag: 'sign-in',
      summary: 'Make a token for a program; it is shown once. Scopes are names of rights',
      body: z.object({
        name: z.string().trim().min(1).max(80),
        scopes: z.array(z.string().max(60)).min(1).max(60),
        expiresAt: instant.nullable().default(null),
      }),
      answer: z.object({ id: z.number(), token: z.string() }),
      secret: 'answered',
      status: 201,
      handle: (desk, { body }) => makeToken(desk, body),
    }),
    route({
      method: 'delete',
      path: '/me/tokens/{token}',
      entrance: 'signed-in',
      tag: 'sign-in',
      summary: 'End a token',
      params: z.object({ token: id }),
      handle: async (desk, { params }) => void (await endToken(desk, params.token)),
    }),
  ];
}

function editingRoutes(): Route[] {
  return [
    route({
      method: 'post',
      path: '/people',
      entrance: 'person.edit',
      tag: 'people',
      summary: 'Add a person',
      body: z.object({
        login: z.string().trim().min(1).max(80),
        name: z.string().trim().min(1).max(40),
        mail: z.email().max(200).nullable().default(null),
        password,
      }),
      secret: 'asked',
      answer: made,
      status: 201,
      handle: async (desk, { body }) => ({ id: await addPerson(desk, body) }),
    }),
    route({
      method: 'post',
      path: '/people/{person}/posts',
      entrance: 'person.edit',
      tag: 'people',
      summary: 'Give somebody a role in a region or a unit',
      params: ofPerson,
      body: z.object({ role: z.enum(roles), regionId: id, unitId: id.nullable().default(null) }),
      handle: async (desk, { params, body }) => void (await givePost(desk, params.person, body)),
    }),
    route({
      method: 'delete',
      path: '/people/{person}/posts/{post}',
      entrance: 'person.edit',
      tag: 'people',
      summary: 'Take a role away',
      params: z.object({ person: id, post: id }),
      handle: async (desk, { params }) => void (await takePost(desk, params.person, params.post)),
    }),
    route({
      method: 'put',
      path: '/people/{person}/disabled',
      entrance: 'person.edit',
      tag: 'people',
      summary: 'Let somebody in no longer, or again',
      params: ofPerson,
      body: z.object({ isDisabled: z.boolean() }),
      handle: async (desk, { params, body }) =>
        void (await disablePerson(desk, params.person, body.isDisabled)),
    }),
    route({
      method: 'post',
      path: '/people/{person}/reset',
      entrance: 'person.edit',
      tag: 'people',
      summary: 'Set a new password and take the second factor away',
      params: ofPerson,
      body: z.object({ password }),
      secret: 'asked',
      handle: async (desk, { params, body }) =>
        void (await resetPerson(desk, params.person, body.password)),
    }),
  ];
}
