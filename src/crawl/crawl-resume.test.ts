import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Visit } from '#domain/visit.ts';
import type { CrawlSummary, KeptVisit } from './crawl-context.ts';
import { crawlSite } from './crawl-site.ts';
import {
  type Answers,
  answering,
  contextFor,
  keptSoFar,
  page,
  siteOf,
} from './testing/loopback-crawl.ts';
import { serveHttp } from './testing/loopback.ts';

const pages = Array.from({ length: 12 }, (_, index) => `/a${index}.html`);
const SITE: Answers = {
  '/robots.txt': 'user-agent: *\ndisallow: /secret/\n',
  '/': page('首页', '/list.html', '/secret/1.html', '/broken.html', '/x.zip', '/gone.html'),
  '/broken.html': 500,
  '/list.html': page('列表', ...pages),
  ...Object.fromEntries(pages.map((path) => [path, page(path, '/list.html', '/x.zip', '/y.zip')])),
  '/x.zip': 'zip',
};

/** A visit without what differs between two runs by nature. */
function lasting({ at: _at, headers: _headers, outcome, ...visit }: Visit) {
  const { ms: _ms, ...came } = outcome;
  return { ...visit, outcome: came };
}

it('an interrupted crawl, resumed, keeps what an undisturbed one keeps', async () => {
  const asked: string[] = [];
  const server = await serveHttp(answering(SITE, asked));
  const site = siteOf(server);
  const whole = contextFor({});
  const summary = await crawlSite(site, whole);
  await whole.net.close();
  const count = whole.kept.length;
  assert.ok(count > 15);

  for (let stopAfter = 1; stopAfter < count; stopAfter += 3) {
    const stop = new AbortController();
    const kept: KeptVisit[] = [];
    const keep = async (one: KeptVisit) => {
      kept.push(one);
      if (kept.length === stopAfter) stop.abort();
    };
    const first = contextFor({ keep, signal: stop.signal });
    await crawlSite(site, first);
    await first.net.close();
    assert.ok(kept.length >= stopAfter);

    const before = kept.map(({ visit }) => new URL(visit.url).pathname);
    asked.length = 0;
    const second = contextFor({ keep, done: keptSoFar(kept) });
    const resumed = await crawlSite(site, second);
    await second.net.close();
    assert.deepEqual(
      kept.map(({ visit }) => lasting(visit)),
      whole.kept.map(({ visit }) => lasting(visit)),
    );
    // What stumbled is asked for twice by right.
    assert.deepEqual(
      before.filter((path) => asked.includes(path) && path !== '/broken.html'),
      [],
    );
    const lastingOf = ({ cut, ...rest }: CrawlSummary) => ({ ...rest, cut: [...cut], ms: 0 });
    assert.deepEqual(lastingOf(resumed), lastingOf(summary));
  }
  await server.close();
});

it('stops at once while a server does not answer', async () => {
  const server = await serveHttp((request, response) => {
    if (request.url !== '/') return;
    response.setHeader('content-type', 'text/html');
    response.end(page('首页', '/never.html'));
  });
  const stop = new AbortController();
  const context = contextFor({ signal: stop.signal });
  setTimeout(() => stop.abort(), 100);
  const summary = await crawlSite(siteOf(server), context);
  assert.equal(summary.finished, false);
  assert.deepEqual(context.kept, []);
  await context.net.close();
  await server.close();
});

it('a crawl that cannot keep ends with the error', async () => {
  const server = await serveHttp(answering(SITE));
  let count = 0;
  const keep = () => {
    count += 1;
    if (count === 5) throw new Error('disk full');
  };
  const context = contextFor({ keep });
  await assert.rejects(crawlSite(siteOf(server), context), /disk full/);
  assert.equal(count, 5);
  await context.net.close();
  await server.close();
});

it('a slow archive slows the crawl instead of piling up', async () => {
  const server = await serveHttp(answering(SITE));
  let open = 0;
  const keep = async () => {
    open += 1;
    assert.equal(open, 1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    open -= 1;
  };
  const context = contextFor({ keep });
  assert.equal((await crawlSite(siteOf(server), context)).finished, true);
  await context.net.close();
  await server.close();
});
