import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openApi, type SampleApi } from './testing/open-api.ts';

const script = { mediaType: 'text/javascript', bytes: Buffer.from('1'), packed: Buffer.from('br') };
const built = {
  page: '<meta name="csp-nonce" content="__NONCE__">',
  files: new Map([['assets/main-abc.js', script]]),
};
const page = { accept: 'text/html' };

describe('the console is served', () => {
  let api: SampleApi;
  let bare: SampleApi;
  before(async () => {
    api = await openApi({ console: built });
    bare = await openApi({ console: null });
  });
  after(async () => {
    await api.close();
    await bare.close();
  });

  test('every address of a screen answers the page, with a nonce of its own in page and policy', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/sites/3?tab=channels']) {
      const { status, text, headers } = await api.send('GET', path, { headers: page });
      assert.equal(status, 200);
      const nonce = /content="([^"]{20,})"/.exec(text)?.[1] ?? '';
      const policy = headers.get('content-security-policy') ?? '';
      assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`), policy);
      assert.ok(policy.includes("script-src 'self';"), policy);
      assert.doesNotMatch(policy, /unsafe/);
      assert.equal(headers.get('cache-control'), 'no-store');
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 2);
  });

  test('files named after their contents are kept for good, packed for who can unpack', async () => {
    const path = '/assets/main-abc.js';
    const plain = await api.send('GET', path);
    assert.equal(plain.text, '1');
    assert.match(plain.headers.get('cache-control') ?? '', /immutable/);
    const packed = await api.send('GET', path, { headers: { 'accept-encoding': 'gzip, br' } });
    assert.equal(packed.headers.get('content-encoding'), 'br');
    assert.equal((await api.send('GET', '/assets/other.js')).status, 404);
  });

  test('what belongs to the API stays a problem, for browsers too', async () => {
    const { status, body } = await api.send('GET', '/api/v1/nothing', { headers: page });
    assert.equal(status, 404);
    assert.equal(body['code'], 'not-found');
    assert.equal((await api.send('GET', '/livez', { headers: page })).body['status'], 'ok');
  });

  test('where it was not built, the page says what to do', async () => {
    const chinese = await bare.send('GET', '/', { headers: page });
    assert.equal(chinese.status, 503);
    assert.match(chinese.text, /npm run console/);
    const headers = { ...page, 'accept-language': 'en' };
    assert.match((await bare.send('GET', '/', { headers })).text, /has not been built/);
  });
});
