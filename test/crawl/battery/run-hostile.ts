import { once } from 'node:events';
import { createServer } from 'node:net';
import type { CrawlLimits } from '#domain/run-settings.ts';
import type { Resolve } from '#crawl/net-connect.ts';
import { FORBIDDEN_LINKS, type HostileCase, leadAnywhere } from './hostile-cases.ts';
import { gone, type Serve } from './case.ts';
import { type Battery, deadLinksOf, openBattery } from './open-battery.ts';
import { serveSmallSite } from './small-site.ts';

/** What an adversary cost us, and whether the rest of the site was inspected all the same. */
export interface HostileOutcome {
  /** Of its link; `alive` where nothing is said of it. */
  verdict: string;
  requests: number;
  sentBytes: number;
  /** The site's other link, which is simply dead, was found and confirmed. */
  isRestFound: boolean;
}

const INNER: Readonly<Record<string, string>> = {
  'named-inner.test': '127.0.0.2',
  'named-inner.test.': '127.0.0.2',
  'named-mapped.test': '::ffff:127.0.0.2',
  'named-metadata.test': '169.254.169.254',
};

/** The first question about `rebind.test` is answered by an allowed address, all later ones not. */
export function hostileResolver(): Resolve {
  let asked = 0;
  return (hostname, callback) => {
    const isRebound = hostname === 'rebind.test' && asked++ > 0;
    const address = isRebound ? '127.0.0.2' : (INNER[hostname] ?? '127.0.0.1');
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
}

/** A run that may visit 127.0.0.1 and nothing else. */
export function openHostileBattery(more: Partial<CrawlLimits> = {}): Promise<Battery> {
  const limits = { maxPages: 2000, timeoutMs: 4000, ...more };
  return openBattery(hostileResolver(), limits, ['127.0.0.1/32']);
}

/** Inspects the site of one adversary. */
export async function runHostile(
  one: HostileCase,
  battery: Battery,
  key: string,
): Promise<HostileOutcome> {
  let requests = 0;
  const serve: Serve = (asked, socket) => {
    if (asked.path === '/dead.html') return gone(asked, socket);
    requests += 1;
    return one.serve?.(asked, socket);
  };
  const site = await serveSmallSite({ ...one, serve, beside: '<a href="/dead.html">旧</a>' });
  try {
    const said = new Map(deadLinksOf(await battery.inspect(site.homepage, key)));
    return {
      verdict: said.get(site.target) ?? 'alive',
      requests,
      sentBytes: site.sentBytes(),
      isRestFound: said.get(`${site.homepage}dead.html`) === 'dead not-found',
    };
  } finally {
    await site.close();
  }
}

/** What is said of links to inner addresses, and of redirects to them, and who was visited. */
export async function runForbidden(
  battery: Battery,
): Promise<{ verdicts: Map<string, string>; visitors: number; count: number }> {
  let visitors = 0;
  const sentinel = createServer((socket) => {
    visitors += 1;
    socket.destroy();
  });
  let links = '';
  const site = await serveSmallSite({
    name: 'links to inner addresses',
    expected: 'alive',
    serve: leadAnywhere,
    homepage: (asked, socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html;charset=utf-8\r\n\r\n${links}`);
      socket.end();
      return asked;
    },
  });
  const { port } = new URL(site.homepage);
  sentinel.listen(Number(port), '127.0.0.2');
  await once(sentinel, 'listening');
  const targets = FORBIDDEN_LINKS.map((link) => link.replace('PORT', port));
  const redirects = targets.map((link) => `/to?${encodeURIComponent(link)}`);
  const all = [...targets, ...redirects, `http://rebind.test:${port}/gone.html`, '/dead.html'];
  links = all.map((link) => `<p><a href="${link}">x</a></p>`).join('');
  try {
    const result = await battery.inspect(site.homepage, 'forbidden');
    return { verdicts: new Map(deadLinksOf(result)), visitors, count: all.length };
  } finally {
    await site.close();
    sentinel.close();
  }
}
