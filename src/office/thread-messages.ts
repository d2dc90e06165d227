import type { Brought, Opened, Opening, Order } from '#crawl/courier.ts';
import type { Site } from '#domain/site.ts';
import type { Refusal } from '#base/refusal.ts';
import type { JudgedSite } from './judge-site.ts';
import type { SiteProgress } from './watch.ts';

/** What a thread is given when it begins. */
export interface ThreadData {
  /** The file to begin with. */
  main: string;
  /** How many answers it has read: see `ReadingShare`. */
  done: Int32Array;
}

/** A site that a thread is given. */
export interface SiteErrand {
  site: Site;
  /** Of its run. */
  dir: string;
  userAgent: string;
  mayOpen: boolean;
}

/**
 * From those who have sites inspected to a thread; several are sent together. Each site has a
 * ticket, its number in the thread: the sites of a thread belong to many runs.
 */
export type ToThread = { ticket: number } & (
  | { kind: 'inspect'; errand: SiteErrand }
  /** Facts read already come as text: as values they would take twice the time to pass. */
  | { kind: 'brought'; order: number; brought: Brought | null; facts?: string }
  | { kind: 'opened'; order: number; opened: Opened | null }
  | { kind: 'waited' }
  /** Ctrl-C, or the run is no longer wanted: keep what there is and come to an end. */
  | { kind: 'stop' }
);

/** From a thread; several are sent together. */
export type FromThread = { ticket: number } & (
  | { kind: 'order'; order: number; of: Order }
  | { kind: 'opening'; order: number; of: Opening }
  /** The answer is no longer wanted. */
  | { kind: 'cancel'; order: number }
  | { kind: 'space'; host: string; delayMs: number }
  /** Patience is the watch's, which may have a clock of its own. */
  | { kind: 'wait'; waitMs: number }
  | { kind: 'progress'; progress: SiteProgress }
  | { kind: 'inspected'; judged: JudgedSite | null }
  | { kind: 'failed'; error: ThreadError }
);

/** What a courier in a thread sends. */
export type CourierMessage = Extract<
  FromThread,
  { kind: 'order' | 'opening' | 'cancel' | 'space' }
>;

/** A refusal keeps what it is made of; anything else is a defect of ours. */
export type ThreadError =
  | { kind: 'refusal'; code: Refusal['code']; args: Refusal['args'] }
  | { kind: 'defect'; error: unknown };
