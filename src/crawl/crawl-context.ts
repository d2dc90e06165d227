import type { CivilDate } from '#base/civil-date.ts';
import type { UrlBook } from '#base/url-book.ts';
import type { Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import type { CutTarget, Visit } from '#domain/visit.ts';
import type { Lexicon } from '#read/lexicon.ts';
import type { Courier } from './courier.ts';
import type { EarlierVisits } from './earlier-visits.ts';
import type { Exchange } from './exchange.ts';
import type { RobotsPolicy } from './robots.ts';

export interface CrawlLimits {
  /** Pages, frames and data endpoints of a site. */
  maxPages: number;
  /** Clicks from the homepage. */
  maxDepth: number;
  /** Of one page, decoded. */
  maxBytes: number;
  /** Of one fetch, to the headers; the body may take as long again. Milliseconds. */
  timeoutMs: number;
  /** Link targets that are no pages of the site. */
  maxTargets: number;
  /** How long a site may have us wait in all, by Retry-After and the like. Milliseconds. */
  patienceMs: number;
  /** Pause between two requests to the site, where the office sets one. Milliseconds. */
  delayMs?: number;
  /** How long the crawl of the site may take; what is left then is cut. Milliseconds. */
  maxMs?: number;
}

/** What an office gets that sets nothing (see docs/results.md). */
export const defaultLimits: CrawlLimits = {
  maxPages: 10_000,
  maxDepth: 30,
  maxBytes: 8 * 1024 * 1024,
  timeoutMs: 15_000,
  maxTargets: 50_000,
  patienceMs: 60_000,
};

/** One visit with all there is to save of it. */
export interface KeptVisit {
  visit: Visit;
  exchange: Exchange | null;
  facts: PageFacts | null;
}

/** What was kept of a site before: never fetched again. */
export interface KeptSoFar {
  /** Of every look, in order of their ids. */
  visits: Iterable<Visit>;
  /** The crawl had come to its end: what is missing was left out for lack of time. */
  isCrawled?: boolean;
  /** What was read of a visit. */
  factsOf(visit: Visit): PageFacts | null;
}

export interface CrawlProgress {
  pages: number;
  targets: number;
  queued: number;
  failed: number;
}

/** Everything a crawl needs besides the site. */
export interface CrawlContext {
  courier: Courier;
  lexicon: Lexicon;
  asOf: CivilDate;
  limits: CrawlLimits;
  robots: RobotsPolicy;
  /** Hosts (with port) that belong to the site besides the homepage's. */
  ownHosts?: readonly string[];
  /**
   * Called once a visit, one after the other, in order of their ids; the crawl waits for it, so a
   * slow disk slows the crawl. What it throws ends the crawl and is thrown on.
   */
  keep: (kept: KeptVisit) => void | Promise<void>;
  done: KeptSoFar;
  /** What an earlier run kept of the site: servers are asked whether it has changed. */
  earlier?: EarlierVisits;
  /** Where addresses are written down, for one who keeps such a book too; a new one by default. */
  book?: UrlBook;
  /** Ends the crawl at once; what was kept stays. */
  signal: AbortSignal;
  onProgress?: (progress: CrawlProgress) => void;
}

/** What a crawl came to. */
export interface CrawlSummary {
  /** Visits by kind, those of an interrupted run included. */
  pages: number;
  targets: number;
  /** Of all bodies, decoded. */
  bytes: number;
  /** Of this run. */
  ms: number;
  /** Read as often as wanted, until the next crawl. */
  cut: Iterable<CutTarget>;
  robots: { policy: RobotsPolicy; found: boolean; crawlDelayMs: number | null };
  /** False when it was stopped before its end. */
  finished: boolean;
}

/** One address to be visited. */
export interface Errand {
  url: Url;
  purpose: Visit['purpose'];
  /** On a host of the site. */
  isOwn: boolean;
}
