import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fetchOnce, outcomeOf, serveHttp, serveRaw } from './testing/loopback.ts';

/** Keeps this process from doing anything else. */
function beBusy(forMs: number): void {
  const until = performance.now() + forMs;
  while (performance.now() < until);
}

it('an answer that came while we were busy is no time-out', async () => {
  const server = await serveHttp((_request, response) => {
    setTimeout(() => response.end('there'), 20);
  });
  const fetched = fetchOnce(server.url, { timeoutMs: 150 });
  setTimeout(() => beBusy(400), 5);
  assert.equal(outcomeOf(await fetched), 200);
  await server.close();
});

it('an answer that never comes is one, however busy we are', async () => {
  const server = await serveRaw(() => {});
  const busy = setInterval(() => beBusy(80), 1);
  assert.equal(outcomeOf(await fetchOnce(server.url, { timeoutMs: 200 })), 'timeout');
  clearInterval(busy);
  await server.close();
});
