import { partsOfUrl, type Url } from '#base/url.ts';

const MAX_URL_LENGTH = 2000;
const MAX_SEGMENT_REPEATS = 3;

/**
 * The shape of an address: digits and long hexadecimal names folded, parameters by name. The
 * pages of a calendar, or of a list with endless filters, share one shape.
 */
export function shapeOf(url: Url): string {
  const { host, pathname, search } = partsOfUrl(url);
  const path = pathname.replace(/[0-9a-f]{16,}/gi, '#').replace(/\d+/g, '#');
  if (search === '') return `${host}${path}`;
  const names = [...new Set(new URLSearchParams(search).keys())].sort();
  return `${host}${path}?${names.join('&')}`;
}

/** Whether an address can only come from a trap: endlessly long, or running in circles. */
export function isRunaway(url: Url): boolean {
  if (url.length > MAX_URL_LENGTH) return true;
  const counts = new Map<string, number>();
  const segments = partsOfUrl(url).pathname.split('/');
  if (segments.length <= MAX_SEGMENT_REPEATS) return false;
  for (const segment of segments) {
    if (segment === '') continue;
    const count = (counts.get(segment) ?? 0) + 1;
    if (count > MAX_SEGMENT_REPEATS) return true;
    counts.set(segment, count);
  }
  return false;
}

/** Pages of one shape that are visited at most, out of `maxPages`. */
export function shapeBudget(shape: string, maxPages: number): number {
  const share = shape.includes('?') ? 0.2 : 0.8;
  return Math.max(200, Math.floor(maxPages * share));
}
