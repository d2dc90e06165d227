import type { Instant } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { ChannelKind, ChannelRuling } from './channel.ts';

/** What can be wrong. The same names for every rubric; which cost points is the rubric's to say. */
export const findingKinds = [
  'site-unavailable',
  'homepage-not-updated',
  'homepage-few-updates',
  'channel-stale',
  'channel-blank',
  'link-dead',
  'consultation-missing',
  'letter-none',
  'letter-unanswered',
  'survey-missing',
  'survey-none',
  'survey-few',
  'interview-none',
  'interview-few',
  'services-missing',
  'guide-incomplete',
  'service-download-dead',
  'service-system-dead',
  'grave-error',
  'information-inaccurate',
  'date-forged',
  'link-hijacked',
  'hidden-link',
  'footer-element-missing',
  'date-suspicious',
  'link-insecure',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Only `confirmed` findings are scored. */
export type FindingState = 'suspected' | 'confirmed' | 'dropped' | 'unmeasured';

/** Why something could not be measured, or stays a suspicion. */
export type FindingReason =
  // unmeasured
  | 'blocked'
  | 'needs-rendering'
  | 'timeout-ours'
  | 'robots'
  | 'budget'
  | 'unreachable'
  | 'forbidden-address'
  // suspected at most
  | 'one-look'
  | 'undated'
  | 'no-clock'
  | 'historical'
  | 'below-sample'
  | 'needs-person'
  // dropped
  | 'recovered';

/** A saved visit that a finding rests on. */
export interface Evidence {
  /** `Visit.id` in the site's folder. */
  visit: string;
  url: Url;
  at: Instant;
  /** HTTP status, or null when nothing was answered. */
  status: number | null;
  /** `answered`, or why not (`dns`, `refused`, `timeout` …). */
  outcome: string;
  bodyHash: string | null;
  /** The deciding place of the page, in its own words; null where there is none. */
  excerpt: string | null;
  look: number;
  /** The file of the picture that was taken, in the site's folder; missing for other visits. */
  picture?: string;
}

/** What a finding's numbers and dates can be; the console has a word for each. */
export const measureNames = [
  'askedAt',
  'asOf',
  'blocked',
  'boundary',
  'clock',
  'count',
  'entry',
  'failed',
  'from',
  'listed',
  'maintenance',
  'meta',
  'minimum',
  'missing',
  'newest',
  'ours',
  'outcome',
  'position',
  'published',
  'report',
  'share',
  'span',
  'status',
  'to',
  'undated',
  'updates',
  'visits',
  'window',
] as const;
export type MeasureName = (typeof measureNames)[number];

export type MeasureValue = string | number | boolean | null | string[];

/** The numbers and dates of a finding, by kind (docs/results.md), as a rubric asks for them. */
export type Measure = Readonly<Record<string, MeasureValue>>;

/** The same as an inspector says it. */
export type NamedMeasure = Readonly<Partial<Record<MeasureName, MeasureValue>>>;

export interface FindingChannel {
  name: string;
  path: string[];
  url: Url;
  kind: ChannelKind;
  level: number;
  historical: boolean;
  /** What a person said of it, by which it was judged. */
  ruling?: ChannelRuling;
}

/** One thing that is wrong with a site, with its proof. Carries no points. */
export interface Finding {
  /** Stable within a run and from run to run: site key, kind and subject hashed. */
  id: string;
  kind: FindingKind;
  state: FindingState;
  /** What it is about: the dead target, the channel's page, the homepage. */
  url: Url;
  /** Where a link stands; null for what is not a link. */
  foundOn: Url | null;
  anchorText: string | null;
  channel: FindingChannel | null;
  measure: Measure;
  evidence: Evidence[];
  reason: FindingReason | null;
}
