/** An absolute http(s) address as `new URL()` writes it, without a fragment. */
export type Url = string & { readonly unit?: 'url' };

const SESSION_PARAMETER = /^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|sid)$/i;
/** Of Java servers behind the path, of ASP.NET as a folder of its own. */
const SESSION_PATH = /;jsessionid=[^/?#]*|\/\(S\([0-9a-z]+\)\)/i;

/** `javascript:`, `mailto:`: what mirrors and menus are full of, and dear to parse. */
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z\d+.-]*:/i;

/** The absolute address of `href` seen on `base`, without fragment; null for what is not http(s). */
export function resolveUrl(href: string, base: Url): Url | null {
  const plain = resolvePlain(href, base);
  if (plain !== null) return plain;
  if (OTHER_SCHEME.test(href)) return null;
  try {
    return withoutFragment(new URL(href, base));
  } catch {
    return null;
  }
}

/** What a character can be in a plain address: in its path, in its query only, an end of either. */
const IN_PATH = 1;
const IN_QUERY = 2;
const roles = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const sign = String.fromCharCode(code);
  if (/[\w~!$&()*+,;=@/-]/.test(sign)) roles[code] = IN_PATH | IN_QUERY;
  else if (/[.:?%]/.test(sign)) roles[code] = IN_QUERY;
}

const PLAIN_ORIGIN = /^https?:\/\/(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}(?=\/)/;

/**
 * Whether an address below a folder, from `from` on, is made of characters that all stay as they
 * are: no dots to follow, no escapes in the path, nothing that would have to be escaped.
 */
function isPlainPath(href: string, from: number): boolean {
  const { length } = href;
  const first = href.charCodeAt(from);
  if (from >= length || first === 0x2f || first === 0x40) return false;
  let at = from;
  for (; at < length; at++) {
    const code = href.charCodeAt(at);
    if (code >= 128) return false;
    if (((roles[code] ?? 0) & IN_PATH) !== 0) continue;
    if (code !== 0x2e || at === from) break;
    // Dots that climb, and an end in a dot, are for the standard.
    const next = at + 1 < length ? href.charCodeAt(at + 1) : 0x2f;
    if (next === 0x2e || next === 0x2f || next === 0x3f) return false;
  }
  if (at === length) return true;
  if (href.charCodeAt(at) !== 0x3f || at === from) return false;
  for (at++; at < length; at++) {
    const code = href.charCodeAt(at);
    if (code >= 128 || ((roles[code] ?? 0) & IN_QUERY) === 0) return false;
  }
  return true;
}

/** Origin and folder of the page whose links were resolved last: links come page by page. */
let known = { base: '', origin: '', folder: '/', isHere: '' };

/**
 * What `new URL` would give, for the plain addresses that most links have, without its cost;
 * null for all others.
 */
function resolvePlain(href: string, base: Url): Url | null {
  if (base !== known.base) known = partsOf(base);
  if (known.origin === '') return null;
  if (href.startsWith('http')) {
    const start =
      known.isHere !== '' && href.startsWith(known.isHere)
        ? known.isHere.length
        : startOfPath(href);
    if (start < 0) return null;
    return start === href.length || isPlainPath(href, start) ? href : null;
  }
  if (href.charCodeAt(0) === 0x2f) return isPlainPath(href, 1) ? known.origin + href : null;
  let from = href.startsWith('./') ? 2 : 0;
  if (from === 0) while (href.startsWith('../', from)) from += 3;
  return isPlainPath(href, from) ? below(href) : null;
}

/** Behind the slash after a plain host; -1 for any other address. */
function startOfPath(href: string): number {
  const origin = PLAIN_ORIGIN.exec(href)?.[0];
  return origin === undefined ? -1 : origin.length + 1;
}

function partsOf(base: Url): typeof known {
  const start = startOfPath(base);
  if (start > 0 && (start === base.length || isPlainPath(base, start))) {
    const mark = base.indexOf('?', start);
    const end = base.lastIndexOf('/', mark < 0 ? base.length : mark) + 1;
    const isHere = base.slice(0, start);
    return { base, origin: base.slice(0, start - 1), folder: base.slice(start - 1, end), isHere };
  }
  const url = URL.parse(base);
  const isPlain = url?.username === '' && /^https?:$/.test(url.protocol);
  if (!url || !isPlain) return { base, origin: '', folder: '/', isHere: '' };
  const { origin } = url;
  const isHere = startOfPath(`${origin}/`) > 0 ? `${origin}/` : '';
  return { base, origin, folder: url.pathname.replace(/[^/]*$/, ''), isHere };
}

/** Some characters of a source, the source also as UTF-16 units. */
export interface Span {
  source: string;
  codes: Uint16Array;
  from: number;
  to: number;
}

/**
 * What `resolveUrl` gives for the plain addresses below a page's own host that most links have,
 * read where they stand: no text is made but the address itself. Null for all others.
 */
