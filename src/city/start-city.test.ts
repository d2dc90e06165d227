import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { serveCity } from './serve-city.ts';
import type { TrueFinding } from './truth-model.ts';

interface Reply {
  status: number;
  type: string;
  location: string | undefined;
  body: Buffer;
}

function get(url: string, headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location,
          body: Buffer.concat(parts),
        }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('every site of the seed city answers on its own address, in its own charset', async () => {
  const city = await serveCity({});
  try {
    assert.equal(city.sites.length, 35);
    assert.equal(new Set(city.sites.map(({ homepage }) => homepage)).size, 35);
    for (const [index, site] of city.sites.entries()) {
      const plan = city.plan.sites[index];
      const reply = await get(site.homepage);
      assert.equal(reply.status, 200);
      assert.match(reply.type, /^text\/html/);
      const text = new TextDecoder(plan?.charset, { fatal: true }).decode(reply.body);
      assert.ok(text.includes(plan?.siteName ?? '?'), site.unit);
      assert.ok(text.includes('/gone/commented.html'), 'a commented link stands on the homepage');
    }
  } finally {
    await city.close();
  }
});

test('dead links of the truth are dead, each in its way, and shown where it says', async () => {
  const city = await serveCity({ seed: 23, sites: 29 });
  try {
    const links = city.truth.sites.flatMap(({ findings }) =>
      findings.filter(({ kind, state }) => kind === 'link-dead' && state === 'confirmed'),
    );
    assert.ok(links.length > 10);
    for (const link of links) await assertDead(link);
  } finally {
    await city.close();
  }
});

async function assertDead({ url, measure, foundOn }: TrueFinding): Promise<void> {
  const { outcome } = measure;
  const reply = await get(url).catch((error: NodeJS.ErrnoException) => error.code);
  if (outcome === 'refused') assert.equal(reply, 'ECONNREFUSED');
  else if (outcome === 'reset') assert.equal(reply, 'ECONNRESET');
  else {
    assert.ok(typeof reply === 'object', `${url} ${outcome} ${reply}`);
    if (outcome === 'redirect-home') assert.equal(reply.location, '/');
    else if (outcome === 'redirect-loop') assert.equal(reply.status, 302);
    else assert.equal(reply.status, measure.status);
  }
  const name = url.slice(url.lastIndexOf('/') + 1);
  for (const place of foundOn) {
    const page = await get(place);
    assert.equal(page.status, 200, place);
    assert.ok(page.body.includes(name), `${place} shows ${url}`);
  }
}

test('what recovers fails once and then works; a loop ends for who keeps the cookie', async () => {
  const city = await serveCity({});
  try {
    const target = (behaviour: string) => {
      const site = city.plan.sites.find(({ targets }) =>
        targets.some((each) => each.behaviour === behaviour),
      );
      const path = site?.targets.find((each) => each.behaviour === behaviour)?.path;
      return `${city.origins.sites[site?.key ?? '']}${path}`;
    };
    const busy = target('recovers-503');
    assert.equal((await get(busy)).status, 503);
    assert.equal((await get(busy)).status, 200);
    const shaky = target('recovers-reset');
    await assert.rejects(get(shaky), { code: 'ECONNRESET' });
    assert.equal((await get(shaky)).status, 200);
    const loop = target('cookie-loop');
    assert.equal((await get(loop)).status, 302);
    assert.equal((await get(loop, { cookie: 'seen=yes' })).status, 200);
    const moved = await get(target('redirect'));
    assert.equal((await get(new URL(moved.location ?? '', target('redirect')).href)).status, 200);
  } finally {
    await city.close();
  }
});

test('walls, closed and failing sites stay shut', async () => {
  const city = await serveCity({ seed: 0, sites: 29 });
  try {
    for (const [index, site] of city.plan.sites.entries()) {
      const homepage = city.sites[index]?.homepage ?? '';
      if (site.access === 'walled') assert.equal((await get(homepage)).status, 521);
      if (site.access === 'failing') assert.equal((await get(homepage)).status, 503);
      if (site.access === 'refused') await assert.rejects(get(homepage), { code: 'ECONNREFUSED' });
    }
  } finally {
    await city.close();
  }
});

test('pages of a million-page city are made as they are asked for, in little memory', async () => {
  const city = await serveCity({ seed: 7, sites: 10, pages: 1_000_000 });
  try {
    const site = city.plan.sites.findIndex(({ access }) => access === 'open');
    const homepage = city.sites[site]?.homepage ?? '';
    const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    const missing = await get(new URL('/no/such/page_17.html', homepage).href);
    assert.equal(missing.status, 404);
    for (let at = 0; at < 300; at++) {
      assert.equal((await get(`${homepage}?visit=${at}`)).status, 404);
    }
    const after = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    assert.ok(after - before < 150 * 1024 * 1024);
  } finally {
    await city.close();
  }
});

test('an unknown plan is refused by name', async () => {
  await assert.rejects(serveCity({ plan: 'atlantis' }), { code: 'city-plan-unknown' });
});
