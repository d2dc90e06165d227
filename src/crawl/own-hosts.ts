import { hostOf, type Url } from '#base/url.ts';

/** The hosts a site lives on; `www.` makes no difference. */
export interface OwnHosts {
  has(url: Url): boolean;
  add(host: string): void;
}

/** Own hosts, with port as written in addresses. */
export function createOwnHosts(hosts: readonly string[]): OwnHosts {
  const own = new Set(hosts.map(bare));
  let last = { host: '', isOwn: false };
  return {
    has(url) {
      const host = hostOf(url);
      if (host !== last.host) last = { host, isOwn: own.has(bare(host)) };
      return last.isOwn;
    },
    add(host) {
      own.add(bare(host));
      last = { host: '', isOwn: false };
    },
  };
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}
