import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { parseUrl } from '#base/url.ts';
import { createGuard } from './guard.ts';
import { loopbackNet, outcomeOf, serveHttp } from './testing/loopback.ts';
import { createNet } from './net.ts';

const FORBIDDEN = `0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254
  169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 198.18.0.1
  224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 fec0::1 ff02::1
  ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::10.0.0.1
  2002:7f00:1:: 2002:a00:1::1 2001::1 2001:db8::1 ::ffff:0:127.0.0.1`.split(/\s+/);
const PUBLIC = ['1.1.1.1', '100.63.255.255', '100.128.0.0', '172.32.0.1', '223.255.255.255'];
const PUBLIC_IPV6 = [
  '2400:3200::1',
  '240e::1',
  '2002:101:101::1',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
];

describe('the guard', () => {
  it('refuses every address no public website lives at', () => {
    const guard = createGuard([]);
    for (const address of FORBIDDEN) assert.equal(guard.isAllowed(address), false, address);
  });

  it('lets public addresses through', () => {
    const guard = createGuard([]);
    for (const address of [...PUBLIC, ...PUBLIC_IPV6]) assert.ok(guard.isAllowed(address), address);
  });

  it('refuses what is no address', () => {
    assert.equal(createGuard([]).isAllowed('localhost'), false);
  });

  it('opens exactly the ranges named', () => {
    const guard = createGuard(['10.0.0.0/8', '::1', '127.0.0.5/32']);
    for (const address of ['10.255.0.1', '::1', '127.0.0.5']) assert.ok(guard.isAllowed(address));
    for (const address of ['127.0.0.1', '192.168.0.1', 'fe80::1']) {
      assert.equal(guard.isAllowed(address), false);
    }
  });

  it('refuses ranges that are none', () => {
    for (const cidr of ['', '10.0.0.0/33', '10.0.0/8', '::1/129', 'localhost', '10.0.0.0/', '/8']) {
      assert.throws(
        () => createGuard([cidr]),
        (error) => error instanceof Refusal && error.code === 'allow-net-malformed',
        cidr,
      );
    }
  });
});

describe('a net without allowed ranges', () => {
  const limits = { maxBytes: 1000, timeoutMs: 2000 };

  it('refuses loopback in every notation', async () => {
    const server = await serveHttp((_request, response) => response.end('secret'));
    const net = createNet({ allowNet: [], userAgent: 'x' });
    const hosts = ['127.0.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0'];
    const more = ['localhost', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '１２７.0.0.1'];
    for (const host of [...hosts, ...more]) {
      const url = parseUrl(`http://${host}:${server.port}/`);
      assert.ok(url !== null);
      assert.equal(outcomeOf(await net.fetch({ ...limits, url })), 'forbidden-address', host);
      const secure = url.replace('http:', 'https:');
      assert.equal(
        outcomeOf(await net.fetch({ ...limits, url: secure })),
        'forbidden-address',
        host,
      );
    }
    await net.close();
    await server.close();
  });

  it('refuses a name that leads to a private address, and one that changes its mind', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { connection: 'close' }).end('ok');
    });
    const answers = ['127.0.0.1', '10.0.0.1'];
    const net = createNet({
      allowNet: ['127.0.0.1'],
      userAgent: 'x',
      resolve: (_hostname, callback) => {
        callback(null, [{ address: answers.shift() ?? '10.0.0.1', family: 4 }]);
      },
    });
    const url = `http://rebinding.test:${server.port}/`;
    assert.equal(outcomeOf(await net.fetch({ ...limits, url })), 200);
    assert.equal(outcomeOf(await net.fetch({ ...limits, url })), 'forbidden-address');
    await net.close();
    await server.close();
  });

  it('refuses a redirect to a private address', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    const net = loopbackNet();
    const exchange = await net.fetch({ ...limits, url: server.url });
    await net.close();
    await server.close();
    assert.equal(outcomeOf(exchange), 'forbidden-address');
    assert.equal(exchange.finalUrl, 'http://169.254.169.254/latest/meta-data/');
  });
});
