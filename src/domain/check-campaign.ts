import { Refusal } from '#base/refusal.ts';
import type { CampaignSettings, Sample } from './campaign.ts';

/** What a campaign gets that says nothing else. */
export const defaultCampaignSettings: CampaignSettings = {
  recheck: { times: 3, spacingMs: 6 * 3_600_000 },
  limits: { maxPages: 10_000, maxBodyBytes: 8 << 20, timeoutMs: 15_000, maxMinutes: 240 },
  robots: 'note',
  browser: 'auto',
  pictures: 0,
  contact: null,
  allowNet: [],
  passLine: null,
  unmeasuredLimit: 0.2,
  explanationsLift: false,
  lastLook: false,
};

interface Terms {
  name: string;
  period: string;
  settings: CampaignSettings;
  sample: Sample;
}

/** Refuses a campaign that could not be run as it is asked for: `campaign-field`. */
export function checkCampaign({ name, period, settings, sample }: Terms): void {
  const { recheck, limits } = settings;
  const fields: [field: string, value: number | null | undefined, least: number, most: number][] = [
    ['name', name.trim() === '' ? 0 : name.length, 1, 100],
    ['period', period.trim() === '' ? 0 : period.length, 1, 40],
    ['recheck.times', recheck.times, 0, 10],
    ['recheck.spacingMs', recheck.spacingMs, 0, 7 * 86_400_000],
    ['limits.maxPages', limits.maxPages, 1, 1_000_000],
    ['limits.maxBodyBytes', limits.maxBodyBytes, 1 << 10, 256 << 20],
    ['limits.timeoutMs', limits.timeoutMs, 100, 120_000],
    ['limits.maxMinutes', limits.maxMinutes, 1, 7 * 1440],
    ['pictures', settings.pictures, 0, 100],
    ['passLine', settings.passLine, 0, 200],
    ['unmeasuredLimit', settings.unmeasuredLimit, 0, 1],
    ['sample.share', sample.share, 0.0001, 1],
    ['sample.seed', sample.seed.length, 0, 200],
  ];
  for (const [field, value, least, most] of fields) {
    if (value === null || value === undefined || (value >= least && value <= most)) continue;
    throw new Refusal('campaign-field', { field, least, most });
  }
  const mute = sample.excluded.find(({ reason }) => reason.trim() === '');
  if (mute) throw new Refusal('sample-reason-missing', { site: mute.siteId });
}
