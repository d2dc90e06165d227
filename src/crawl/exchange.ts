import type { Url } from '#base/url.ts';
import type { Hop, Outcome } from '#domain/visit.ts';

/** One address to be fetched, with its limits. */
export interface FetchRequest {
  url: Url;
  /** Limit of the body, before and after decoding; what is longer is cut. */
  maxBytes: number;
  /** The same for an answer that is no text (pictures, attachments); `maxBytes` when left out. */
  maxOtherBytes?: number;
  /** Time to the last hop's headers; the body may take as long again. Milliseconds. */
  timeoutMs: number;
  /** Keep cookies from hop to hop from the start (a loop is retried with them anyway). */
  cookies?: boolean;
  /**
   * Part of a body will do: one that stalls when some of it is there is an answer, cut, and not
   * a time-out. For targets; a page must be whole, or rows would seem to be missing from it.
   */
  partial?: boolean;
  /** Headers, names and values in turn, that ask whether it has changed: for the address itself. */
  conditions?: string[];
  /** On a connection of its own, closed afterwards: what a second look needs. */
  fresh?: boolean;
  /** As a reader, by other ways than the crawl's (`fetchAsReader`). */
  reader?: Reader;
  signal?: AbortSignal;
}

/** Where a reader comes from who follows a link. */
export interface Reader {
  /** The page that shows him the link. */
  from: Url;
  /** The Set-Cookie headers he got there. */
  setCookies: string[];
}

/** All that one fetch brought, redirects followed. */
export interface Exchange {
  finalUrl: Url;
  via: Hop[];
  outcome: Outcome;
  /** Of the final answer, names in lower case, several of one name joined by `, `. */
  headers: Record<string, string>;
  /** The body after content decoding, as far as it was read. */
  bytes: Uint8Array;
  /** The whole body as it came, where it came packed (gzip) and was unpacked. */
  wire?: Uint8Array;
  /** Request line and headers of the last hop, ending in an empty line. */
  requestHead: string;
  /** Status line and headers as sent, ending in an empty line; empty when nothing was answered. */
  responseHead: string;
  /** From sending the last hop's request to its headers; null when nothing was answered. */
  firstByteMs: number | null;
}
