import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readWorkbook } from '#store/workbook.ts';
import type { RequestNote } from './observe.ts';
import { openApi, type SampleApi } from './testing/open-api.ts';

describe('what the API answers', () => {
  let api: SampleApi;
  let inspector: Record<string, string>;
  const notes: RequestNote[] = [];
  before(async () => {
    api = await openApi({
      note: (request) => notes.push(request),
      metricsToken: 'a token of metrics',
      isReady: async () => false,
    });
    inspector = await api.as('inspector');
  });
  after(async () => {
    await api.close();
    assert.deepEqual(api.broken, []);
  });

  test('a list is a file when it is asked for as one, whole, and runs no formula', async () => {
    await api.office.db
      .updateTable('sites')
      .set({ name: '=HYPERLINK("http://evil.test")' })
      .where('key', '=', 'minzheng')
      .execute();
    const json = await api.send('GET', '/api/v1/sites?limit=3', { headers: inspector });
    assert.equal((json.body['items'] as unknown[]).length, 3);
    const csv = await api.send('GET', '/api/v1/sites?limit=3&format=csv', { headers: inspector });
    assert.match(csv.headers.get('content-disposition') ?? '', /sites\.csv/);
    assert.ok(csv.text.startsWith('\uFEFFunitId,name,homepage,'));
    assert.equal(csv.text.trim().split('\r\n').length, 11);
    assert.ok(csv.text.includes(`"'=HYPERLINK(`));
    const url = 'http://office.test/api/v1/sites?format=xlsx';
    const xlsx = await api.app.request(url, { headers: inspector });
    const read = readWorkbook(new Uint8Array(await xlsx.arrayBuffer()));
    assert.ok('sheets' in read);
    assert.equal(read.sheets[0]?.length, 11);
    assert.ok(read.sheets[0]?.some((row) => row.some((cell) => cell.startsWith("'=HYPERLINK"))));
  });

  test('a file goes packed to who takes that, and not at all to who has it', async () => {
    const url = 'http://office.test/api/v1/findings?format=csv';
    const get = async (more: Record<string, string>) =>
      await api.app.request(url, { headers: { ...inspector, ...more } });
    const plain = await get({});
    const packed = await get({ 'accept-encoding': 'br;q=1.0, gzip;q=0.8' });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(packed.headers.get('content-encoding'), 'gzip');
    assert.equal(packed.headers.get('vary'), 'accept-encoding');
    const bytes = gunzipSync(await packed.arrayBuffer());
    assert.ok(bytes.equals(Buffer.from(await plain.arrayBuffer())));
    const refusing = await get({ 'accept-encoding': 'gzip;q=0, identity' });
    assert.equal(refusing.headers.get('content-encoding'), null);
    const [tag, other] = [packed, plain].map(({ headers }) => headers.get('etag') ?? '');
    assert.notEqual(tag, other, 'two forms, two tags');
    const again = await get({ 'accept-encoding': 'gzip', 'if-none-match': tag ?? '' });
    assert.equal(again.status, 304);
    assert.equal((await get({ 'if-none-match': tag ?? '' })).status, 200);
    assert.equal((await get({ 'if-none-match': other ?? '' })).status, 304);
  });

  test('what is inside of an item has columns of its own', async () => {
    const path = `/api/v1/campaigns/${api.office.campaignId}/inspections?format=csv`;
    const { text } = await api.send('GET', path, { headers: inspector });
    const [head = ''] = text.split('\r\n');
    assert.ok(head.includes('site.unit,site.homepage'), head);
    assert.ok(text.includes('市民政局'));
  });

  test('every list that may be asked for comes as a file too', async () => {
    const { body } = await api.send('GET', '/api/openapi.json');
    const paths = body['paths'] as Record<string, { get?: { parameters?: { name: string }[] } }>;
    const lists = Object.entries(paths).filter(
      ([path, { get }]) =>
        !path.includes('{') && get?.parameters?.some(({ name }) => name === 'format'),
    );
    assert.ok(lists.length > 10);
    for (const login of ['inspector', 'admin'] as const) {
      const headers = await api.as(login);
      for (const [path] of lists) {
        if (path.includes('/register/export')) continue;
        const { status } = await api.send('GET', `${path}?format=csv`, { headers });
        assert.ok(status === 200 || status === 403, `${path}: ${status}`);
      }
    }
  });

  test('a change of what was changed meanwhile is refused, and says so', async () => {
    const path = `/api/v1/sites/${api.office.siteIds['linye']}`;
    const read = await api.send('GET', path, { headers: inspector });
    const tag = read.headers.get('etag') ?? '';
    assert.match(tag, /^"1-[\da-f]{16}"$/);
    const body = { version: 1, name: '市林业局门户', reason: '更名' };
    const stale = { ...inspector, 'if-match': '"7"' };
    const refused = await api.send('PATCH', path, { headers: stale, body });
    assert.equal(refused.status, 412);
    assert.equal(refused.body['code'], 'version-other');
    const fresh = { ...inspector, 'if-match': tag };
    assert.equal((await api.send('PATCH', path, { headers: fresh, body })).status, 200);
    assert.equal((await api.send('PATCH', path, { headers: fresh, body })).status, 412);
    // What has no version cannot be matched, and is not done as if it had been.
    const made = await api.send('POST', '/api/v1/regions', {
      headers: fresh,
      body: { name: '某区', parentId: 1 },
    });
    assert.equal(made.status, 400);
  });

  test('who may not see a thing learns nothing of its version', async () => {
    const path = `/api/v1/sites/${api.office.siteIds['linye']}`;
    const county = { ...(await api.as('countyInspector')), 'if-match': '"7"' };
    const body = { version: 1, name: '某站' };
    const { status } = await api.send('PATCH', path, { headers: county, body });
    assert.equal(status, 404);
  });

  test('a request is written down by its route, with nothing of who asked or what', async () => {
    notes.length = 0;
    const path = `/api/v1/sites/${api.office.siteIds['linye']}?lang=en`;
    const { headers } = await api.send('GET', path, { headers: inspector });
    const [note] = notes;
    assert.equal(note?.route, '/api/v1/sites/:site');
    assert.equal(note?.status, 200);
    assert.equal(note?.id, headers.get('x-request-id'));
    assert.deepEqual(Object.keys(note ?? {}).sort(), ['id', 'method', 'route', 'status', 'tookMs']);
  });

  test('a process lives while it answers, and is ready while its database answers', async () => {
    assert.equal((await api.send('GET', '/livez')).status, 200);
    assert.equal((await api.send('GET', '/readyz')).status, 503);
    assert.equal((await api.send('GET', '/healthz')).status, 503);
  });

  test('numbers of the service are for who has their token', async () => {
    assert.equal((await api.send('GET', '/metrics')).status, 404);
    const wrong = { authorization: 'Bearer another' };
    assert.equal((await api.send('GET', '/metrics', { headers: wrong })).status, 404);
    await api.office.db
      .updateTable('inspections')
      .set({ state: 'queued' })
      .where('id', '=', api.office.inspectionIds['keji'] ?? 0)
      .execute();
    const right = { authorization: 'Bearer a token of metrics' };
    const { text } = await api.send('GET', '/metrics', { headers: right });
    assert.match(text, /^xunwang_inspections\{state="queued"\} 1$/m);
    assert.match(
      text,
      /^xunwang_request_seconds_count\{method="GET",route="\/livez",status="200"\} 1$/m,
    );
    assert.match(text, /le="\+Inf"\} 1$/m);
  });
});
