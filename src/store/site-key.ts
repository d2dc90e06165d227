import { shortHash } from '#base/hash.ts';
import type { Url } from '#base/url.ts';

const MAX_NAME_LENGTH = 80;

/**
 * The folder name of a site: host, port and path of its homepage (`127.0.1.7-8080`,
 * `www.example.gov.cn_swj`), the same in every run. Where the name would lose something of the
 * address (other than the scheme or a last slash), a short hash of it follows.
 */
export function siteKey(homepage: Url): string {
  const url = new URL(homepage);
  const host = url.port === '' ? url.hostname : `${url.hostname}-${url.port}`;
  const path = url.pathname.replace(/^\/|\/$/g, '').replaceAll('/', '_');
  const plain = path === '' ? host : `${host}_${path}`;
  const name = plain.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
  const isFaithful =
    name === plain &&
    name.length <= MAX_NAME_LENGTH &&
    url.search === '' &&
    !url.pathname.includes('_') &&
    !url.pathname.includes('//') &&
    !url.hostname.endsWith('.');
  if (isFaithful) return name;
  return `${name.slice(0, MAX_NAME_LENGTH).replace(/^[.]+/, '')}-${shortHash(homepage, 8)}`;
}

/** Keys of several homepages: those that only a scheme or a slash tells apart get a hash too. */
export function siteKeys(homepages: readonly Url[]): string[] {
  const taken = new Set<string>();
  return homepages.map((homepage) => {
    const short = siteKey(homepage);
    const key = taken.has(short) ? `${short}-${shortHash(homepage, 8)}` : short;
    taken.add(key);
    return key;
  });
}
