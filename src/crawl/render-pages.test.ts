import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRenderingLane, type RenderingLane } from './browser-lane.ts';
import type { KeptVisit } from './crawl-context.ts';
import { lookAgain } from './look-again.ts';
import { takePictures } from './take-pictures.ts';
import {
  type Answers,
  answering,
  contextFor,
  crawl,
  keptSoFar,
  siteOf,
} from './testing/loopback-crawl.ts';
import { type Loopback, serveHttp } from './testing/loopback.ts';

const skip =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'no packaged browser here';

/** A list page whose rows a script makes from numbers, as many sites have them. */
function scripted(path: string, rows: string): string {
  const units = [...rows].map((character) => character.codePointAt(0));
  return `<!doctype html><html><head><title>通知公告</title><meta name="ColumnName" content="通知公告">
    <meta name="ColumnType" content="通知公告"></head><body>
    <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="${path}">通知公告</a></div>
    <div id="list">数据加载中，请稍候…</div>
    <script>document.getElementById('list').innerHTML=[${units}].map(function (unit) {
      return String.fromCodePoint(unit); }).join('');</script></body></html>`;
}

const row = (name: string) =>
  `<li><a href="/a/${name}.html">关于${name}工作的通知公告</a><span>2019-05-20</span></li>`;
const article = `<!doctype html><title>关于工作的通知</title><h1>关于工作的通知</h1><p>正文。</p>`;
const SITE: Answers = {
  '/': '<!doctype html><title>某局</title><a href="/tzgg/">通知公告</a><a href="/wall/">要闻</a>',
  '/tzgg/': scripted('/tzgg/', `<ul>${['甲', '乙', '丙'].map(row).join('')}</ul>`),
  '/a/甲.html': article,
};

let lane: RenderingLane;
let server: Loopback;
const asked: string[] = [];

before(async () => {
  if (skip) return;
  const plain = answering(SITE, asked);
  server = await serveHttp((request, response) => {
    request.url = decodeURIComponent(request.url ?? '');
    const isKnown = request.headers.cookie?.includes('__jsl_clearance_s=1');
    if (request.url !== '/wall/') return plain(request, response);
    // A wall that lets in who runs its script and comes back.
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (!isKnown) response.statusCode = 521;
    const wall = `<html><head><script>document.cookie='__jsl_clearance_s=1;path=/';location.href=location.pathname+location.search</script></head><body></body></html>`;
    response.end(isKnown ? `<title>要闻</title><a href="/behind.html">墙后</a>` : wall);
  });
  lane = openRenderingLane({ allowNet: ['127.0.0.0/8'], userAgent: 'Mozilla/5.0 (Xunwang/test)' });
});

after(async () => {
  if (skip) return;
  await lane.close();
  await server.close();
});

const inBrowser = ({ visit }: KeptVisit) => visit.method === 'browser';
const pathOf = ({ visit }: KeptVisit) => decodeURIComponent(new URL(visit.url).pathname);

test('what a fetch cannot read is opened in the browser, and what it shows is visited', {
  skip,
}, async () => {
  const { kept, visits, facts } = await crawl(server, { lane });
  assert.deepEqual(kept.filter(inBrowser).map(pathOf).sort(), ['/tzgg/', '/wall/']);
  const list = kept.find((one) => inBrowser(one) && pathOf(one) === '/tzgg/');
  assert.ok(list);
  assert.deepEqual(
    list.facts?.entries.map(({ date }) => date),
    Array(3).fill('2019-05-20'),
  );
  assert.equal(list.facts?.needsRendering, false);
  assert.equal(list.visit.purpose, 'page');
  const fetched = kept.map(pathOf);
  for (const path of ['/a/甲.html', '/a/丙.html', '/behind.html'])
    assert.ok(fetched.includes(path));
  const ids = visits.map(({ id }) => id);
  assert.deepEqual(ids, ids.toSorted());
  const plain = visits.find(({ url, method }) => url.endsWith('/tzgg/') && method === undefined);
  assert.equal(facts[plain?.id ?? '']?.needsRendering, true);
});

