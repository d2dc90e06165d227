import assert from 'node:assert/strict';
import { it } from 'node:test';
import { crawlSite } from './crawl-site.ts';
import { answering, contextFor, keptSoFar, page, siteOf } from './testing/loopback-crawl.ts';
import { serveHttp } from './testing/loopback.ts';
import { lookAgain } from './look-again.ts';

const SITE = { '/': page('首页', '/a.html', '/x.zip'), '/a.html': page('甲'), '/x.zip': 'zip' };

it('addresses are looked at again for their old purpose, ids going on', async () => {
  const connections = new Set<number | undefined>();
  const listener = answering(SITE);
  const server = await serveHttp((request, response) => {
    connections.add(request.socket.remotePort);
    listener(request, response);
  });
  const site = siteOf(server);
  const first = contextFor({});
  await crawlSite(site, first);
  connections.clear();

  const done = keptSoFar(first.kept);
  const second = contextFor({ done, net: first.net });
  const urls = ['x.zip', 'a.html', 'a.html', 'new.html'].map((path) => server.url + path);
  assert.equal(await lookAgain(site, urls, { number: 1, isLast: false }, second), true);
  const again = second.kept.map(({ visit }) => [visit.id, visit.url, visit.purpose, visit.look]);
  const last = done.visits.length;
  const id = (number: number) => `v${String(last + number).padStart(6, '0')}`;
  assert.deepEqual(again, [
    [id(1), `${server.url}x.zip`, 'target', 1],
    [id(2), `${server.url}a.html`, 'page', 1],
    [id(3), `${server.url}new.html`, 'target', 1],
  ]);
  assert.equal(second.kept[1]?.facts?.title, '甲');
  assert.equal(connections.size, 3);

  const third = contextFor({ done: keptSoFar([...first.kept, ...second.kept.slice(0, 1)]) });
  assert.equal(await lookAgain(site, urls, { number: 1, isLast: false }, third), true);
  assert.deepEqual(
    third.kept.map(({ visit }) => visit.id),
    [id(2), id(3)],
  );
  await Promise.all([first.net.close(), third.net.close()]);
  await server.close();
});

it('the last look goes as a reader would, by other ways than the crawl', async () => {
  const asked: string[] = [];
  const server = await serveHttp((request, response) => {
    const { 'user-agent': agent = '', referer = '' } = request.headers;
    const isRobot = /xunwang/i.test(agent);
    asked.push(`${request.httpVersion} ${isRobot ? 'robot' : 'reader'} ${referer}`);
    response.writeHead(request.url === '/for-readers' && !isRobot ? 200 : 404).end();
  });
  const site = siteOf(server);
  const urls = ['for-readers', 'gone'].map((path) => site.homepage + path);
  const context = contextFor({});
  for (const number of [1, 2]) {
    await lookAgain(site, urls, { number, isLast: number === 2 }, context);
    context.done = keptSoFar(context.kept);
  }
  await context.net.close();
  await server.close();
  const statuses = context.kept.map(({ visit: { outcome, url, look } }) => {
    return [look, new URL(url).pathname, outcome.kind === 'answered' && outcome.status];
  });
  assert.deepEqual(statuses, [
    [1, '/for-readers', 404],
    [1, '/gone', 404],
    [2, '/for-readers', 200],
    [2, '/gone', 404],
  ]);
  const old = `1.0 reader ${site.homepage}`;
  const new_ = `1.1 reader ${site.homepage}`;
  const robot = '1.1 robot ';
  assert.deepEqual(asked.toSorted(), [old, old, new_, robot, robot].toSorted());
  assert.match(context.kept[2]?.exchange?.requestHead ?? '', /^GET \/for-readers HTTP\/1\.0\r\n/);
});
