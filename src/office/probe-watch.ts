import type { Instant } from '#base/civil-date.ts';
import type { ProbeResult } from '#domain/availability.ts';
import type { Watch } from './watch.ts';

/** What is told of a probe while it is on. */
export type ProbeNews =
  | { kind: 'visit'; unit: string; at: Instant; result: ProbeResult; outcome: string }
  | { kind: 'day'; day: number; days: number; visits: number; failed: number }
  | { kind: 'maintenance-unread'; why: Error };

/** The caller's clock, patience and ears of a probe. */
export interface ProbeWatch extends Pick<Watch, 'now' | 'wait' | 'signal'> {
  report(news: ProbeNews): void;
}
