import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultLimits } from './crawl-context.ts';
import { type Answers, crawl, crawlAnswers, page, pathsOf } from './testing/loopback-crawl.ts';
import { serveHttp } from './testing/loopback.ts';

const SMALL: Answers = {
  '/': page('首页', '/news/', '/file.pdf', '/gone.html', '/news/1.html#top', '//127.0.0.2:1/'),
  '/news/': page('新闻', '/', '/news/1.html', '/news/2.html', '/logo.png'),
  '/news/1.html': page('一', '/news/'),
  '/news/2.html': page('二', '/news/3.html'),
  '/news/3.html': page('三'),
  '/file.pdf': 'x'.repeat(200_000),
  '/logo.png': 'png',
};

describe('a crawl', () => {
  it('visits every page once, then every other target once', async () => {
    const crawled = await crawlAnswers(SMALL);
    const { summary, visits } = crawled;
    assert.deepEqual(pathsOf(crawled, 'robots'), ['/robots.txt']);
    assert.deepEqual(pathsOf(crawled, 'homepage'), ['/']);
    assert.equal(pathsOf(crawled, 'random-path').length, 1);
    const pages = ['/news/', '/gone.html', '/news/1.html', '/news/2.html', '/news/3.html'];
    assert.deepEqual(pathsOf(crawled, 'page').sort(), [...pages].sort());
    const targets = ['/file.pdf', '/logo.png', 'http://127.0.0.2:1/'];
    assert.deepEqual(pathsOf(crawled, 'target').sort(), [...targets].sort());
    assert.equal(summary.finished, true);
    assert.deepEqual([summary.pages, summary.targets, [...summary.cut]], [6, 3, []]);
    assert.equal(new Set(visits.map(({ url }) => url)).size, visits.length);
  });

  it('numbers its visits in the order they are kept', async () => {
    const { kept } = await crawlAnswers(SMALL);
    kept.forEach(({ visit }, index) => {
      assert.equal(visit.id, `v${String(index + 1).padStart(6, '0')}`);
    });
    assert.deepEqual(
      kept.slice(0, 3).map(({ visit }) => visit.purpose),
      ['robots', 'homepage', 'random-path'],
    );
  });

  it('reads pages, error pages too, but no attachments', async () => {
    const { visits, facts } = await crawlAnswers(SMALL);
    const factsAt = (path: string) => facts[visits.find(({ url }) => url.endsWith(path))?.id ?? ''];
    assert.equal(factsAt('/news/2.html')?.title, '二');
    assert.equal(factsAt('/file.pdf'), undefined);
    assert.equal(factsAt('/robots.txt'), undefined);
  });

  it('reads no more of an attachment than shows that it is there', async () => {
    const { kept } = await crawlAnswers(SMALL);
    const file = kept.find(({ visit }) => visit.url.endsWith('.pdf'));
    assert.equal(file?.exchange?.bytes.length, 64 * 1024);
  });

  it('is the same whatever answers first', async () => {
    const order = async (delayMs: (path: string) => number) => {
      const server = await serveHttp((request, response) => {
        const body = SMALL[request.url ?? ''];
        setTimeout(
          () => {
            response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' });
            response.end(body);
          },
          delayMs(request.url ?? ''),
        );
      });
      const { visits, summary, site } = await crawl(server);
      await server.close();
      return [visits.map(({ url }) => url.replace(site.homepage, '/')), [...summary.cut]];
    };
    const even = await order(() => 0);
    assert.deepEqual(await order((path) => (path.length * 37) % 50), even);
    assert.deepEqual(await order((path) => 50 - ((path.length * 37) % 50)), even);
  });

  it('says what it had no budget for', async () => {
    const limits = { ...defaultLimits, maxPages: 3, maxTargets: 1 };
    const { summary, visits } = await crawlAnswers(SMALL, { limits });
    assert.equal(summary.pages, 3);
    assert.equal(summary.targets, 1);
    const known = [...visits.map(({ url }) => url), ...[...summary.cut].map(({ url }) => url)];
    assert.equal(new Set(known).size, known.length);
    assert.ok(
      [...summary.cut].length > 0 && [...summary.cut].every(({ reason }) => reason === 'budget'),
    );
  });

  it('keeps to the clicks it is allowed', async () => {
    const limits = { ...defaultLimits, maxDepth: 1 };
    const { summary } = await crawlAnswers(SMALL, { limits });
    const cut = [...summary.cut].map(({ url, reason }) => [new URL(url).pathname, reason]);
    assert.deepEqual(cut, [['/news/2.html', 'depth']]);
  });

  it('follows a homepage to its other host, and takes that for its own', async () => {
    const other = await serveHttp((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/home/' ? page('首页', 'a.html') : page('页'));
    });
    const target = `${other.url}home/`;
    const crawled = await crawlAnswers({ '/': { status: 302, headers: { location: target } } });
    await other.close();
    assert.deepEqual(pathsOf(crawled, 'page'), [`${other.url}home/a.html`]);
    assert.equal(pathsOf(crawled, 'robots').length, 2);
  });

  it('reads no page of another site as its own', async () => {
    const other = await serveHttp((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(page('别处', '/deeper.html'));
    });
    const answers = { '/': page('首页', other.url, '/away.html') };
    const away = { status: 301, headers: { location: other.url } };
    const crawled = await crawlAnswers({ ...answers, '/away.html': away });
    await other.close();
    assert.deepEqual(pathsOf(crawled, 'target'), [other.url]);
    assert.ok(crawled.visits.every(({ url }) => !url.includes('deeper')));
  });

  it('visits frames as what they are, and follows their links', async () => {
    const home =
      '<!doctype html><title>首页</title><body><iframe src="/list.html"></iframe></body>';
    const crawled = await crawlAnswers({
      '/': home,
      '/list.html': page('列表', '/a.html'),
      '/a.html': page('甲'),
    });
    assert.deepEqual(pathsOf(crawled, 'frame'), ['/list.html']);
    assert.deepEqual(pathsOf(crawled, 'page'), ['/a.html']);
  });

  it('of a site that does not answer tries its homepage three times and keeps that', async () => {
    const server = await serveHttp(() => {});
    await server.close();
    const { visits, summary } = await crawl(server);
    assert.deepEqual(
      visits.map(({ purpose, outcome }) => [purpose, outcome.kind === 'failed' && outcome.why]),
      [
        ['robots', 'refused'],
        ['homepage', 'refused'],
        ['homepage', 'refused'],
        ['homepage', 'refused'],
      ],
    );
    assert.equal(summary.finished, true);
  });
});
