import type { Instant } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';

/** Why nothing was answered. World failures are values. */
export type FailureReason =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'tls'
  | 'timeout'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'protocol'
  | 'unreachable'
  /** Our own doing: never counts against the site. */
  | 'forbidden-address'
  | 'robots'
  | 'budget'
  | 'ours';

/** What one fetch came to, redirects followed. */
export type Outcome =
  | {
      kind: 'answered';
      status: number;
      /** Media type as sent, with parameters; empty when none was sent. */
      contentType: string;
      /** `sha256:…` of the body after content decoding, as far as it was read. */
      bodyHash: string;
      bodyBytes: number;
      /** The body was longer than the limit and was cut. */
      truncated: boolean;
      /** Certificate did not verify; opened on a lenient second try. */
      insecure: boolean;
      /** From the first byte sent to the last byte read, hops included. */
      ms: number;
    }
  | { kind: 'failed'; why: FailureReason; detail: string; ms: number };

/** One redirect on the way. */
export interface Hop {
  url: Url;
  status: number;
  location: string;
}

/** Why an address was visited. `page`: of the site itself; `target`: to see whether a link works. */
export type VisitPurpose =
  | 'page'
  | 'target'
  | 'endpoint'
  | 'frame'
  | 'homepage'
  | 'robots'
  | 'random-path'
  /** A picture of a page that a confirmed finding rests on. */
  | 'picture';

/** One fetch as it was saved: enough to judge again without the network. */
export interface Visit {
  /** Unique within a site's folder, in order of writing: `v000001`. Names its WARC records. */
  id: string;
  /** The address as asked (and as written in the page that links to it). */
  url: Url;
  /** Where the redirects ended; equals `url` without any. */
  finalUrl: Url;
  at: Instant;
  /** 0 for the crawl itself, 1… for each round of looking again. */
  look: number;
  purpose: VisitPurpose;
  /**
   * `browser`: opened in a browser, after a fetch at the same look showed that nothing else would
   * do. Its body is the document as it stands after its scripts (or a picture of it), its status
   * and address those of the last document. Missing: fetched.
   */
  method?: 'browser';
  /**
   * The server said by 304 that nothing has changed since this visit of an earlier run, whose
   * body and outcome were taken over. Missing: the answer was sent whole.
   */
  unchangedSince?: Instant;
  via: Hop[];
  outcome: Outcome;
  /** Response headers of the final answer, names in lower case. */
  headers: Record<string, string>;
}

/** An address that was known but never fetched, and why. */
export interface CutTarget {
  url: Url;
  foundOn: Url;
  reason: 'budget' | 'robots' | 'forbidden-address' | 'depth';
}
