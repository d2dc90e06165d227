import { partsOfUrl, type Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';

const MAX_URL_LENGTH = 2000;
const MAX_SEGMENT_REPEATS = 3;
/** So many pages of one shape that say the same in a row: the next would say it too. */
const MAX_ECHOES = 50;

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

/** Pages that begin alike for so long are alike. */
const ENOUGH_TEXT = 2000;

/**
 * Notices the shapes whose pages all say the same: calendars without an appointment, filters
 * without a match, one page under endless parameters. Figures make no difference.
 */
export class Echoes {
  readonly #last = new Map<string, { said: number; times: number }>();
  readonly #traps = new Set<string>();

  /** Takes up what a page said. */
  note(url: Url, facts: PageFacts): void {
    const shape = shapeOf(url);
    // An address without figures or parameters shares its shape with no other.
    if (!/[#?]/.test(shape)) return;
    const said = digest(`${facts.title}\n${facts.text.slice(0, ENOUGH_TEXT)}`);
    const last = this.#last.get(shape);
    const times = last?.said === said ? last.times + 1 : 1;
    this.#last.set(shape, { said, times });
    if (times >= MAX_ECHOES) this.#traps.add(shape);
  }

  /** Whether no more is to be expected of an address. */
  isTrap(url: Url): boolean {
    return this.#traps.size > 0 && this.#traps.has(shapeOf(url));
  }
}

/** A number for a text in which figures count for nothing (FNV-1a). */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash;
}
