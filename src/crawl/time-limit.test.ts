import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defaultLimits, type KeptVisit } from './crawl-context.ts';
import { crawlSite } from './crawl-site.ts';
import { answering, contextFor, keptSoFar, page, siteOf } from './testing/loopback-crawl.ts';
import { serveHttp } from './testing/loopback.ts';
import { crawledMs } from './time-limit.ts';

const SITE = {
  '/': page('首页', '/a.html', '/b.html'),
  '/a.html': page('甲', '/c.html'),
  '/b.html': page('乙'),
  '/c.html': page('丙'),
};

it('what earlier calls crawled is told by their visits, pauses between calls left out', () => {
  const at = (text: string, look = 0) => ({ at: `2019-05-27T${text}Z`, look });
  const visits = [at('01:00:00.000'), at('01:00:10.000'), at('01:00:05.000')];
  assert.equal(crawledMs(visits), 10_000);
  const resumed = [...visits, at('09:00:00.000'), at('09:00:30.000'), at('10:00:00.000', 1)];
  assert.equal(crawledMs(resumed), 10_000 + 60_000 + 30_000);
  assert.equal(crawledMs([]), 0);
});

it('a resumed crawl has the time that is left, and what was kept takes none of it', async () => {
  const server = await serveHttp(answering(SITE));
  const site = siteOf(server);
  const stop = new AbortController();
  const kept: KeptVisit[] = [];
  const keep = async (one: KeptVisit) => {
    // As if the crawl had taken four minutes so far.
    const at = new Date(Date.UTC(2019, 4, 27, 1, kept.length)).toISOString();
    kept.push({ ...one, visit: { ...one.visit, at } });
    if (kept.length === 5) stop.abort();
  };
  const first = contextFor({ keep, signal: stop.signal });
  assert.equal((await crawlSite(site, first)).finished, false);
  await first.net.close();
  assert.equal(crawledMs(keptSoFar(kept).visits), 240_000);
  const before = kept.length;

  const maxMs = 240_000;
  const second = contextFor({
    keep,
    done: keptSoFar(kept),
    limits: { ...defaultLimits, maxMs },
  });
  const spent = await crawlSite(site, second);
  await second.net.close();
  assert.equal(spent.finished, true);
  assert.equal(kept.length, before, 'nothing more was fetched');
  assert.deepEqual(
    [...spent.cut].map(({ reason }) => reason),
    ['budget'],
  );

  const limits = { ...defaultLimits, maxMs: maxMs + 60_000 };
  const third = contextFor({ keep, done: keptSoFar(kept), limits });
  const whole = await crawlSite(site, third);
  await third.net.close();
  assert.equal(whole.finished, true);
  assert.deepEqual([...whole.cut], []);

  const done = { ...keptSoFar(kept.slice(0, before)), isCrawled: true };
  const fourth = contextFor({ keep, done, limits });
  const ended = await crawlSite(site, fourth);
  await fourth.net.close();
  await server.close();
  assert.equal(ended.finished, true);
  assert.equal([...ended.cut].length, 1, 'a crawl that had ended stays as it was');
});
