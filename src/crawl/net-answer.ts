import type { Url } from '#base/url.ts';

/** One request to one address, no redirect followed. */
export interface Sending {
  url: Url;
  /** Names and values in turn. */
  headers: string[];
  maxBytes: number;
  /** Limit for an answer that is no text. */
  maxOtherBytes: number;
  /** Until the headers are there, milliseconds. */
  openMs: number;
  /** Until the body is there, from the start, milliseconds. */
  totalMs: number;
  signal: AbortSignal | undefined;
}

/** Why a body ended before its end. */
export type Cut =
  /** Longer than the limit. */
  | 'limit'
  /** The server broke off. */
  | 'broken'
  /** Out of time. */
  | 'time';

/** Headers and body (still encoded) of one answer. */
export interface Answer {
  status: number;
  statusText: string;
  /** Names and values in turn, as sent, one character a byte. */
  rawHeaders: string[];
  body: Buffer;
  cut: Cut | null;
  /** What broke the body off; null unless `cut` is `broken`. */
  error: unknown;
  firstByteMs: number;
}

/** An answer, or the error that came instead of one. */
export type Sent = { answer: Answer } | { error: unknown };

/** How a request is put on the wire. */
export type Send = (sending: Sending) => Promise<Sent>;

/** How much of a redirect's own body is read, and how long, to keep its connection alive. */
const REDIRECT_BODY_BYTES = 16 * 1024;
export const REDIRECT_BODY_MS = 500;

const TEXT = /^\s*(?:text\/|application\/(?:\w+\+)?(?:json|xml|javascript)|application\/xhtml)/i;
const UNNAMED = /^\s*(?:application\/octet-stream\b|$)/i;

/** How much of an answer's body is wanted, by its status and headers. */
export function wantedBytes(status: number, rawHeaders: readonly string[], of: Sending): number {
  if (isRedirectStatus(status)) return Math.min(REDIRECT_BODY_BYTES, of.maxBytes);
  const type = headerValue(rawHeaders, 'content-type') ?? '';
  const isDownload = headerValue(rawHeaders, 'content-disposition') !== null;
  const mayBePage = TEXT.test(type) || (UNNAMED.test(type) && !isDownload);
  return mayBePage ? of.maxBytes : of.maxOtherBytes;
}

/** Whether a status leads on by its Location header. */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** The first value of a header, or null. */
export function headerValue(rawHeaders: readonly string[], name: string): string | null {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) return rawHeaders[index + 1] ?? null;
  }
  return null;
}

/** All values of a header, in order. */
export function headerValues(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) values.push(rawHeaders[index + 1] ?? '');
  }
  return values;
}
