import type { Period } from '#base/period.ts';
import type { FindingKind } from './finding.ts';
import type { StateOf } from './moves.ts';

/** What standing monitoring looks at, each at its own pace. */
export const watchKinds = ['availability', 'pages', 'links'] as const;
/** `availability`: a visit of the homepage; `pages`: homepage, channels, letters; `links`: all. */
export type WatchKind = (typeof watchKinds)[number];

/** How often each is looked at, and how long late is an alarm of its own. Ours, changeable. */
export interface MonitoringPlan {
  every: Readonly<Record<WatchKind, number>>;
  /** Of the pace: what was not measured within so many times it, is not measured on time. */
  lateAfter: number;
  /** Share of failed visits that is warned of, of the last days; the rubric has the veto line. */
  watchShare: number;
  availabilityDays: number;
  /**
   * Findings that come with time alone: pages are judged for them as of a day so far ahead, as if
   * nothing happened until then, to warn in time.
   */
  lookAhead: Readonly<Partial<Record<FindingKind, Period>>>;
  /** Pages of a site that a daily look may fetch; a weekly one may fetch all. */
  dailyPages: number;
}

const HOUR_MS = 3_600_000;

/** Office, sections 2 and 3: 3 % of visits, ten days of fourteen, two months of three. */
export const usualPlan: MonitoringPlan = {
  every: { availability: (24 * HOUR_MS) / 20, pages: 24 * HOUR_MS, links: 7 * 24 * HOUR_MS },
  lateAfter: 2,
  watchShare: 0.03,
  availabilityDays: 7,
  lookAhead: { 'homepage-not-updated': 'P4D', 'letter-unanswered': 'P1M' },
  dailyPages: 300,
};

export type SignalState = StateOf<'signal'>;

/** What one look says of one line. */
export interface Seen {
  /** An indicator of the rubric, `availability`, `dead-links`, or `on-time:` and a watch. */
  kind: string;
  state: 'fine' | 'watch' | 'breach' | 'unmeasured';
  measure: Readonly<Record<string, unknown>>;
}

/** What becomes of a line's signal after a look: nothing to tell, a new one, a change, its end. */
export type SignalStep =
  | { do: 'nothing' }
  | { do: 'open'; state: 'watch' | 'breach' | 'unmeasured' }
  | { do: 'keep' }
  | { do: 'move'; to: SignalState };

/** Pure: the signal that stands (null: none) and what was seen give the step. */
export function nextSignal(standing: SignalState | null, seen: Seen['state']): SignalStep {
  if (standing === null || standing === 'cleared' || standing === 'fine') {
    return seen === 'fine' ? { do: 'nothing' } : { do: 'open', state: seen };
  }
  if (standing === seen) return { do: 'keep' };
  return { do: 'move', to: seen === 'fine' ? 'cleared' : seen };
}
