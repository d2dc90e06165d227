import type { Instant } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { Site } from './site.ts';
import type { Outcome } from './visit.ts';

/** When a series visits its sites: everything follows from this and a site's key. */
export interface ProbePlan {
  startsAt: Instant;
  /** Days of 24 hours from `startsAt`. */
  days: number;
  visitsPerDay: number;
  /** Of the jitter; the same seed gives the same instants on any machine. */
  seed: string;
}

/** How many of the control hosts were asked around a visit, and how many answered anything. */
export interface ControlState {
  asked: number;
  answered: number;
}

/** One visit of a homepage in a series of availability, as it was saved. */
export interface Probe {
  /** Unique within a site's series, in order of keeping: `p000001`. */
  id: string;
  /** The planned instant it stands for. */
  due: Instant;
  at: Instant;
  /** Times the homepage was asked for within the visit; 0 for a visit that was never made. */
  tries: number;
  outcome: Outcome;
  finalUrl: Url;
  /** From the first try to the end of the last, pauses between them included. Milliseconds. */
  openMs: number;
  /** Of the last try; null when nothing was answered. Milliseconds. */
  firstByteMs: number | null;
  /** A challenge page instead of the homepage. */
  isBlocked: boolean;
  /** A page that says it does not exist. */
  saysMissing: boolean;
  /** The worse state of before and after the visit; null without control hosts. */
  controls: ControlState | null;
  /** It could not count when it was made, so another visit is planned later that day. */
  isLost: boolean;
}

/** Maintenance (报备) of a site. It counts only when it was reported before it began. */
export interface MaintenanceWindow {
  from: Instant;
  /** The first instant after it. */
  to: Instant;
  reportedAt: Instant;
}

/** All that was saved of one site's availability. */
export interface AvailabilitySeries {
  site: Site;
  plan: ProbePlan;
  /** A visit that is not open by then failed. */
  timeoutMs: number;
  controls: Url[];
  /** In order of their ids. */
  probes: Probe[];
  maintenance: MaintenanceWindow[];
}

/**
 * What one visit of a series counts as. `blocked`: the server answered, but refused us or asked
 * for a proof of being human. `ours`: our own network, or our program not running.
 */
export type ProbeResult = 'opened' | 'failed' | 'blocked' | 'ours' | 'maintenance';

/** Visits of a series by what they count as. */
export type ProbeTally = Record<ProbeResult, number>;
