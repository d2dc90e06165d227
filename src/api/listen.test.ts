import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { listen } from './listen.ts';

/** By Node's own client: `fetch` has a limit of its own. */
function statusOf(address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(address, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

test('the longest address that may be reported arrives, a longer one is told 431', async () => {
  const seen: number[] = [];
  const fetch = ({ url }: Request) => {
    seen.push(new URL(url).searchParams.get('pageUrl')?.length ?? 0);
    return new Response('ok');
  };
  const server = await listen({ fetch }, { host: '127.0.0.1', port: 0 });
  const page = encodeURIComponent('𠀀'.repeat(2100));
  assert.equal(await statusOf(`${server.address}?pageUrl=${page}`), 200);
  assert.deepEqual(seen, [4200]);
  assert.equal(await statusOf(`${server.address}?pageUrl=${page}${page}${page}`), 431);
  await server.close(1000);
});
