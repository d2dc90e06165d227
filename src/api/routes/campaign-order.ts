import { z } from '@hono/zod-openapi';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import { siteKinds } from '#domain/kinds.ts';
import { day, id, plain } from '../shapes.ts';

// What a campaign may be opened with. How large each number may be, `checkCampaign` says.

const settings = z
  .object({
    recheck: z.object({ times: z.number().int(), spacingMs: z.number().int() }),
    limits: z.object({
      maxPages: z.number().int(),
      maxBodyBytes: z.number().int(),
      timeoutMs: z.number().int(),
      maxMinutes: z.number().optional(),
    }),
    robots: z.enum(['obey', 'note']),
    browser: z.enum(['auto', 'off']),
    pictures: z.number().int(),
    contact: z.string().trim().min(1).max(200).nullable(),
    allowNet: z.array(z.string().min(1).max(60)).max(50),
    passLine: z.number().nullable(),
    unmeasuredLimit: z.number(),
    explanationsLift: z.boolean(),
    lastLook: z.boolean(),
  })
  .partial();

const sample = z
  .object({
    mode: z.enum(['all', 'drawn']),
    share: z.number(),
    strata: z.array(z.enum(siteKinds)).max(siteKinds.length),
    seed: z.string().max(200),
    excluded: z.array(z.object({ siteId: id, reason: z.string().max(1000) })).max(20_000),
  })
  .partial();

export const campaignOrder = z.object({
  regionId: id,
  name: z.string().trim().min(1).max(100),
  period: z.string().trim().min(1).max(40),
  asOf: day,
  rubric: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .openapi({ description: 'Left out: the rubric in force in the region as of that day' }),
  overlays: z.array(z.string().max(60)).max(10).default([]),
  settings: settings.optional().openapi({ description: 'What differs from the usual' }),
  sample: sample.optional().openapi({ description: 'All sites when left out' }),
  brief: plain<CampaignBrief>('As docs/results.md describes it').optional(),
});
