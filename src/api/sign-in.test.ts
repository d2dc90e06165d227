import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fromBase32, totpCode } from '#domain/totp.ts';
import { openApi, type SampleApi } from './testing/open-api.ts';

describe('coming in and going', () => {
  let api: SampleApi;
  before(async () => {
    api = await openApi({ proxies: 1 });
  });
  after(async () => {
    await api.close();
    assert.deepEqual(api.broken, []);
  });

  test('codes are guessed ten times, not a million', async () => {
    const headers = await api.as('leader');
    const made = await api.send('POST', '/api/v1/me/second-factor', { headers });
    const secret = fromBase32(String(made.body['secret']));
    const step = Math.floor(Date.parse(api.office.desk('admin').now()) / 30_000);
    const right = totpCode(secret, step);
    const near = [-1, 0, 1].map((by) => totpCode(secret, step + by));
    const wrong = ['000000', '000001', '000002', '000003'].find((one) => !near.includes(one));
    const show = async (code: string | undefined) =>
      await api.send('POST', '/api/v1/second-factor', { headers, body: { code } });
    for (let tries = 0; tries < 10; tries++) {
      assert.equal((await show(wrong)).body['code'], 'second-factor-wrong');
    }
    assert.equal((await show(right)).body['code'], 'sign-in-throttled');
  });

  test('many tries at once are no way around the limit', async () => {
    const body = { login: 'nobody-of-this-name', password: 'wrong password' };
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => api.send('POST', '/api/v1/sign-in', { body })),
    );
    const lookedAt = answers.filter(({ body: { code } }) => code === 'sign-in-wrong');
    assert.ok(lookedAt.length <= 10, `${lookedAt.length} were looked at`);
  });

  test('one address that guesses many logins closes the door for itself alone', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': `6.6.6.6, ${address}` });
    const tryFrom = async (address: string, login: string) =>
      await api.send('POST', '/api/v1/sign-in', {
        body: { login, password: 'wrong password' },
        headers: from(address),
      });
    for (let tries = 0; tries < 50; tries++) await tryFrom('198.51.100.7', `login-${tries}`);
    assert.equal((await tryFrom('198.51.100.7', 'another')).status, 429);
    assert.equal((await tryFrom('198.51.100.8', 'another')).status, 401);
  });

  test('signing out everywhere ends every session, with a line in the ledger', async () => {
    const [here, there] = [await api.as('auditor'), await api.as('auditor')];
    const other = await api.as('reviewer');
    const left = await api.send('POST', '/api/v1/sign-out?everywhere=yes', { headers: here });
    assert.equal(left.status, 204);
    assert.equal((await api.send('GET', '/api/v1/me', { headers: there })).status, 401);
    assert.equal((await api.send('GET', '/api/v1/me', { headers: other })).status, 200);
    const line = await api.office.db
      .selectFrom('ledger')
      .select('thing_id')
      .where('act', '=', 'session.end-all')
      .executeTakeFirstOrThrow();
    assert.equal(line.thing_id, api.office.people.auditor.id);
  });
});

test('a person has so many requests a minute, from however many addresses', async () => {
  const api = await openApi({ requestsAMinute: 20, proxies: 1 });
  try {
    const headers = await api.as('inspector');
    const statuses: number[] = [];
    for (let asked = 0; asked < 25; asked++) {
      const from = { 'x-forwarded-for': `198.51.100.${asked}` };
      statuses.push(
        (await api.send('GET', '/api/v1/me', { headers: { ...headers, ...from } })).status,
      );
    }
    assert.deepEqual([...new Set(statuses)], [200, 429]);
    assert.equal(statuses.indexOf(429), 20);
  } finally {
    await api.close();
  }
});

test('one network of IPv6 is one caller', async () => {
  const api = await openApi({ requestsAMinute: 10, proxies: 1 });
  try {
    const ask = async (address: string) =>
      (await api.send('GET', '/livez', { headers: { 'x-forwarded-for': address } })).status;
    for (let host = 1; host <= 10; host++) assert.equal(await ask(`2001:db8:1:2::${host}`), 200);
    assert.equal(await ask('2001:db8:1:2:9:9:9:9'), 429);
    assert.equal(await ask('2001:db8:1:3::1'), 200);
  } finally {
    await api.close();
  }
});
