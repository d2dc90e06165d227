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
  assert.equal(await lookAgain(site, urls, 1, second), true);
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
  assert.equal(await lookAgain(site, urls, 1, third), true);
  assert.deepEqual(
    third.kept.map(({ visit }) => visit.id),
    [id(2), id(3)],
  );
  await Promise.all([first.net.close(), third.net.close()]);
  await server.close();
});
