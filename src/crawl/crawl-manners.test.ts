import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { defaultLimits } from './crawl-context.ts';
import {
  type Answers,
  answering,
  crawl,
  crawlAnswers,
  page,
  pathsOf,
} from './testing/loopback-crawl.ts';
import { serveHttp } from './testing/loopback.ts';

const GUARDED: Answers = {
  '/robots.txt': 'user-agent: xunwang\ndisallow: /inner/\ncrawl-delay: 0.001\n',
  '/': page('首页', '/inner/a.html', '/inner/b.pdf', '/open.html'),
  '/inner/a.html': page('内'),
  '/open.html': page('外'),
};

describe('robots.txt', () => {
  it('is obeyed where the office obeys it, and what it forbids is named', async () => {
    const { visits, summary } = await crawlAnswers(GUARDED);
    assert.ok(visits.every(({ url }) => !url.includes('/inner/')));
    assert.deepEqual(
      [...summary.cut].map(({ reason }) => reason),
      ['robots', 'robots'],
    );
    assert.deepEqual(summary.robots, { policy: 'obey', found: true, crawlDelayMs: 1 });
  });

  it('is only noted where the office may look all the same', async () => {
    const crawled = await crawlAnswers(GUARDED, { robots: 'note' });
    assert.ok(pathsOf(crawled, 'page').includes('/inner/a.html'));
    assert.ok(pathsOf(crawled, 'target').includes('/inner/b.pdf'));
    assert.deepEqual([...crawled.summary.cut], []);
    assert.deepEqual(crawled.summary.robots, { policy: 'note', found: true, crawlDelayMs: 1 });
  });

  it('may forbid the whole site', async () => {
    const answers = { ...GUARDED, '/robots.txt': 'user-agent: *\ndisallow: /' };
    const { visits, summary } = await crawlAnswers(answers);
    assert.equal(visits.length, 1);
    assert.deepEqual(
      [...summary.cut].map(({ reason }) => reason),
      ['robots'],
    );
  });

  it('that is missing or broken forbids nothing', async () => {
    for (const robots of [404, 500]) {
      const crawled = await crawlAnswers({ ...GUARDED, '/robots.txt': robots });
      assert.equal(crawled.summary.robots.found, false);
      assert.ok(pathsOf(crawled, 'page').includes('/inner/a.html'));
    }
  });
});

it('a crawl whose time is up ends in order and names what it left out', async () => {
  const slow: ServerResponse[] = [];
  const server = await serveHttp((request, response) => {
    response.setHeader('content-type', 'text/html');
    const path = request.url ?? '';
    if (path === '/') return response.end(page('首页', '/a.html', '/never.html', '/file.zip'));
    if (path === '/a.html') return response.end(page('甲', '/b.html'));
    if (path === '/never.html') return slow.push(response);
    return response.writeHead(404).end();
  });
  const crawled = await crawl(server, { limits: { ...defaultLimits, maxMs: 300 } });
  await server.close();
  const { summary, site } = crawled;
  assert.equal(summary.finished, true);
  assert.equal(slow.length, 1, 'the page was asked for');
  assert.ok(!pathsOf(crawled, 'page').includes('/never.html'), 'and given up');
  assert.deepEqual(
    [...summary.cut].map(({ url, reason }) => [url.slice(site.homepage.length), reason]).toSorted(),
    [
      ['b.html', 'budget'],
      ['file.zip', 'budget'],
      ['never.html', 'budget'],
    ],
  );
});

describe('a busy host', () => {
  /** Answers the first request for /busy.html with `headers` and a status, later ones well. */
  async function crawlBusy(status: number, headers: Record<string, string>) {
    let tries = 0;
    const server = await serveHttp((request, response) => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/') return response.end(page('首页', '/busy.html'));
      if (request.url !== '/busy.html') return response.writeHead(404).end();
      tries += 1;
      return tries === 1 ? response.writeHead(status, headers).end() : response.end(page('好'));
    });
    const limits = { ...defaultLimits, patienceMs: 2000 };
    const { visits } = await crawl(server, { limits });
    await server.close();
    const visit = visits.find(({ url }) => url.endsWith('/busy.html'));
    return [tries, visit?.outcome.kind === 'answered' && visit.outcome.status];
  }

  it('that asks for a moment gets it, and another try', async () => {
    assert.deepEqual(await crawlBusy(503, { 'retry-after': '0' }), [2, 200]);
    assert.deepEqual(await crawlBusy(429, { 'retry-after': '1' }), [2, 200]);
  });

  it('that asks for more than our patience is taken at its word', async () => {
    assert.deepEqual(await crawlBusy(503, { 'retry-after': '3600' }), [1, 503]);
  });

  it('that asks for nothing is asked once more when all else was', async () => {
    assert.deepEqual(await crawlBusy(503, {}), [2, 503]);
  });
});

