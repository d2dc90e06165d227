import type { Url } from '#base/url.ts';

/**
 * What an office has decided about robots.txt: keep to it, or look all the same (a supervisor may
 * be entitled to) and note that it was there.
 */
export type RobotsPolicy = 'obey' | 'note';

/** What a robots.txt says to one robot. */
export interface Robots {
  isAllowed(url: Url): boolean;
  /** Pause it asks for between two requests; null when it asks for none. Milliseconds. */
  crawlDelayMs: number | null;
}

/** No robots.txt, or none that can be read: everything is allowed. */
export const NO_ROBOTS: Robots = { isAllowed: () => true, crawlDelayMs: null };

/** As much of a robots.txt as is read (RFC 9309, section 2.5, asks for at least 500 KiB). */
export const MAX_ROBOTS_BYTES = 512 * 1024;

/** Google's parser cuts lines there. */
const MAX_LINE_LENGTH = 2083 * 8 - 1;

interface Rule {
  pattern: string;
  isAllow: boolean;
}

interface Group {
  rules: Rule[];
  crawlDelayMs: number | null;
  isThere: boolean;
}

/**
 * Reads a robots.txt for the robot of a user agent (`Xunwang/0.1 …`, or
 * `Mozilla/5.0 (compatible; Xunwang/0.1; …)`), by
 * RFC 9309 and the expectations of Google's parser: groups of one robot are merged, the longest
 * matching pattern decides, Allow wins a tie, `*` and `$` are understood.
 */
export function parseRobots(text: string, userAgent: string): Robots {
  const own: Group = { rules: [], crawlDelayMs: null, isThere: false };
  const all: Group = { rules: [], crawlDelayMs: null, isThere: false };
  const name = robotName(userAgent);
  let current: Group[] = [];
  let isInRules = true;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const field = fieldOf(line);
    if (!field) continue;
    if (field.key === 'user-agent') {
      if (isInRules) current = [];
      isInRules = false;
      const group = groupFor(field.value, name, own, all);
      if (group && !current.includes(group)) current.push(group);
      if (group) group.isThere = true;
      continue;
    }
    isInRules = true;
    for (const group of current) addField(group, field);
  }
  const group = own.isThere ? own : all;
  return { isAllowed: (url) => decide(group.rules, url), crawlDelayMs: group.crawlDelayMs };
}

/** The name a robot goes by; '' for what names none. Browsers' names are nobody's. */
function robotName(userAgent: string): string {
  const named = /^mozilla\/.*?\(compatible;\s*([a-z_-]+)/i.exec(userAgent)?.[1];
  return (named ?? /^[a-z_-]+(?=\/|$)/i.exec(userAgent)?.[0] ?? '').toLowerCase();
}

type Key = 'user-agent' | 'allow' | 'disallow' | 'crawl-delay';

interface Field {
  key: Key;
  value: string;
}

/** Key and value of a line; the usual misspellings and a missing colon are understood. */
function fieldOf(line: string): Field | null {
  const text = line.slice(0, MAX_LINE_LENGTH).replace(/#.*$/, '').trim();
  const match = /^([^:]*?)\s*:\s*(.*)$/.exec(text) ?? /^(\S+)\s+(\S+)$/.exec(text);
  const key = keyOf((match?.[1] ?? '').toLowerCase());
  return key ? { key, value: (match?.[2] ?? '').trim() } : null;
}

function keyOf(word: string): Key | null {
  if (/^user[- ]?agent$/.test(word)) return 'user-agent';
  if (word === 'allow') return 'allow';
  if (/^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)$/.test(word)) return 'disallow';
  return /^crawl[- ]?delay$/.test(word) ? 'crawl-delay' : null;
}

function productName(userAgent: string): string {
  return (/^[a-z_-]*/i.exec(userAgent)?.[0] ?? '').toLowerCase();
}

function groupFor(value: string, name: string, own: Group, all: Group): Group | null {
  if (/^\*(?:\s|$)/.test(value)) return all;
  return name !== '' && productName(value) === name ? own : null;
}

function addField(group: Group, { key, value }: Field): void {
  if (key === 'crawl-delay') {
    const seconds = Number(value);
    if (value !== '' && seconds >= 0) group.crawlDelayMs ??= Math.round(seconds * 1000);
    return;
  }
  const isAllow = key === 'allow';
  const pattern = escapePattern(value);
  if (pattern !== '') group.rules.push({ pattern, isAllow });
  // `Allow: /dir/index.html` opens `/dir/` too.
  const folder = isAllow ? /^(.*\/)index\.htm[^/]*$/.exec(pattern)?.[1] : undefined;
  if (folder !== undefined) group.rules.push({ pattern: `${folder}$`, isAllow: true });
}

/** Escapes what is not ASCII and writes escapes in capitals, as addresses have them. */
function escapePattern(pattern: string): string {
  return pattern
    .replace(/[\u0080-\uffff]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

function decide(rules: readonly Rule[], url: Url): boolean {
  const path = pathOf(url);
  let longest = 0;
  let isAllowed = true;
  for (const { pattern, isAllow } of rules) {
    const { length } = pattern;
    const mayDecide = length > longest || (length === longest && isAllow);
    if (mayDecide && matches(path, pattern)) {
      longest = length;
      isAllowed = isAllow;
    }
  }
  return isAllowed;
}

/** Path and query as written, from the first slash after the host. */
function pathOf(url: Url): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/[^/?#;]*([^#]*)/i.exec(url);
  const path = match?.[1] ?? '';
  return path.startsWith('/') ? path : `/${path}`;
}

/** Whether a path begins with a pattern in which `*` is any text and a last `$` the end. */
function matches(path: string, pattern: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop();
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (last === undefined) return !isWhole || at === path.length;
  if (!isWhole) return path.indexOf(last, at) >= 0;
  return path.length - last.length >= at && path.endsWith(last);
}
