import type { Instant } from '#base/civil-date.ts';

/** An act that matters, as it is asked to be written down. Personal data is referred to only. */
export interface LedgerNote {
  /** What was done: `campaign.open`, `finding.accept`. */
  act: string;
  /** What it was done to: `campaign`, `finding` …, and its number. */
  thing: string;
  thingId: number | null;
  before: unknown;
  after: unknown;
  reason: string | null;
}

/** One line of the ledger: a note with who and when, chained to the line before by its hash. */
export interface LedgerEntry extends LedgerNote {
  number: number;
  at: Instant;
  /** `person:7` or `job:inspect-site`. */
  actor: string;
  previousHash: string;
  hash: string;
}

/** What stands before the first line. */
export const FIRST_HASH = 'sha256:0000000000000000000000000000000000000000000000000000000000000000';
