import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openApi, type SampleApi } from './testing/open-api.ts';

describe('what nobody would send is refused, and nothing breaks', () => {
  let api: SampleApi;
  let headers: Record<string, string>;
  before(async () => {
    api = await openApi();
    headers = await api.as('inspector');
  });
  after(async () => {
    await api.close();
    assert.deepEqual(api.broken, []);
  });

  test('numbers that no column holds', async () => {
    for (const path of ['sites/2147483648', 'campaigns?after=4503599627370495', 'orders/1e300']) {
      assert.equal((await api.send('GET', `/api/v1/${path}`, { headers })).status, 400, path);
    }
    const post = { headers: { ...headers, 'if-match': '"1"' }, body: { version: 1, name: 'x' } };
    assert.equal((await api.send('PATCH', '/api/v1/sites/99999999999', post)).status, 400);
  });

  test('texts that no column holds', async () => {
    const body = { findings: [api.office.findingIds['minzheng-0-0']], reason: '不\u0000对' };
    const sent = await api.send('POST', '/api/v1/findings/settings-aside', { headers, body });
    assert.equal(sent.status, 400);
    const longest = { ...body, reason: '长'.repeat(2000) };
    const kept = await api.send('POST', '/api/v1/findings/settings-aside', {
      headers,
      body: longest,
    });
    assert.equal(kept.status, 204);
  });

  test('a body of another kind', async () => {
    const type = { ...headers, 'content-type': 'text/plain' };
    const sent = await api.send('POST', '/api/v1/units', { headers: type, body: {} });
    assert.equal(sent.status, 415);
    assert.equal(sent.body['code'], 'media-type-other');
  });

  test('campaigns that could not be run are not opened', async () => {
    const regionId = api.office.places.city.id;
    const order = { regionId, name: '第三季度', period: '2019年第三季度', asOf: '2019-05-27' };
    const strange = [
      { settings: { recheck: 5 } },
      { settings: { limits: 'x' } },
      { settings: { limits: { maxPages: 10 } } },
      { settings: { robots: [], browser: 3 } },
      { settings: { allowNet: 'x' } },
      { settings: { unmeasuredLimit: '0' } },
      { sample: { mode: 7 } },
      { sample: { excluded: 5 } },
      { sample: { excluded: [{ siteId: 'x' }] } },
      { sample: { strata: 'abc' } },
    ];
    for (const part of strange) {
      const body = { ...order, ...part };
      const { status } = await api.send('POST', '/api/v1/campaigns', { headers, body });
      assert.equal(status, 400, JSON.stringify(part));
    }
    const { status } = await api.send('POST', '/api/v1/campaigns', { headers, body: order });
    assert.equal(status, 201);
  });

  test('a year that no calendar has', async () => {
    const body = { years: [{ year: 8_083_047, source: '国办' }] };
    const admin = await api.as('admin');
    assert.equal(
      (await api.send('POST', '/api/v1/calendar', { headers: admin, body })).status,
      400,
    );
  });
});