test('a further look opens it again, and an interrupted one is made whole', { skip }, async () => {
  const { kept, site } = await crawl(server, { lane });
  const url = new URL('/tzgg/', site.homepage).href;
  const again = contextFor({ lane, done: keptSoFar(kept) });
  assert.equal(await lookAgain(site, [url], { number: 1, isLast: false }, again), true);
  assert.deepEqual(
    again.kept.map(({ visit }) => visit.method),
    [undefined, 'browser'],
  );
  const half = contextFor({ lane, done: keptSoFar([...kept, ...again.kept.slice(0, 1)]) });
  assert.equal(await lookAgain(site, [], { number: 1, isLast: false }, half), true);
  assert.deepEqual(
    half.kept.map(({ visit }) => [visit.id, visit.method]),
    [[again.kept[1]?.visit.id, 'browser']],
  );
  const whole = contextFor({ lane, done: keptSoFar([...kept, ...again.kept]) });
  assert.equal(await lookAgain(site, [url], { number: 1, isLast: false }, whole), true);
  assert.deepEqual(whole.kept, []);
});

test('a resumed crawl opens nothing twice', { skip }, async () => {
  const { kept, context } = await crawl(server, { lane });
  asked.length = 0;
  const resumed = await crawl(server, { lane, done: keptSoFar(kept) });
  assert.deepEqual(asked, []);
  assert.deepEqual(resumed.kept, []);
  assert.equal(context.signal.aborted, false);
});

test('without a browser such pages stay as they were fetched', { skip }, async () => {
  const closed = openRenderingLane({ allowNet: [], userAgent: 'x' });
  await closed.close();
  for (const none of [closed, null]) {
    const { kept, summary } = await crawl(server, { lane: none });
    assert.equal(kept.some(inBrowser), false);
    assert.equal(summary.finished, true);
  }
});

test('a picture is a visit with the bytes of a JPEG', { skip }, async () => {
  const context = contextFor({ lane });
  const { homepage } = siteOf(server);
  assert.equal(await takePictures([homepage, 'http://127.0.0.1:1/'], 1, context), true);
  const [picture] = context.kept;
  assert.equal(context.kept.length, 1);
  assert.equal(picture?.visit.purpose, 'picture');
  const bytes = Buffer.from(picture?.exchange?.bytes ?? []);
  assert.equal(bytes.toString('hex', 0, 3), 'ffd8ff');
  assert.ok(bytes.length < 200_000);
});

test('the last look opens in the browser what did not open for a reader; others do not', {
  skip,
}, async () => {
  const odd = await serveHttp((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url !== '/odd.html') return response.writeHead(404).end();
    // An answer that only a browser gets past, under a status that is no wall's.
    const isKnown = request.headers.cookie?.includes('seen=1') === true;
    if (!isKnown) response.statusCode = 500;
    const script = `<script>document.cookie='seen=1;path=/';location.reload()</script>`;
    response.end(isKnown ? '<title>正文</title><p>打开了。</p>' : script);
  });
  const urls = [`${odd.url}odd.html`, `${odd.url}gone.html`];
  const looks = [
    { number: 1, isLast: false },
    { number: 2, isLast: true },
  ];
  for (const look of looks) {
    const context = contextFor({ lane });
    assert.ok(await lookAgain(siteOf(odd), urls, look, context));
    await context.net.close();
    const opened = context.kept.filter(inBrowser).map(({ visit }) => {
      const { outcome } = visit;
      return [pathOf({ visit } as KeptVisit), outcome.kind === 'answered' && outcome.status];
    });
    const expected = [
      ['/odd.html', 200],
      ['/gone.html', 404],
    ];
    assert.deepEqual(opened, look.isLast ? expected : []);
  }
  await odd.close();
});
