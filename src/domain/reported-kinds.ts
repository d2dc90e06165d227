import type { Fault } from './error-report.ts';
import type { FindingKind } from './finding.ts';

/** What a person may call a reported fault: kinds that no machine confirms alone, and dead links. */
export const reportedKinds = [
  'link-dead',
  'information-inaccurate',
  'grave-error',
  'date-forged',
  'link-hijacked',
  'letter-unanswered',
] as const satisfies readonly FindingKind[];
export type ReportedKind = (typeof reportedKinds)[number];

/** What a fault usually is in the terms of the rubric. */
export const usualKind: Readonly<Record<Fault, ReportedKind>> = {
  unavailable: 'link-dead',
  'dead-link': 'link-dead',
  stale: 'information-inaccurate',
  inaccurate: 'information-inaccurate',
  typo: 'grave-error',
  unanswered: 'letter-unanswered',
  forged: 'date-forged',
  other: 'information-inaccurate',
};
