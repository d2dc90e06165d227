import type { Brought, Opened, Opening, Order } from '#crawl/courier.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { Refusal } from '#base/refusal.ts';
import type { SiteProgress } from './watch.ts';

/** What a thread is started with. */
export interface ThreadStart {
  /** The run's folder. */
  dir: string;
  userAgent: string;
  mayOpen: boolean;
}

/** From the run to a thread that inspects sites; several are sent together. */
export type ToThread =
  | { kind: 'inspect'; site: Site }
  | { kind: 'brought'; order: number; brought: Brought | null }
  | { kind: 'opened'; order: number; opened: Opened | null }
  /** Ctrl-C: keep what there is and come to an end. */
  | { kind: 'stop' };

/** From a thread to the run; several are sent together. */
export type FromThread =
  | { kind: 'order'; order: number; of: Order }
  | { kind: 'opening'; order: number; of: Opening }
  /** The answer is no longer wanted. */
  | { kind: 'cancel'; order: number }
  | { kind: 'space'; host: string; delayMs: number }
  | { kind: 'progress'; progress: SiteProgress }
  | { kind: 'inspected'; site: string; result: SiteResult | null }
  | { kind: 'failed'; site: string; error: ThreadError };

/** A refusal keeps what it is made of; anything else is a defect of ours. */
export type ThreadError =
  | { kind: 'refusal'; code: Refusal['code']; args: Refusal['args'] }
  | { kind: 'defect'; error: unknown };
