import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildApp } from '#api/app.ts';
import type { Route } from '#api/route.ts';
import { routes } from '#api/routes.ts';
import type { Role } from '#domain/person.ts';
import { mayAnywhere, type RightName, rights } from '#domain/rights.ts';
import { openSession } from '#office/sign-in.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { type SampleLogin, samplePeople } from '#office/testing/sample-people.ts';
import { fillOffice, type SampleThings } from './sample-things.ts';
import { sampleBody } from './sample-body.ts';

const ORIGIN = 'http://office.test';
/** What is refused before the matter is looked at: who asks, or what may not be seen. */
const CLOSED = new Set([401, 403, 404]);
const logins = Object.keys(samplePeople) as SampleLogin[];

/**
 * Every route with every role, in its own place and in a foreign one. A new route needs nothing
 * here unless its `{params}` are of a new kind: then `sample-things.ts` names one of them.
 */
describe('the role table', () => {
  let office: SampleOffice;
  let things: SampleThings;
  let app: ReturnType<typeof buildApp>;
  const broken: unknown[] = [];
  const headers = new Map<SampleLogin, Record<string, string>>();

  before(async () => {
    office = await openSampleOffice();
    things = await fillOffice(office);
    const { db, evidenceDir } = office;
    const now = () => office.desk('admin').now();
    app = buildApp({
      db,
      now,
      desk: (actor) => ({ db, actor, now, evidenceDir }),
      isReady: async () => true,
      tell: (error) => broken.push(error),
      isSecure: false,
      requestsAMinute: 1_000_000,
    });
    for (const login of logins) {
      const { token, csrf } = await openSession({ db, now }, office.people[login].id);
      headers.set(login, {
        cookie: `xunwang-session=${token}`,
        'x-csrf-token': csrf,
        origin: ORIGIN,
      });
    }
  });
  after(async () => {
    await office.close();
  });

  async function ask(row: Route, login: SampleLogin | null, of: 'own' | 'foreign') {
    const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const thing = things[of][name];
      assert.ok(thing !== undefined, `${row.path}: sample-things.ts names no ${name}`);
      return String(thing);
    });
    const query = row.query ? queryOf(row) : '';
    const response = await app.request(`${ORIGIN}/api/v1${path}${query}`, {
      method: row.method.toUpperCase(),
      headers: {
        ...(login === null ? {} : headers.get(login)),
        ...(row.body && { 'content-type': 'application/json' }),
      },
      ...(row.body && { body: JSON.stringify(sampleBody(row.body)) }),
      ...(row.upload && { body: new Uint8Array([1]) }),
    });
    const { status } = response;
    const code = status >= 400 ? ((await response.json()) as { code?: string }).code : undefined;
    return { status, code };
  }

  function queryOf(row: Route): string {
    const given = row.query ? (sampleBody(row.query) as Record<string, unknown>) : {};
    const pairs = Object.entries(given).map(([name, value]) => `${name}=${String(value)}`);
    return pairs.length > 0 ? `?${pairs.join('&')}` : '';
  }

  const guarded = routes.filter(({ entrance }) => entrance !== 'public');

  test('nobody who is signed out gets anything but what is public', async () => {
    for (const row of guarded) {
      const { status } = await ask(row, null, 'own');
      assert.equal(status, 401, `${row.method} ${row.path}`);
    }
  });

  test('a role that has the right nowhere is stopped at the entrance', async () => {
    let stopped = 0;
    for (const row of guarded) {
      for (const login of logins) {
        if (row.entrance === 'signed-in') continue;
        if (mayAnywhere(office.people[login], row.entrance as RightName)) continue;
        const { status, code } = await ask(row, login, 'own');
        assert.deepEqual(
          [status, code],
          [403, 'right-missing'],
          `${login} ${row.method} ${row.path}`,
        );
        stopped++;
      }
    }
    assert.ok(stopped > 300, `${stopped}`);
  });

  test('a neighbour’s thing is not there, whatever is asked of it', async () => {
    let asked = 0;
    const units: SampleLogin[] = ['editor', 'head'];
    for (const row of guarded.filter(({ path }) => ofUnits(path))) {
      for (const login of [...units, 'countyInspector' as const]) {
        // What belongs to the whole region is no neighbour's.
        if (login !== 'countyInspector' && /\{(campaign|region)\}/.test(row.path)) continue;
        const { status } = await ask(row, login, 'foreign');
        assert.ok(CLOSED.has(status), `${login} ${row.method} ${row.path}: ${status}`);
        asked++;
      }
    }
    assert.ok(asked > 60, `${asked}`);
  });

  test('whom the table allows is never turned away at the entrance or for the place', async () => {
    let asked = 0;
    for (const row of guarded) {
      for (const login of logins.filter((one) => isAtHome(one, row))) {
        const { status, code } = await ask(row, login, 'own');
        const word = `${login} ${row.method} ${row.path}: ${status} ${code}`;
        // The password that is asked for is made up: that it is wrong is no closed door.
        if (code !== 'sign-in-wrong') assert.notEqual(status, 401, word);
        assert.notEqual(code, 'right-missing', word);
        assert.ok(status < 500, word);
        asked++;
      }
    }
    assert.ok(asked > 100, `${asked}`);
  });

  test('nothing of it broke on our side', () => {
    assert.deepEqual(broken, []);
  });

  test('a route without a check of the place would be found', async () => {
    const careless: Route = {
      method: 'get',
      path: '/orders/{order}',
      entrance: 'order.read',
      tag: 'test',
      summary: '',
      handle: async () => undefined,
    };
    const { db, evidenceDir } = office;
    const now = () => office.desk('admin').now();
    const { mount } = await import('#api/mount.ts');
    const { OpenAPIHono } = await import('@hono/zod-openapi');
    const bare = new OpenAPIHono();
    mount(bare, careless, {
      db,
      now,
      desk: (actor) => ({ db, actor, now, evidenceDir }),
      isReady: async () => true,
      tell: () => undefined,
      isSecure: false,
      requestsAMinute: 10,
    });
    const foreign = `${ORIGIN}/api/v1/orders/${things.foreign['order']}`;
    const { status } = await bare.request(foreign, { headers: headers.get('editor') ?? {} });
    assert.ok(!CLOSED.has(status));
  });

  /** Whether a route speaks of something that belongs to a unit or a region. */
  function ofUnits(path: string): boolean {
    return (
      /\{(?!person|post|token|notice|webhook)\w+\}/.test(path) && !path.startsWith('/circulars')
    );
  }

  /** Whether a person holds the route's right where the sample's own things are. */
  function isAtHome(login: SampleLogin, row: Route): boolean {
    if (row.entrance === 'signed-in') return true;
    const right = rights[row.entrance as RightName];
    const role: Role = samplePeople[login];
    if (login === 'countyInspector' || login === 'otherEditor') return false;
    const isOfUnit = role === 'unit-editor' || role === 'unit-head';
    const roles: readonly Role[] = isOfUnit ? right.unit : right.region;
    return roles.includes(role) && (!isOfUnit || !/\{(campaign|circular|region)\}/.test(row.path));
  }
});
