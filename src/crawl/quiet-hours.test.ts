import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createCourier } from './courier.ts';
import { quietMs } from './quiet-hours.ts';
import { loopbackNet, serveHttp } from './testing/loopback.ts';

const HOUR_MS = 3_600_000;
const at = (text: string) => Date.parse(`2019-05-27T${text}+08:00`);

it('a part of the day is quiet from its first minute to before its last, in China', () => {
  const day = [{ from: '08:30', to: '18:00' }];
  assert.equal(quietMs(day, at('08:29:59.999')), 0);
  assert.equal(quietMs(day, at('08:30:00.000')), 9.5 * HOUR_MS);
  assert.equal(quietMs(day, at('17:59:59.999')), 1);
  assert.equal(quietMs(day, at('18:00:00.000')), 0);
  assert.equal(quietMs(day, Date.parse('2019-05-27T00:30:00Z')), 9.5 * HOUR_MS);
});

it('a part may go past midnight, and the longest of several counts', () => {
  const night = [
    { from: '22:00', to: '06:00' },
    { from: '23:00', to: '07:00' },
  ];
  assert.equal(quietMs(night, at('22:30:00.000')), 7.5 * HOUR_MS);
  assert.equal(quietMs(night, at('23:30:00.000')), 7.5 * HOUR_MS);
  assert.equal(quietMs(night, at('06:30:00.000')), 0.5 * HOUR_MS);
  assert.equal(quietMs(night, at('07:00:00.000')), 0);
  assert.equal(quietMs([], at('07:00:00.000')), 0);
});

it('no request begins in quiet hours; the first begins when they end', async () => {
  const server = await serveHttp((_request, response) => void response.end('ok'));
  const net = loopbackNet();
  const begunMs = performance.now();
  const now = () => new Date(at('17:59:59.700') + performance.now() - begunMs).toISOString();
  const courier = createCourier(net, now, null, { quietHours: [{ from: '08:00', to: '18:00' }] });
  const order = { url: server.url, maxBytes: 99, timeoutMs: 5000, ceiling: 4, patienceMs: 0 };
  const brought = await courier.bring(order, new AbortController().signal);
  assert.equal(brought?.exchange.outcome.kind, 'answered');
  assert.ok(Date.parse(brought?.at ?? '') >= at('18:00:00.000'));
  await net.close();
  await server.close();
});

it('whoever waits for the end of quiet hours can be stopped', async () => {
  const net = loopbackNet();
  const now = () => new Date(at('12:00:00.000')).toISOString();
  const courier = createCourier(net, now, null, { quietHours: [{ from: '08:00', to: '18:00' }] });
  const stop = new AbortController();
  const order = {
    url: 'http://127.0.0.1:9/',
    maxBytes: 9,
    timeoutMs: 50,
    ceiling: 4,
    patienceMs: 0,
  };
  const bringing = courier.bring(order, stop.signal);
  stop.abort();
  assert.equal(await bringing, null);
  await net.close();
});
