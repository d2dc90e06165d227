import type { Url } from '#base/url.ts';

/** The cookies of one chain of redirects; forgotten with it, so no fetch depends on another. */
export interface Cookies {
  /** The Cookie header for an address; empty when there is none. */
  headerFor(url: Url): string;
  /** Takes up the Set-Cookie headers of an answer. */
  take(url: Url, setCookies: readonly string[]): void;
}

/** An empty jar, by RFC 6265 as far as a redirect chain needs it: name, value, Domain, Max-Age. */
export function createCookies(): Cookies {
  const byDomain = new Map<string, Map<string, string>>();
  return {
    headerFor(url) {
      const host = new URL(url).hostname;
      const pairs: string[] = [];
      for (const [domain, cookies] of byDomain) {
        if (!isWithin(host, domain)) continue;
        for (const [name, value] of cookies) pairs.push(`${name}=${value}`);
      }
      return pairs.join('; ');
    },
    take(url, setCookies) {
      for (const text of setCookies) takeOne(byDomain, new URL(url).hostname, text);
    },
  };
}

function takeOne(byDomain: Map<string, Map<string, string>>, host: string, text: string): void {
  const [pair = '', ...attributes] = text.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at).trim();
  if (at < 1 || name === '') return;
  const domain = domainOf(host, attributes);
  const cookies = byDomain.get(domain) ?? new Map<string, string>();
  byDomain.set(domain, cookies);
  if (attributes.some((attribute) => /^\s*max-age\s*=\s*(?:0|-\d+)\s*$/i.test(attribute))) {
    cookies.delete(name);
  } else {
    cookies.set(name, pair.slice(at + 1).trim());
  }
}

/** The named domain when the host lies in it; a leading dot marks one that covers its hosts. */
function domainOf(host: string, attributes: readonly string[]): string {
  for (const attribute of attributes) {
    const match = /^\s*domain\s*=\s*\.?([^\s.]+\..+?)\s*$/i.exec(attribute);
    const domain = match?.[1]?.toLowerCase();
    if (domain && isWithin(host, `.${domain}`)) return `.${domain}`;
  }
  return host;
}

function isWithin(host: string, domain: string): boolean {
  return domain.startsWith('.')
    ? host === domain.slice(1) || host.endsWith(domain)
    : host === domain;
}
