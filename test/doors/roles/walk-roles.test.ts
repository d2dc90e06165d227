import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from '@hono/zod-openapi';
import { buildApp } from '#api/app.ts';
import { type Route, route } from '#api/route.ts';
import { routes } from '#api/routes.ts';
import { roleRows } from './role-rows.ts';
import { fillParams, parametersOf } from './role-request.ts';
import { openRoleWorld, type RoleCaller, type RoleWorld } from './role-world.ts';
import { roleRowOf, walkRoles } from './walk-roles.ts';

describe('the table of rights holds at every route', () => {
  let world: RoleWorld;
  const broken: unknown[] = [];
  before(async () => {
    world = await openRoleWorld();
  });
  after(async () => {
    await world.office.close();
  });

  function appOf(rows: readonly Route[]) {
    const { db, evidenceDir, desk } = world.office;
    const { now } = desk('admin');
    return buildApp(
      {
        db,
        now,
        desk: (actor) => ({ db, actor, now, evidenceDir }),
        isReady: async () => true,
        tell: (error) => broken.push(error),
        isSecure: false,
        requestsAMinute: 1_000_000,
      },
      rows,
    );
  }

  test('every route says how it is asked for things of a place', () => {
    const caller = world.callers[0] as RoleCaller;
    const lacking = routes.flatMap((row) => {
      const { params, body, upload } = roleRowOf(row);
      const filled = {
        ...fillParams(row, world, { place: 'own', caller }),
        ...params?.(world.things.own, caller),
      };
      const lacks = [
        ...parametersOf(row.path).filter((name) => !(name in filled)),
        ...(row.body && !body ? ['body'] : []),
        ...(row.upload && upload === undefined ? ['upload'] : []),
      ];
      return lacks.length === 0 ? [] : [`${row.method} ${row.path}: ${lacks.join(', ')}`];
    });
    assert.deepEqual(lacking, [], 'add a row to test/doors/roles/role-rows.ts');
  });

  test('every row is of a route that there is', () => {
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    assert.deepEqual(
      Object.keys(roleRows).filter((name) => !known.has(name)),
      [],
    );
  });

  test('a route that forgets to check the place is found out', async () => {
    const forgetful = [
      route({
        method: 'get',
        path: '/planted/{site}',
        entrance: 'register.read',
        tag: 'planted',
        summary: 'Shows any site to anybody with the right somewhere',
        params: z.object({ site: z.coerce.number() }),
        answer: z.object({ name: z.string() }),
        handle: async ({ db }, { params }) =>
          await db
            .selectFrom('sites')
            .select('name')
            .where('id', '=', params.site)
            .executeTakeFirstOrThrow(),
      }),
      route({
        method: 'get',
        path: '/planted',
        entrance: 'register.read',
        tag: 'planted',
        summary: 'Lists all sites to anybody with the right somewhere',
        answer: z.object({ items: z.array(z.object({ name: z.string() })) }),
        handle: async ({ db }) => ({
          items: await db.selectFrom('sites').select('name').execute(),
        }),
      }),
      route({
        method: 'post',
        path: '/planted/{site}',
        entrance: 'signed-in',
        tag: 'planted',
        summary: 'Does something to any site for anybody',
        params: z.object({ site: z.coerce.number() }),
        handle: async () => undefined,
      }),
    ];
    const wrong = await walkRoles(appOf(forgetful), world, forgetful);
    for (const { method, path } of forgetful) {
      const own = wrong.filter((line) => line.startsWith(`${method} ${path} as`));
      assert.notEqual(own.length, 0, `${method} ${path} slipped through`);
    }
    assert.ok(
      wrong.includes(
        'get /planted/{site} as editor, neighbour: not theirs, but answered as if it were (200)',
      ),
    );
  });

  test('nobody does or sees more than the table says, nor less', async () => {
    const wrong = await walkRoles(appOf(routes), world, routes);
    for (const error of broken) console.error(error);
    assert.deepEqual(wrong, []);
  });

  test('an administrator of one region makes no administrator of another', async () => {
    const { office, things } = world;
    const { givePost, resetPerson } = await import('#office/edit-people.ts');
    const admin = office.desk('admin');
    const there = { role: 'admin' as const, regionId: things.foreign.region, unitId: null };
    const own = office.people.admin.id;
    await assert.rejects(givePost(admin, own, there), { code: 'right-missing' });
    const both = things.own.person;
    await givePost(office.desk({ job: 'test' }), both, there);
    // Of two regions: seen, but not taken over.
    await assert.rejects(resetPerson(admin, both, '一个足够长的新测试口令'), {
      code: 'right-missing',
    });
  });

  test('a notice of somebody else stays unread', async () => {
    const { read_at: readAt } = await world.office.db
      .selectFrom('notices')
      .select('read_at')
      .where('id', '=', world.stranger.notice)
      .executeTakeFirstOrThrow();
    assert.equal(readAt, null);
  });
});
