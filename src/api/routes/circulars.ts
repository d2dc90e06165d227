import { z } from '@hono/zod-openapi';
import type { ErrorRate } from '#domain/campaign.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Circular } from '#domain/circular.ts';
import {
  askCircular,
  askCircularFile,
  askCirculars,
  askPublishedCirculars,
} from '#office/ask-circulars.ts';
import { correctCircular } from '#office/correct-circular.ts';
import type { Desk } from '#office/desk.ts';
import { draftCircular } from '#office/draft-circular.ts';
import { editBrief } from '#office/edit-brief.ts';
import { publishCircular } from '#office/publish-circular.ts';
import { reconcileCircular } from '#office/reconcile-circular.ts';
import { returnCircular } from '#office/return-circular.ts';
import { signCircular } from '#office/sign-circular.ts';
import { submitCircular } from '#office/submit-circular.ts';
import { tryBrief } from '#office/try-brief.ts';
import { type Download, type Route, route } from '../route.ts';
import { id, instant, made, pageOf, paging, plain, words } from '../shapes.ts';
import { statesOf } from './finding-shapes.ts';

const ofCampaign = z.object({ campaign: id });
const ofCircular = z.object({ circular: id });
const file = z.object({ name: z.string(), mediaType: z.string(), hash: z.string() });
const contradiction = z.object({
  field: z.string(),
  printed: z.string(),
  recomputed: z.string(),
});

const line = z.object({
  id: z.number(),
  campaignId: z.number(),
  campaign: z.string(),
  period: z.string(),
  region: z.string(),
  number: z.number(),
  state: statesOf('circular'),
  correctionReason: z.string().nullable(),
  draftedAt: instant,
  submittedAt: instant.nullable(),
  signedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  hash: z.string().nullable(),
  version: z.number(),
  files: z.array(file),
});

const view = z.object({
  id: z.number(),
  campaign_id: z.number(),
  number: z.number(),
  state: statesOf('circular'),
  brief: plain<CampaignBrief>('What a person wrote'),
  circular: plain<Circular>('Words and figures as they are printed'),
  contradictions: z.array(contradiction),
  error_rate: plain<ErrorRate>('How often the inspector was wrong'),
  correction_reason: z.string().nullable(),
  hash: z.string().nullable(),
  version: z.number(),
});

/** Circulars (通报): drafted, reconciled, handed in, signed, published, corrected by number. */
export const circularRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/circulars',
    entrance: 'public',
    tag: 'circulars',
    summary: 'Published circulars, for everybody',
    query: z.object(paging),
    answer: pageOf(line),
    handle: (desk, { query }) => askPublishedCirculars(desk, query),
  }),
  route({
    method: 'get',
    path: '/circulars/{circular}/open-data',
    entrance: 'public',
    tag: 'circulars',
    summary: 'Open data of a published version',
    params: ofCircular,
    download: true,
    handle: (desk, { params }) => download(desk, params.circular, 'open-data.json'),
  }),
  route({
    method: 'get',
    path: '/circulars/{circular}/files/{name}',
    entrance: 'public',
    tag: 'circulars',
    summary: 'A file of a published version; a corrected one stays to be read',
    params: z.object({ circular: id, name: z.string().max(60) }),
    download: true,
    handle: (desk, { params }) => download(desk, params.circular, params.name),
  }),
  route({
    method: 'get',
    path: '/campaigns/{campaign}/circulars',
    entrance: 'circular.read',
    tag: 'circulars',
    summary: 'All versions of a campaign, newest first, drafts too',
    params: ofCampaign,
    answer: pageOf(line),
    handle: (desk, { params }) => askCirculars(desk, params.campaign),
  }),
  route({
    method: 'get',
    path: '/circulars/{circular}',
    entrance: 'circular.read',
    tag: 'circulars',
    summary: 'One version: brief, words, contradictions',
    params: ofCircular,
    answer: view,
    handle: (desk, { params }) => askCircular(desk, params.circular),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/circulars',
    entrance: 'circular.draft',
    tag: 'circulars',
    summary: 'Draft the circular, or draft it anew',
    params: ofCampaign,
    answer: made,
    status: 201,
    handle: async (desk, { params }) => ({ id: await draftCircular(desk, params.campaign) }),
  }),
  route({
    method: 'post',
    path: '/campaigns/{campaign}/corrections',
    entrance: 'circular.draft',
    tag: 'circulars',
    summary: 'Draft a numbered correction of what was published',
    params: ofCampaign,
    body: z.object({ reason: words }),
    answer: made,
    status: 201,
    handle: async (desk, { params, body }) => ({
      id: await correctCircular(desk, params.campaign, body.reason),
    }),
  }),
  route({
    method: 'put',
    path: '/circulars/{circular}/brief',
    entrance: 'circular.draft',
    tag: 'circulars',
    summary: 'Edit what the draft says beyond the result (yaml or json); answers contradictions',
    params: ofCircular,
    body: z.object({ text: z.string().max(200_000) }),
    answer: z.object({ contradictions: z.array(contradiction) }),
    handle: async (desk, { params, body }) => ({
      contradictions: await editBrief(desk, params.circular, body.text),
    }),
  }),
  route({
    method: 'post',
    path: '/circulars/{circular}/trials',
    entrance: 'circular.draft',
    tag: 'circulars',
    summary: 'What the draft would say with another brief; nothing is kept',
    params: ofCircular,
    body: z.object({ text: z.string().max(200_000) }),
    answer: z.object({
      circular: plain<Circular>('Words and figures as they would be printed'),
      contradictions: z.array(contradiction),
    }),
    handle: (desk, { params, body }) => tryBrief(desk, params.circular, body.text),
  }),
  route({
    method: 'post',
    path: '/circulars/{circular}/reconciliation',
    entrance: 'circular.draft',
    tag: 'circulars',
    summary: 'Close a draft whose every figure agrees',
    params: ofCircular,
    handle: async (desk, { params }) => void (await reconcileCircular(desk, params.circular)),
  }),
  route({
    method: 'post',
    path: '/circulars/{circular}/submission',
    entrance: 'circular.draft',
    tag: 'circulars',
    summary: 'Lay it before the leader',
    params: ofCircular,
    handle: async (desk, { params }) => void (await submitCircular(desk, params.circular)),
  }),
  route({
    method: 'post',
    path: '/circulars/{circular}/signature',
    entrance: 'circular.sign',
    tag: 'circulars',
    summary: 'Sign it, with a fresh second factor; never by who wrote it',
    params: ofCircular,
    handle: async (desk, { params }) => void (await signCircular(desk, params.circular)),
  }),
  route({
    method: 'post',
    path: '/circulars/{circular}/return',
    entrance: 'circular.return',
    tag: 'circulars',
    summary: 'Give it back to be written on, by who drafts or who signs',
    params: ofCircular,
    body: z.object({ reason: words }),
    handle: async (desk, { params, body }) =>
      void (await returnCircular(desk, params.circular, body.reason)),
  }),
  route({
    method: 'post',
    path: '/circulars/{circular}/publication',
    entrance: 'circular.publish',
    tag: 'circulars',
    summary: 'Publish it for good, with its files and their hash',
    params: ofCircular,
    answer: z.object({ hash: z.string(), files: z.array(z.string()), notes: z.array(z.string()) }),
    handle: (desk, { params }) => publishCircular(desk, params.circular),
  }),
];

async function download(desk: Desk, circular: number, name: string): Promise<Download> {
  const { bytes, mediaType } = await askCircularFile(desk, circular, name);
  return { name, mediaType, bytes };
}
