/** An absolute http(s) address as `new URL()` writes it, without a fragment. */
export type Url = string & { readonly unit?: 'url' };

const SESSION_PARAMETER = /^(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|session_id|sid)$/i;
const SESSION_PATH = /;jsessionid=[^/?#]*/i;

/** The absolute address of `href` seen on `base`, without fragment; null for what is not http(s). */
export function resolveUrl(href: string, base: Url): Url | null {
  try {
    return withoutFragment(new URL(href, base));
  } catch {
    return null;
  }
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
  return new URL(url).host;
}

/** Whether an address is the root of its host (`/`, `/index.html`, `/default.aspx` …). */
export function isHomepageUrl(url: Url): boolean {
  return /^\/(?:(?:index|default|home)\.(?:s?html?|aspx?|jsp|php))?$/i.test(new URL(url).pathname);
}
