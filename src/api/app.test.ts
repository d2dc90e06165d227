import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { ensureFirstAdmin } from '#office/edit-people.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { fromBase32, totpCode } from '#domain/totp.ts';
import { buildApp } from './app.ts';

const PASSWORD = '一个足够长的测试口令1';
const ORIGIN = 'http://office.test';

describe('the API door', () => {
  let office: SampleOffice;
  let app: OpenAPIHono;
  const broken: unknown[] = [];
  let nowMs = Date.parse('2019-05-28T02:00:00.000Z');
  const now = () => new Date(nowMs).toISOString();

  before(async () => {
    office = await openSampleOffice();
    const { db, evidenceDir } = office;
    app = buildApp({
      db,
      now,
      desk: (actor) => ({ db, actor, now, evidenceDir }),
      isReady: async () => true,
      tell: (error) => broken.push(error),
      isSecure: false,
      requestsAMinute: 10_000,
    });
    await db.deleteFrom('posts').where('role', '=', 'admin').execute();
    const job = office.desk({ job: 'test' });
    const made = await ensureFirstAdmin(job, { login: 'root', password: PASSWORD, region: '' });
    assert.deepEqual(made, { login: 'root', password: null });
    assert.equal(await ensureFirstAdmin(job, { login: 'x', password: null, region: '' }), null);
  });
  after(async () => {
    await office.close();
    assert.deepEqual(broken, []);
  });

  interface Sent {
    status: number;
    headers: Headers;
    body: Record<string, unknown>;
  }

  async function send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Sent> {
    const response = await app.request(`${ORIGIN}${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status } = response;
    return { status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  async function signIn(login = 'root', password = PASSWORD) {
    const sent = await send('POST', '/api/v1/sign-in', { body: { login, password } });
    const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
    const headers = { cookie, 'x-csrf-token': String(sent.body['csrf'] ?? ''), origin: ORIGIN };
    return { sent, headers };
  }

  test('nobody comes in without signing in, and is told so in two languages', async () => {
    const zh = await send('GET', '/api/v1/me');
    assert.equal(zh.status, 401);
    assert.match(zh.headers.get('content-type') ?? '', /problem\+json/);
    assert.equal(zh.body['detail'], '请先登录。');
    const en = await send('GET', '/api/v1/me?lang=en');
    assert.equal(en.body['detail'], 'Sign in first.');
    assert.equal(en.body['type'], 'urn:xunwang:problem:sign-in-needed');
  });

  test('a session is a cookie that scripts cannot read, and a word for writing', async () => {
    const { sent, headers } = await signIn();
    assert.equal(sent.status, 200);
    assert.match(sent.headers.get('set-cookie') ?? '', /HttpOnly/);
    assert.match(sent.headers.get('set-cookie') ?? '', /SameSite=Lax/);
    const me = await send('GET', '/api/v1/me', { headers });
    assert.equal(me.body['login'], 'root');
    const tag = me.headers.get('etag') ?? '';
    assert.match(tag, /^"1-[\da-f]{16}"$/);
    const again = await send('GET', '/api/v1/me', {
      headers: { ...headers, 'if-none-match': tag },
    });
    assert.equal(again.status, 304);
    const csrf = await send('POST', '/api/v1/me/second-factor', {
      headers: { cookie: headers.cookie },
    });
    assert.equal(csrf.body['code'], 'csrf-missing');
    const foreign = await send('POST', '/api/v1/me/second-factor', {
      headers: { ...headers, origin: 'http://evil.test' },
    });
    assert.equal(foreign.body['code'], 'csrf-missing');
  });

  test('what cannot be undone asks for a fresh second factor, and a code counts once', async () => {
    const { headers } = await signIn();
    const body = { login: 'new', name: '新人', password: PASSWORD };
    const refused = await send('POST', '/api/v1/people', { body, headers });
    assert.equal(refused.body['code'], 'second-factor-needed');
    const made = await send('POST', '/api/v1/me/second-factor', { headers });
    const secret = fromBase32(String(made.body['secret']));
    const twice = await send('POST', '/api/v1/me/second-factor', { headers });
    assert.equal(twice.body['code'], 'second-factor-there');
    const code = totpCode(secret, Math.floor(nowMs / 30_000));
    const wrong = await send('POST', '/api/v1/second-factor', {
      body: { code: code === '000000' ? '000001' : '000000' },
      headers,
    });
    assert.equal(wrong.body['code'], 'second-factor-wrong');
    assert.equal(
      (await send('POST', '/api/v1/second-factor', { body: { code }, headers })).status,
      204,
    );
    const used = await send('POST', '/api/v1/second-factor', { body: { code }, headers });
    assert.equal(used.body['code'], 'second-factor-wrong');
    const added = await send('POST', '/api/v1/people', { body, headers });
    assert.equal(added.status, 201);
    nowMs += 16 * 60_000;
    const late = await send('POST', '/api/v1/people', {
      body: { ...body, login: 'other' },
      headers,
    });
    assert.equal(late.body['code'], 'second-factor-needed');
  });

  test('the same key does an act once; another request under it is refused', async () => {
    const { headers } = await signIn();
    const scopes = ['register.read'];
    const key = { ...headers, 'idempotency-key': 'key-0000001' };
    const first = await send('POST', '/api/v1/me/tokens', {
      body: { name: '程序', scopes },
      headers: key,
    });
    const second = await send('POST', '/api/v1/me/tokens', {
      body: { name: '程序', scopes },
      headers: key,
    });
    assert.equal(first.status, 201);
    assert.equal(second.body['code'], 'shown-once');
    const other = await send('POST', '/api/v1/me/tokens', {
      body: { name: '别的', scopes },
      headers: key,
    });
    assert.equal(other.body['code'], 'key-reused');
    const tokens = await send('GET', '/api/v1/me/tokens', { headers });
    assert.equal((tokens.body['items'] as unknown[]).length, 1);
  });

  test('a token does what its scopes say, no more, and nothing once it is ended', async () => {
    const { headers } = await signIn();
    const made = await send('POST', '/api/v1/me/tokens', {
      body: { name: '只读人员', scopes: ['person.read'] },
      headers,
    });
    const bearer = { authorization: `Bearer ${String(made.body['token'])}` };
    assert.equal((await send('GET', '/api/v1/people', { headers: bearer })).status, 200);
    assert.equal((await send('GET', '/api/v1/ledger', { headers: bearer })).status, 403);
    const more = await send('POST', '/api/v1/me/tokens', {
      body: { name: 'x', scopes: ['person.edit'] },
      headers: bearer,
    });
    assert.equal(more.body['code'], 'right-missing');
    await send('DELETE', `/api/v1/me/tokens/${String(made.body['id'])}`, { headers });
    assert.equal((await send('GET', '/api/v1/people', { headers: bearer })).status, 401);
  });

  test('all that is wrong with a request is said at once', async () => {
    const { headers } = await signIn();
    const sent = await send('POST', '/api/v1/me/tokens', {
      body: { name: '', scopes: [] },
      headers,
    });
    assert.equal(sent.status, 400);
    const fields = sent.body['fields'] as { field: string }[];
    assert.deepEqual(fields.map(({ field }) => field).sort(), ['name', 'scopes']);
    const notJson = await app.request(`${ORIGIN}/api/v1/me/tokens`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{',
    });
    assert.equal(notJson.status, 400);
  });

  test('ten wrong passwords close the door for a login, right one or not', async () => {
    for (let tries = 0; tries < 10; tries++) {
      const { sent } = await signIn('editor', 'wrong password');
      assert.equal(sent.body['code'], 'sign-in-wrong');
    }
    assert.equal((await signIn('editor', 'x')).sent.status, 429);
    assert.equal((await signIn()).sent.status, 200);
    nowMs += 16 * 60_000;
    assert.equal((await signIn('editor', 'x')).sent.body['code'], 'sign-in-wrong');
  });

  test('a session ends when it is left, or unused for hours', async () => {
    const { headers } = await signIn();
    assert.equal((await send('POST', '/api/v1/sign-out', { headers })).status, 204);
    assert.equal((await send('GET', '/api/v1/me', { headers })).status, 401);
    const idle = await signIn();
    nowMs += 9 * 3_600_000;
    assert.equal((await send('GET', '/api/v1/me', { headers: idle.headers })).status, 401);
  });

  test('the last administrator cannot be let out', async () => {
    const { headers } = await signIn();
    const me = await send('GET', '/api/v1/me', { headers });
    const desk = { ...office.desk({ job: 'test' }), now };
    const { disablePerson } = await import('#office/edit-people.ts');
    await assert.rejects(disablePerson(desk, Number(me.body['id']), true), /administrator/);
  });

  test('every answer carries the headers that protect its reader', async () => {
    const { headers } = await send('GET', '/healthz');
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });

  test('the description names every route once', async () => {
    const { body } = await send('GET', '/api/openapi.json');
    const paths = body['paths'] as Record<string, Record<string, { operationId: string }>>;
    const ids = Object.values(paths).flatMap((one) =>
      Object.values(one).map(({ operationId }) => operationId),
    );
    assert.ok(ids.length > 50);
    assert.equal(new Set(ids).size, ids.length);
  });
});
