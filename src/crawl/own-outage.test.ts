import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { createControlHosts } from './control-hosts.ts';
import { createCourier } from './courier.ts';
import { type OutageLimits, watchForOutages } from './own-outage.ts';
import { loopbackNet } from './testing/loopback.ts';

/** Ports that nobody listens at until they are opened. */
async function closedPorts(count: number): Promise<{ url: string; open(): Promise<void> }[]> {
  const servers = Array.from({ length: count }, () =>
    createServer((_request, response) => void response.end('ok')),
  );
  const ports: number[] = [];
  for (const server of servers) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  for (const server of servers) await once(server.close(), 'close');
  return servers.map((server, index) => ({
    url: `http://127.0.0.1:${ports[index]}/`,
    async open() {
      await once(server.listen(ports[index], '127.0.0.1'), 'listening');
      server.unref();
    },
  }));
}

function courierWith(controls: string[], limits: OutageLimits) {
  const net = loopbackNet();
  const now = () => new Date().toISOString();
  const hosts = createControlHosts(net, controls, now);
  assert.ok(hosts);
  const outages = watchForOutages(hosts, limits);
  const courier = createCourier(net, now, null, { outages });
  const bring = async (url: string) => {
    const order = { url, maxBytes: 99, timeoutMs: 5000, ceiling: 4, patienceMs: 0 };
    const brought = await courier.bring(order, new AbortController().signal);
    assert.ok(brought);
    return brought.exchange.outcome;
  };
  return { net, outages, bring };
}

const QUICK: OutageLimits = { askEveryMs: 20, patienceMs: 5000 };

it('what failed while no control host answered is asked for again afterwards', async () => {
  const [site, gone, ...controls] = await closedPorts(5);
  assert.ok(site && gone);
  const { net, outages, bring } = courierWith(
    controls.map(({ url }) => url),
    QUICK,
  );
  const [first, second] = [bring(site.url), bring(gone.url)];
  setTimeout(() => {
    void Promise.all([site.open(), ...controls.slice(0, 2).map((one) => one.open())]);
  }, 200);
  assert.equal((await first).kind, 'answered');
  const dead = await second;
  // Most of the control hosts answer now: what is refused all the same is the site's.
  assert.ok(dead.kind === 'failed' && dead.why === 'refused');
  assert.ok(outages.awayMs >= 100);
  await net.close();
});

it('an outage that lasts is taken on us, never on the site', async () => {
  const [site, ...controls] = await closedPorts(4);
  assert.ok(site);
  const urls = controls.map(({ url }) => url);
  const { net, bring } = courierWith(urls, { askEveryMs: 10, patienceMs: 100 });
  const outcome = await bring(site.url);
  assert.ok(outcome.kind === 'failed' && outcome.why === 'ours');
  assert.match(outcome.detail, /no control host answered either \(refused/);
  await net.close();
});

it('while the control hosts answer, a dead address stays dead, and few questions are asked', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end('ok');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const control = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const [gone] = await closedPorts(1);
  assert.ok(gone);
  const { net, outages, bring } = courierWith([control], { askEveryMs: 200, patienceMs: 100 });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => bring(gone.url)));
  assert.ok(outcomes.every((one) => one.kind === 'failed' && one.why === 'refused'));
  assert.ok(asked <= 20, `${asked} questions`);
  assert.equal(outages.awayMs, 0);
  await net.close();
  server.close();
});
