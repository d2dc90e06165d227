import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from '@hono/zod-openapi';
import { doOnce } from '#office/do-once.ts';
import { forgetKeys } from '#office/forget-keys.ts';
import { isVersioned } from '#office/match-version.ts';
import { together } from '#office/together.ts';
import { nameOfThing } from './require-match.ts';
import { routes } from './routes.ts';
import { openApi, type SampleApi } from './testing/open-api.ts';

describe('acts that are done once, and on what was read', () => {
  let api: SampleApi;
  let inspector: Record<string, string>;
  before(async () => {
    api = await openApi();
    inspector = await api.as('inspector');
  });
  after(async () => {
    await api.close();
    assert.deepEqual(api.broken, []);
  });

  const keys = async () =>
    await api.office.db.selectFrom('idempotency_keys').selectAll().orderBy('created_at').execute();

  test('of two who change what both have read, one is refused', async () => {
    const path = `/api/v1/sites/${api.office.siteIds['linye']}`;
    for (let round = 0; round < 5; round++) {
      const read = await api.send('GET', path, { headers: inspector });
      const headers = { ...inspector, 'if-match': read.headers.get('etag') ?? '' };
      const sent = await Promise.all(
        ['a', 'b', 'c'].map((letter) =>
          // The acts themselves guard nothing here: domains are given one beside the other.
          api.send('PUT', `${path}/domains/${letter}${round}.example.gov.cn`, {
            headers,
            body: { isMain: false },
          }),
        ),
      );
      assert.deepEqual(sent.map(({ status }) => status).toSorted(), [204, 412, 412]);
    }
  });

  test('writers of one finding, with and without a key, do not stop each other for good', async () => {
    const [id] = Object.values(api.office.findingIds);
    const path = `/api/v1/findings/${id}`;
    const read = await api.send('GET', path, { headers: inspector });
    const tag = read.headers.get('etag') ?? '';
    const body = { findings: [id], reason: '核实' };
    const plain = await Promise.all([
      api.send('POST', '/api/v1/findings/acceptances', { headers: inspector, body }),
      api.send('POST', `${path}/merges`, { headers: { ...inspector, 'if-match': tag }, body }),
      api.send('POST', `${path}/merges`, { headers: { ...inspector, 'if-match': tag }, body }),
    ]);
    assert.ok(
      plain.every(({ status }) => status < 500),
      JSON.stringify(plain.map(({ body: answered }) => answered)),
    );
  });

  test('every thing whose answer has a version can be matched', () => {
    const readers = routes.filter(
      ({ method, answer }) =>
        method === 'get' && answer instanceof z.ZodObject && 'version' in answer.shape,
    );
    assert.ok(readers.length >= 10);
    for (const row of readers) assert.ok(isVersioned(nameOfThing(row)), row.path);
  });

  test('a tag tells an answer whose version stayed while what belongs to it changed', async () => {
    const path = `/api/v1/units/${api.office.unitIds['市林业局']}`;
    const read = await api.send('GET', path, { headers: inspector });
    const tag = read.headers.get('etag') ?? '';
    const same = await api.send('GET', path, { headers: { ...inspector, 'if-none-match': tag } });
    assert.equal(same.status, 304);
    const body = { name: '园林局' };
    await api.send('POST', `${path}/aliases`, { headers: inspector, body });
    const now = await api.send('GET', path, { headers: { ...inspector, 'if-none-match': tag } });
    assert.equal(now.status, 200);
  });

  test('the same request again, also with If-Match, has the answer of the first', async () => {
    const path = `/api/v1/sites/${api.office.siteIds['minzheng']}`;
    const read = await api.send('GET', path, { headers: inspector });
    const headers = {
      ...inspector,
      'if-match': read.headers.get('etag') ?? '',
      'idempotency-key': 'key-of-a-change',
    };
    const body = { version: 1, name: '市民政局门户', reason: '更名' };
    const first = await api.send('PATCH', path, { headers, body });
    assert.equal(first.status, 200);
    assert.deepEqual((await api.send('PATCH', path, { headers, body })).body, first.body);
    const stale = { ...headers, 'idempotency-key': 'key-of-another' };
    assert.equal((await api.send('PATCH', path, { headers: stale, body })).status, 412);
    assert.deepEqual(
      (await keys()).map(({ key }) => key),
      ['key-of-a-change'],
      'a refused request leaves no key taken',
    );
  });

  test('an act that dies before its answer leaves neither itself nor its key', async () => {
    const { db } = api.office;
    const desk = api.office.desk('inspector');
    const named = { key: 'key-that-died', requestHash: 'sha256:x', secret: null };
    const dying = together(desk, (joint) =>
      doOnce(joint, named, async () => {
        await joint.db
          .updateTable('sites')
          .set({ name: '半途' })
          .where('key', '=', 'keji')
          .execute();
        throw new Error('killed');
      }),
    );
    await assert.rejects(dying, /killed/);
    const halfway = await db.selectFrom('sites').select('id').where('name', '=', '半途').execute();
    assert.deepEqual(halfway, []);
    const again = await together(desk, (joint) =>
      doOnce(joint, named, async () => ({ status: 200, response: { did: 'it' } })),
    );
    assert.deepEqual(again.response, { did: 'it' });
  });

  test('while a request is being done, the same one is told so', async () => {
    const desk = api.office.desk('inspector');
    const named = { key: 'key-that-runs', requestHash: 'sha256:x', secret: null };
    const first = together(desk, (joint) =>
      doOnce(joint, named, async () => {
        const second = together(desk, (other) =>
          doOnce(other, named, async () => ({ status: 200, response: null })),
        );
        await assert.rejects(second, { code: 'key-running' });
        return { status: 204, response: null };
      }),
    );
    assert.equal((await first).status, 204);
  });

  test('no secret is kept: not one that was answered, nor a digest that tells a password', async () => {
    const admin = await api.as('admin');
    const hook = { regionId: 1, url: 'https://hook.example.gov.cn/', kinds: ['*'] };
    const key = { ...admin, 'idempotency-key': 'key-of-a-hook' };
    const made = await api.send('POST', '/api/v1/webhooks', { headers: key, body: hook });
    assert.equal(made.status, 201, made.text);
    const again = await api.send('POST', '/api/v1/webhooks', { headers: key, body: hook });
    assert.equal(again.status, 409);
    assert.equal(again.body['code'], 'shown-once');
    const person = { login: 'once', name: '测试', password: '一个足够长的测试口令' };
    const added = { ...admin, 'idempotency-key': 'key-of-a-person' };
    const first = await api.send('POST', '/api/v1/people', { headers: added, body: person });
    assert.equal(first.status, 201, first.text);
    const repeated = await api.send('POST', '/api/v1/people', { headers: added, body: person });
    assert.deepEqual(repeated.body, first.body);
    const rows = await keys();
    assert.ok(!JSON.stringify(rows).includes(String(made.body['secret'])));
    const digest = rows.find(({ key: name }) => name === 'key-of-a-person')?.request_hash ?? '';
    assert.match(digest, /^argon2id:/);
  });

  test('routes that show or take a secret say so', () => {
    const names = /^(?:password|secret|token|before|uri)$/;
    // Sent, a receipt is no secret that its digest could give away: it cannot be guessed.
    const shown = /^(?:password|secret|token|before|uri|receipt)$/;
    const fieldsOf = (shape: unknown) =>
      shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
    for (const { method, path, body, answer, secret } of routes) {
      if (method === 'get' || path.startsWith('/register/import')) continue;
      const asked = fieldsOf(body).some((name) => names.test(name));
      const answered = fieldsOf(answer).some((name) => shown.test(name));
      const wanted = answered ? 'answered' : asked ? 'asked' : undefined;
      assert.equal(secret, wanted, `${method} ${path}`);
    }
  });

  test('old keys are forgotten, young ones stay', async () => {
    const { db } = api.office;
    await db
      .updateTable('idempotency_keys')
      .set({ created_at: '2019-05-24T00:00:00.000Z' })
      .where('key', '=', 'key-that-died')
      .execute();
    const before = (await keys()).length;
    assert.equal(await forgetKeys(api.office.desk({ job: 'forget-keys' }), 72), 1);
    assert.equal((await keys()).length, before - 1);
  });
});