export function resolvePlainSpan({ source, codes, from, to }: Span, base: Url): Url | null {
  if (base !== known.base) known = partsOf(base);
  const { origin, isHere } = known;
  if (origin === '') return null;
  const first = codes[from] ?? 0;
  if (first === 0x2f) {
    return isPlainPathAt(codes, from + 1, to) ? origin + source.slice(from, to) : null;
  }
  if (first === 0x68 && isHttpAt(codes, from, to)) {
    const isOwn = isHere !== '' && source.startsWith(isHere, from);
    const path = from + isHere.length;
    if (!isOwn || path > to) return null;
    return path === to || isPlainPathAt(codes, path, to) ? source.slice(from, to) : null;
  }
  let at = from;
  if (first === 0x2e) {
    if (codes[from + 1] === 0x2f) at += 2;
    else while (codes[at] === 0x2e && codes[at + 1] === 0x2e && codes[at + 2] === 0x2f) at += 3;
  }
  if (at >= to || !isPlainPathAt(codes, at, to)) return null;
  return at === from
    ? origin + known.folder + source.slice(from, to)
    : below(source.slice(from, to));
}

function isHttpAt(codes: Uint16Array, from: number, to: number): boolean {
  const isHt = codes[from + 1] === 0x74 && codes[from + 2] === 0x74;
  return isHt && codes[from + 3] === 0x70 && to - from >= 4;
}

/** The same within markup, where an ampersand may begin an entity: it is not plain. */
const markupRoles = roles.slice();
markupRoles[0x26] = 0;

/** `isPlainPath` of what stands between two places of a page's source. */
function isPlainPathAt(codes: Uint16Array, from: number, to: number): boolean {
  const first = codes[from] ?? 0;
  if (from >= to || first === 0x2f || first === 0x40) return false;
  let at = from;
  for (; at < to; at++) {
    const code = codes[at] ?? 0;
    if (code >= 128) return false;
    if (((markupRoles[code] ?? 0) & IN_PATH) !== 0) continue;
    if (code !== 0x2e || at === from) break;
    const next = at + 1 < to ? codes[at + 1] : 0x2f;
    if (next === 0x2e || next === 0x2f || next === 0x3f) return false;
  }
  if (at === to) return true;
  if (codes[at] !== 0x3f || at === from) return false;
  for (at++; at < to; at++) {
    const code = codes[at] ?? 0;
    if (code >= 128 || ((markupRoles[code] ?? 0) & IN_QUERY) === 0) return false;
  }
  return true;
}

function below(href: string): Url {
  let { folder } = known;
  let from = href.startsWith('./') ? 2 : 0;
  for (; href.startsWith('../', from); from += 3) {
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1) || '/';
  }
  return `${known.origin}${folder}${href.slice(from)}`;
}

/** Parses an absolute http(s) address; null when it is none. */
export function parseUrl(text: string): Url | null {
  try {
    return withoutFragment(new URL(text));
  } catch {
    return null;
  }
}

function withoutFragment(url: URL): Url | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
}

/** What makes two targets the same one: the address without session ids (and fragment). */
export function targetKey(url: Url): string {
  if (!/;jsession|sess|sid=|\/\(s\(/i.test(url)) return url;
  const parsed = new URL(url);
  parsed.pathname = parsed.pathname.replace(SESSION_PATH, '');
  const names = [...parsed.searchParams.keys()].filter((name) => SESSION_PARAMETER.test(name));
  for (const name of names) parsed.searchParams.delete(name);
  return parsed.href;
}

/** Host with port, as written in the address: the unit of politeness and of "own" pages. */
export function hostOf(url: Url): string {
  const from = url.indexOf('//') + 2;
  const host = url.slice(from, url.indexOf('/', from));
  return host.includes('@') ? new URL(url).host : host;
}

/** An address taken apart, as `URL` does it; `host` with port. */
export interface UrlParts {
  origin: string;
  host: string;
  pathname: string;
  search: string;
}

/** Takes a resolved address apart without parsing it anew: it is in normal form already. */
export function partsOfUrl(url: Url): UrlParts {
  const from = url.indexOf('//') + 2;
  const slash = url.indexOf('/', from);
  const host = url.slice(from, slash);
  if (host.includes('@')) return new URL(url);
  const mark = url.indexOf('?', slash);
  const end = mark < 0 ? url.length : mark;
  // A lone question mark is no search, as `URL` has it.
  const search = mark < 0 || mark === url.length - 1 ? '' : url.slice(mark);
  return { origin: url.slice(0, slash), host, pathname: url.slice(slash, end), search };
}

/** Whether an address is the root of its host (`/`, `/index.html`, `/default.aspx` …). */
export function isHomepageUrl(url: Url): boolean {
  return /^\/(?:(?:index|default|home)\.(?:s?html?|aspx?|jsp|php))?$/i.test(new URL(url).pathname);
}
