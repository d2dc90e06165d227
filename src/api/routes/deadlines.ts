import { z } from '@hono/zod-openapi';
import type { Deadline } from '#domain/deadline.ts';
import { askCalendar, askDeadline, askDeadlines, askHearing } from '#office/ask-deadlines.ts';
import { extendDeadline } from '#office/change-deadline.ts';
import { editCalendar } from '#office/edit-calendar.ts';
import { askCalendarYear, previewCalendar } from '#office/preview-calendar.ts';
import { type Route, route } from '../route.ts';
import { day, id, instant, pageOf, paging, plain, words } from '../shapes.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

export const deadline = z.object({
  id: z.number(),
  thing: z.string(),
  thingId: z.number(),
  unitId: z.number().nullable(),
  unit: z.string().nullable(),
  units: z.number(),
  deadline: plain<Deadline>('The clock, when it ends and how that was computed'),
  metAt: instant.nullable(),
  voidAt: instant.nullable(),
  version: z.number(),
  left: z.object({
    state: z.enum(['running', 'paused', 'overdue']),
    overdue: z.boolean(),
    workingDays: z.number(),
    days: z.number(),
    ms: z.number(),
    unit: z.enum(['working-days', 'days', 'hours']),
    pausedSince: instant.nullable(),
  }),
  leftWords: bilingual,
  words: bilingual,
});

const edit = z.object({
  day,
  kind: z.enum(['holiday', 'workday', 'plain']),
  name: z.string().min(1).max(60),
  source: z.string().min(1).max(300),
});
const year = z.object({
  year: z.number().int().min(2000).max(2100),
  source: z.string().min(1).max(300),
});

const change = z.object({
  days: z.array(edit).max(100).default([]),
  takenBack: z.array(day).max(100).default([]),
  years: z.array(year).max(5).default([]),
});
const moved = z.object({ moved: z.array(z.object({ id: z.number(), words: bilingual })) });

const calendarDay = z.object({
  day,
  working: z.boolean(),
  why: z.enum(['weekday', 'weekend', 'holiday', 'make-up']),
  name: z.string(),
  nameEn: z.string(),
  source: z.string().nullable(),
  provisional: z.boolean(),
});

/** Running clocks, and the calendar of working days that they are counted by. */
export const deadlineRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/deadlines',
    restsOn: ['deadlines', 'register', 'campaigns'],
    tellsTime: true,
    entrance: 'deadline.read',
    tag: 'deadlines',
    summary: 'Running clocks that end soonest; of one thing all, those that were met too',
    query: z.object({
      dueBefore: day.optional(),
      thing: z.string().max(40).optional(),
      thingId: id.optional(),
      ...paging,
    }),
    answer: pageOf(deadline),
    handle: (desk, { query }) => askDeadlines(desk, query),
  }),
  route({
    method: 'get',
    path: '/deadlines/{deadline}',
    entrance: 'deadline.read',
    tag: 'deadlines',
    summary: 'One clock',
    params: z.object({ deadline: id }),
    answer: deadline,
    handle: (desk, { params }) => askDeadline(desk, params.deadline),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/hearing',
    entrance: 'finding.read',
    tag: 'deadlines',
    summary: 'Until when units may explain and appeal; null: not just now',
    params: z.object({ campaign: id }),
    answer: z.object({ clock: deadline.nullable() }),
    handle: async (desk, { params }) => ({ clock: await askHearing(desk, params.campaign) }),
  }),
  route({
    method: 'post',
    path: '/deadlines/{deadline}/extension',
    entrance: 'deadline.extend',
    tag: 'deadlines',
    summary: 'Extend a clock once, with a reason',
    params: z.object({ deadline: id }),
    body: z.object({ amount: z.number().int().min(1).max(60), reason: words }),
    answer: z.object({ dueAt: instant, dueOn: day }),
    handle: async (desk, { params, body }) => {
      const { dueAt, dueOn } = await extendDeadline(desk, params.deadline, body);
      return { dueAt, dueOn };
    },
  }),
  route({
    method: 'get',
    path: '/calendar',
    entrance: 'calendar.read',
    tag: 'deadlines',
    summary: 'What the office entered into the calendar, and which years are announced',
    answer: z.object({ announced: z.array(z.number()), edits: z.array(edit) }),
    handle: (desk) => askCalendar(desk),
  }),
  route({
    method: 'get',
    path: '/calendar/years/{year}',
    entrance: 'calendar.read',
    tag: 'deadlines',
    summary: 'Every day of a year as clocks count it: holidays and make-up workdays',
    params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    answer: z.object({
      year: z.number(),
      isAnnounced: z.boolean(),
      workingDays: z.number(),
      days: z.array(calendarDay),
    }),
    handle: (desk, { params }) => askCalendarYear(desk, params.year),
  }),
  route({
    method: 'post',
    path: '/calendar/preview',
    entrance: 'calendar.edit',
    tag: 'deadlines',
    summary: 'Which running clocks an announcement would move; changes nothing',
    body: change,
    answer: moved,
    handle: async (desk, { body }) => ({ moved: await previewCalendar(desk, body) }),
  }),
  route({
    method: 'post',
    path: '/calendar',
    entrance: 'calendar.edit',
    tag: 'deadlines',
    summary: 'Enter an announcement; running clocks are computed again and those that move named',
    body: change,
    answer: moved,
    handle: async (desk, { body }) => ({ moved: await editCalendar(desk, body) }),
  }),
];
