import { z } from '@hono/zod-openapi';
import type { CampaignSettings } from '#domain/campaign.ts';
import type { Clock } from '#domain/clock.ts';
import type { Ladder } from '#domain/ladder.ts';
import type { MonitoringPlan } from '#domain/signal.ts';
import { askJobs, retryJob } from '#office/ask-jobs.ts';
import { askOfficeTerms, askSettings } from '#office/ask-settings.ts';
import { type Route, route } from '../route.ts';
import { instant, plain } from '../shapes.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

const setting = z.object({
  name: z.string(),
  env: z.string(),
  value: z.union([z.string(), z.number()]).nullable(),
  isSecret: z.boolean(),
  source: z.enum(['default', 'environment']),
  default: z.string().nullable(),
  unit: z.string().nullable(),
  doc: bilingual,
});

const queue = z.object({
  name: z.string(),
  waiting: z.number(),
  active: z.number(),
  retrying: z.number(),
  failed: z.number(),
  done: z.number(),
  oldest: instant.nullable(),
});

const parked = z.object({
  id: z.string(),
  name: z.string(),
  data: plain<Record<string, unknown>>('What the job is about'),
  error: z.string().nullable(),
  tries: z.number(),
  createdAt: instant,
  failedAt: instant.nullable(),
});

const work = z.object({ what: z.string(), state: z.string(), count: z.number() });

/** What an administrator looks after: settings, what the office works by, jobs. */
export const administrationRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/settings',
    entrance: 'settings.read',
    tag: 'administration',
    summary: 'Every setting of the installation with its value and where that comes from',
    answer: z.object({ items: z.array(setting) }),
    handle: async (desk) => ({ items: askSettings(desk) }),
  }),
  route({
    method: 'get',
    path: '/office-terms',
    entrance: 'signed-in',
    tag: 'administration',
    summary: 'What the office works by: clocks, ladder, monitoring, recheck policy',
    answer: z.object({
      clocks: z.array(plain<Clock>('A clock')),
      ladder: plain<Ladder>('The ladder of escalation'),
      monitoring: plain<MonitoringPlan>('How often each thing is looked at'),
      campaign: plain<CampaignSettings>('What a campaign takes unless it is opened otherwise'),
      checksADay: z.number(),
    }),
    handle: async () => {
      const { clocks, ...rest } = askOfficeTerms();
      return { clocks: [...clocks], ...rest };
    },
  }),
  route({
    method: 'get',
    path: '/jobs',
    entrance: 'job.read',
    tag: 'administration',
    summary: 'How much waits, runs and was given up, each parked job with its error',
    answer: z.object({
      queues: z.array(queue),
      work: z.array(work),
      parked: z.array(parked),
    }),
    handle: (desk) => askJobs(desk),
  }),
  route({
    method: 'post',
    path: '/jobs/{job}/retry',
    entrance: 'job.edit',
    tag: 'administration',
    summary: 'Have a parked job tried once more',
    params: z.object({ job: z.uuid() }),
    handle: async (desk, { params }) => void (await retryJob(desk, params.job)),
  }),
];
