/** An absolute http(s) address as `new URL()` writes it, without a fragment. */
export type Url = string & { readonly unit?: 'url' };

const SESSION_PARAMETER = /^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|sid)$/i;
const SESSION_PATH = /;jsessionid=[^/?#]*/i;

/** The absolute address of `href` seen on `base`, without fragment; null for what is not http(s). */
export function resolveUrl(href: string, base: Url): Url | null {
  const plain = resolvePlain(href, base);
  if (plain !== null) return plain;
  try {
    return withoutFragment(new URL(href, base));
  } catch {
    return null;
  }
}

/** An address whose characters all stay as they are, with at most leading dots to follow. */
const PLAIN_PATH =
  /^(?:\.\/|(?:\.\.\/)+)?[\w~!$&()*+,;=-](?:[\w~!$&()*+,;=@/-]|\.(?![./?]|$))*(?:\?[\w~!$&()*+,;=@:/?.%-]*)?$/;
const PLAIN_ORIGIN = /^https?:\/\/(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}(?=\/)/;

/** Origin and folder of the page whose links were resolved last: links come page by page. */
let known = { base: '', origin: '', folder: '/' };

/**
 * What `new URL` would give, for the plain addresses that most links have, without its cost;
 * null for all others.
 */
function resolvePlain(href: string, base: Url): Url | null {
  if (base !== known.base) known = partsOf(base);
  if (known.origin === '') return null;
  if (href.startsWith('http')) {
    const origin = PLAIN_ORIGIN.exec(href)?.[0];
    if (origin === undefined) return null;
    const path = href.slice(origin.length + 1);
    return path === '' || (path[0] !== '.' && PLAIN_PATH.test(path)) ? href : null;
  }
  if (href.startsWith('/')) {
    const path = href.slice(1);
    return path[0] !== '.' && PLAIN_PATH.test(path) ? `${known.origin}${href}` : null;
  }
  return PLAIN_PATH.test(href) ? below(href) : null;
}

function partsOf(base: Url): typeof known {
  const url = URL.parse(base);
  const isPlain = url?.username === '' && /^https?:$/.test(url.protocol);
  if (!url || !isPlain) return { base, origin: '', folder: '/' };
  return { base, origin: url.origin, folder: url.pathname.replace(/[^/]*$/, '') };
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
  if (!/;jsession|sess|sid=/i.test(url)) return url;
  const parsed = new URL(url);
  parsed.pathname = parsed.pathname.replace(SESSION_PATH, '');
  const names = [...parsed.searchParams.keys()].filter((name) => SESSION_PARAMETER.test(name));
  for (const name of names) parsed.searchParams.delete(name);
  return parsed.href;
}

/** Host with port, as written in the address: the unit of politeness and of "own" pages. */
export function hostOf(url: Url): string {
  return partsOfUrl(url).host;
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
