import { hostOf, type Url } from '#base/url.ts';

/** The hosts a site lives on; `www.` makes no difference. */
export interface OwnHosts {
  has(url: Url): boolean;
  add(host: string): void;
}

/** Own hosts, with port as written in addresses. */
export function createOwnHosts(hosts: readonly string[]): OwnHosts {
  const own = new Set(hosts.map(bare));
  return {
    has: (url) => own.has(bare(hostOf(url))),
    add: (host) => void own.add(bare(host)),
  };
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}