it('a site gets no more than sixteen requests at once, and many once it is quick', async () => {
  let open = 0;
  let most = 0;
  const links = Array.from({ length: 300 }, (_, index) => `/${index}.html`);
  const server = await serveHttp((request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/' ? page('首页', ...links) : page('页'));
    }, 5);
  });
  const { summary } = await crawl(server);
  await server.close();
  assert.equal(summary.pages, 301);
  assert.ok(most > 4 && most <= 16, `${most} at once`);
});

it('a host that is only linked to gets no more than two requests at once', async () => {
  let open = 0;
  let most = 0;
  const other = await serveHttp((_request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end('ok');
    }, 3);
  });
  const links = Array.from({ length: 20 }, (_, index) => `${other.url}${index}`);
  const crawled = await crawlAnswers({ '/': page('首页', ...links) });
  await other.close();
  assert.equal(crawled.summary.targets, 20);
  assert.ok(most <= 2, `${most} at once`);
});

describe('a site that stumbles', () => {
  /** Serves pages, each of which fails as often as `stumbles` says before it opens. */
  async function crawlStumbling(pages: Answers, stumbles: Record<string, number>) {
    const listener = answering(pages);
    const server = await serveHttp((request, response) => {
      const left = stumbles[request.url ?? ''] ?? 0;
      stumbles[request.url ?? ''] = left - 1;
      if (left > 0) request.socket.destroy();
      else listener(request, response);
    });
    const crawled = await crawl(server);
    await server.close();
    return crawled;
  }

  it('at its homepage is crawled all the same, and both visits stay', async () => {
    const pages = { '/': page('首页', '/a.html'), '/a.html': page('甲') };
    // A broken connection is tried anew at once: two tries are one visit.
    const crawled = await crawlStumbling(pages, { '/': 2 });
    assert.equal(pathsOf(crawled, 'homepage').length, 2);
    assert.deepEqual(pathsOf(crawled, 'page'), ['/a.html']);
  });

  it('at a list loses nothing of what hangs on it', async () => {
    const pages = { '/': page('首页', '/l.html'), '/l.html': page('表', '/a.html'), '/a.html': '' };
    const crawled = await crawlStumbling(pages, { '/l.html': 2 });
    assert.deepEqual(pathsOf(crawled, 'page'), ['/l.html', '/l.html', '/a.html']);
  });
});

it('one page under endless parameters is given up, and what was left out is named', async () => {
  let asked = 0;
  const server = await serveHttp((request, response) => {
    response.setHeader('content-type', 'text/html');
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://a/');
    if (pathname === '/robots.txt' || pathname.startsWith('/xunwang-')) {
      return response.writeHead(404).end();
    }
    const more = Array.from({ length: 20 }, (_, index) => {
      return `/day?d=${Number(searchParams.get('d')) * 20 + index + 1}`;
    });
    if (pathname === '/') return response.end(page('首页', '/day?d=0', '/sound.html'));
    if (pathname === '/sound.html') return response.end(page('正文', '/further.html'));
    if (pathname !== '/day') return response.end(page('更多'));
    asked += 1;
    return response.end(page('日程', ...more));
  });
  const crawled = await crawl(server);
  await server.close();
  assert.ok(asked >= 50 && asked < 500, `${asked} were asked for`);
  assert.ok(pathsOf(crawled, 'page').includes('/further.html'));
  assert.ok([...crawled.summary.cut].length > 20);
  assert.ok([...crawled.summary.cut].every(({ reason }) => reason === 'budget'));
});
