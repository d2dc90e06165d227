import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { samplePublicSide } from '#office/testing/matter-desks.ts';
import { closeReport } from '#office/close-report.ts';
import { answerReport } from '#office/answer-report.ts';
import { openApi, type SampleApi } from '../testing/open-api.ts';
import { toXml } from './to-xml.ts';

// Vectors after the specification: what each method of GeoReport v2 has to answer.

let api: SampleApi;
before(async () => {
  const opened = await openApi({
    desk: (actor) => {
      const { db, evidenceDir, desk } = opened.office;
      const { now } = desk('admin');
      return { db, actor, now, evidenceDir, publicSide: samplePublicSide };
    },
  });
  api = opened;
});
after(() => api.close());

const get = (path: string) => api.send('GET', `/open311/v2${path}`);
const post = (form: Record<string, string>, format = 'json') =>
  api.app.request(`http://office.test/open311/v2/requests.${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  });
const list = (text: string) => JSON.parse(text) as Record<string, unknown>[];

test('discovery names the endpoint, its specification and formats', async () => {
  const { body } = await get('/discovery.json');
  const [endpoint] = body['endpoints'] as Record<string, unknown>[];
  assert.equal(endpoint?.['specification'], 'http://wiki.open311.org/GeoReport_v2');
  assert.equal(endpoint?.['url'], 'http://office.test/open311/v2');
  assert.deepEqual(endpoint?.['formats'], ['text/xml', 'application/json']);
  const xml = await get('/discovery.xml');
  assert.match(xml.headers.get('content-type') ?? '', /^text\/xml; charset=utf-8$/);
  assert.match(xml.text, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<discovery><changeset>/);
  assert.match(xml.text, /<formats><format>text\/xml<\/format><format>application\/json<\/format>/);
});

test('services, and the definition of each', async () => {
  const found = list((await get('/services.json')).text);
  assert.ok(found.length >= 7);
  for (const service of found) {
    const members = ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords'];
    for (const member of members) assert.ok(member in service, member);
    const definition = await get(`/services/${String(service['service_code'])}.json`);
    const [attribute] = definition.body['attributes'] as Record<string, unknown>[];
    assert.equal(attribute?.['code'], 'page_url');
    assert.equal(attribute?.['required'], true);
  }
  assert.match((await get('/services.xml')).text, /<services><service><service_code>/);
  assert.match(
    (await get('/services/typo.xml')).text,
    /<service_definition><service_code>typo<\/service_code><attributes><attribute><variable>true/,
  );
  const missing = await get('/services/none.json');
  assert.equal(missing.status, 404);
  assert.deepEqual(Object.keys(list(missing.text)[0] ?? {}), ['code', 'description']);
});

test('a request is made, found by its token, listed, and shown when it is closed', async () => {
  const made = await post({
    service_code: 'dead-link',
    'attribute[page_url]': 'http://www.unknown.example.gov.cn/a.html',
    description: '<b>链接</b>打不开 & 没反应',
    email: 'someone@example.com',
  });
  assert.equal(made.status, 201);
  const [{ token, service_notice }] = list(await made.text()) as [Record<string, string>];
  assert.match(token ?? '', /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}$/);
  assert.ok(service_notice?.includes(token ?? ''));
  const [found] = list((await get(`/tokens/${token}.json`)).text);
  const id = Number(found?.['service_request_id']);
  const open = await get(`/requests/${id}.json`);
  const [request] = list(open.text);
  assert.equal(request?.['status'], 'open');
  assert.equal(request?.['description'], null, 'nothing of what was written before it is closed');
  assert.equal(request?.['address'], 'http://www.unknown.example.gov.cn/a.html');

  const job = api.office.desk({ job: 'test' });
  const { assignMatter } = await import('#office/assign-matter.ts');
  const unitId = api.office.places.unit.id;
  await assignMatter(job, { thing: 'error-report', id }, { unitId });
  await answerReport(job, id, { text: '已修复，电话13800001234。', truth: 'true' });
  await closeReport(job, id, { truth: 'true', publicText: '<b>链接</b>打不开 & 没反应' });
  const closed = list((await get(`/requests.json?service_request_id=${id},7&status=closed`)).text);
  assert.equal(closed.length, 1);
  assert.equal(closed[0]?.['status_notes'], '已修复，电话138****1234。');
  assert.equal(closed[0]?.['agency_responsible'], '市民政局');
  const xml = (await get(`/requests/${id}.xml`)).text;
  assert.match(xml, /<description>&lt;b&gt;链接&lt;\/b&gt;打不开 &amp; 没反应<\/description>/);
  assert.equal(list((await get('/requests.json?status=open')).text).length, 0);
  assert.equal(list((await get('/requests.json?service_code=typo')).text).length, 0);
  const page = '/requests.json?start_date=2019-05-01T00:00:00Z&end_date=2019-06-01T00:00:00Z';
  assert.equal(list((await get(page)).text).length, 1);
});

test('what is missing, unknown or private is told as an error, in both formats', async () => {
  const page = { 'attribute[page_url]': 'http://a.example.gov.cn/', description: '错' };
  const cases: [Record<string, string>, number][] = [
    [page, 400],
    [{ ...page, service_code: 'none' }, 404],
    [{ service_code: 'typo', description: '错' }, 400],
    [{ service_code: 'typo', 'attribute[page_url]': 'http://a.example.gov.cn/' }, 400],
    [{ ...page, service_code: 'typo', 'attribute[page_url]': 'http://127.0.0.1/' }, 400],
    [{ ...page, service_code: 'typo', 'attribute[page_url]': 'javascript:alert(1)' }, 400],
  ];
  for (const [form, status] of cases) {
    const json = await post(form);
    assert.equal(json.status, status, JSON.stringify(form));
    assert.equal(list(await json.text())[0]?.['code'], status);
    const xml = await post(form, 'xml');
    assert.match(
      await xml.text(),
      new RegExp(`<errors><error><code>${status}</code><description>`),
    );
  }
  assert.equal((await get('/tokens/0000-0000-0000-0000-0000.json')).status, 404);
  assert.equal((await get('/requests/999999.json')).status, 404);
  assert.equal((await get('/requests.json?start_date=gestern')).status, 400);
  assert.deepEqual(api.broken, []);
});

test('XML leaves out what it cannot hold', () => {
  assert.equal(
    toXml('a', { b: 'x\u0000y\ud800', c: null }),
    '<?xml version="1.0" encoding="utf-8"?>\n<a><b>xy\ufffd</b><c/></a>\n',
  );
});
