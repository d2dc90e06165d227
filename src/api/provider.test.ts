import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { providerOf } from '#office/identity-provider.ts';
import {
  type LoopbackProvider,
  openLoopbackProvider,
  providerClient,
} from '#office/testing/loopback-provider.ts';
import { openApi, type SampleApi } from './testing/open-api.ts';

const origin = 'http://office.test';

describe('coming in by a provider of identities', () => {
  let provider: LoopbackProvider;
  let api: SampleApi;
  before(async () => {
    provider = await openLoopbackProvider();
    const settings = { oidcIssuer: provider.issuer, ...providerClient, origin };
    api = await openApi({ provider: providerOf(settings) });
    await api.office.db
      .updateTable('people')
      .set({ mail: 'Leader@office.test' })
      .where('login', '=', 'leader')
      .execute();
  });
  after(async () => {
    await api.close();
    await provider.close();
    assert.deepEqual(api.broken, []);
  });

  const cookieOf = (headers: Headers, name: string) =>
    headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0] ?? '')
      .find((cookie) => cookie.startsWith(`${name}=`)) ?? '';

  /** Away to the provider: the way back that it answers, and what the browser keeps. */
  async function leave(to = '/findings') {
    const started = await api.send('GET', `/api/v1/provider/start?to=${encodeURIComponent(to)}`);
    assert.equal(started.status, 302);
    const there = await fetch(started.headers.get('location') ?? '', { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    return { back, cookie: cookieOf(started.headers, 'xunwang-leaving') };
  }

  async function comeIn({ to }: { to?: string } = {}) {
    const { back, cookie } = await leave(to);
    return await api.send('GET', `${back.pathname}${back.search}`, { headers: { cookie } });
  }

  test('a verified mail finds its person once, then the subject does', async () => {
    provider.next = { sub: '4711', email: 'leader@office.test', email_verified: true };
    const first = await comeIn();
    assert.equal(first.status, 302);
    assert.equal(first.headers.get('location'), '/findings');
    const cookie = cookieOf(first.headers, 'xunwang-session');
    const me = await api.send('GET', '/api/v1/me', { headers: { cookie } });
    assert.equal(me.body['login'], 'leader');
    provider.next = { sub: '4711' };
    assert.equal((await comeIn()).status, 302);
    // Another account of the provider with the same address is somebody else.
    provider.next = { sub: '4712', email: 'leader@office.test', email_verified: true };
    assert.equal((await comeIn()).body['code'], 'provider-stranger');
  });

  test('strangers, mails that nobody verified and disabled people stay outside', async () => {
    const { db } = api.office;
    await db
      .updateTable('people')
      .set({ mail: 'a@office.test' })
      .where('login', '=', 'auditor')
      .execute();
    for (const visitor of [
      { sub: '1' },
      { sub: '2', email: 'nobody@office.test', email_verified: true },
      { sub: '3', email: 'a@office.test' },
      { sub: '3', email: 'a@office.test', email_verified: false },
    ]) {
      provider.next = visitor;
      const { status, body } = await comeIn();
      assert.deepEqual([status, body['code']], [403, 'provider-stranger']);
    }
    const disabled = { disabled_at: api.office.desk('admin').now() };
    await db.updateTable('people').set(disabled).where('login', '=', 'auditor').execute();
    provider.next = { sub: '3', email: 'a@office.test', email_verified: true };
    assert.equal((await comeIn()).status, 403);
  });

  test('an address that two people have finds neither', async () => {
    const { db } = api.office;
    const two = ['reviewer', 'reviewer2'];
    await db
      .updateTable('people')
      .set({ mail: 'r@office.test' })
      .where('login', 'in', two)
      .execute();
    provider.next = { sub: '9', email: 'r@office.test', email_verified: true };
    assert.equal((await comeIn()).body['code'], 'provider-stranger');
  });

  test('a forged token, another nonce, another browser, a code used twice let nobody in', async () => {
    const refused = { status: 409, code: 'provider-refused' };
    const outcome = ({ status, body }: { status: number; body: Record<string, unknown> }) => ({
      status,
      code: body['code'],
    });
    provider.next = { sub: '4711', isForged: true };
    assert.deepEqual(outcome(await comeIn()), refused);
    provider.next = { sub: '4711', nonce: 'of another time' };
    assert.deepEqual(outcome(await comeIn()), refused);
    provider.next = { sub: '4711' };
    const { back } = await leave();
    const other = (await leave()).cookie;
    const path = `${back.pathname}${back.search}`;
    assert.deepEqual(outcome(await api.send('GET', path)), refused);
    assert.deepEqual(outcome(await api.send('GET', path, { headers: { cookie: other } })), refused);
    const mine = await leave();
    const own = { headers: { cookie: mine.cookie } };
    const ownPath = `${mine.back.pathname}${mine.back.search}`;
    assert.equal((await api.send('GET', ownPath, own)).status, 302);
    assert.deepEqual(outcome(await api.send('GET', ownPath, own)), refused);
  });

  test('nobody is sent on to another host', async () => {
    for (const to of ['//evil.test/', '/\\evil.test/', 'http://evil.test/', 'javascript:x']) {
      const path = `/api/v1/provider/start?to=${encodeURIComponent(to)}`;
      assert.equal((await api.send('GET', path)).status, 400, to);
    }
  });
});

test('without a provider there is no such door, and one that is away is no error of ours', async () => {
  const without = await openApi();
  assert.equal((await without.send('GET', '/api/v1/provider/start')).status, 404);
  await without.close();
  const settings = { oidcIssuer: 'http://127.0.0.1:9', ...providerClient, origin };
  const away = await openApi({ provider: providerOf(settings) });
  const { status, body } = await away.send('GET', '/api/v1/provider/start');
  assert.deepEqual([status, body['code']], [409, 'provider-refused']);
  assert.deepEqual(away.broken, []);
  await away.close();
});
