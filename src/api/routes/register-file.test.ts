import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import type { GrowingFile } from '#office/growing-file.ts';
import { openSampleOffice } from '#office/testing/sample-office.ts';
import type { Route } from '../route.ts';
import { registerRoutes } from './register.ts';

const routeOf = (method: string, path: string): Route => {
  const found = registerRoutes.find((one) => one.method === method && one.path === path);
  assert.ok(found, path);
  return found;
};

test('a file goes out and comes in by the routes, checked by their own shapes', async (context) => {
  const office = await openSampleOffice();
  context.after(() => office.close());
  const desk = office.desk('inspector');
  const query = { region: office.places.city.id, form: 'csv' };
  const ask = async (route: Route, asked: object) => {
    const answer = await route.handle(desk, asked as never);
    return route.answer ? route.answer.parse(answer) : answer;
  };
  const exported = async () => {
    const file = await ask(routeOf('get', '/register/export'), { query });
    return await (file as GrowingFile).plain();
  };
  const upload = Buffer.concat([await exported(), Buffer.from('99,市残联\r\n')]);
  const preview = routeOf('post', '/register/import/preview');
  const { token, counts } = (await ask(preview, { query, upload })) as {
    token: string;
    counts: Record<string, number>;
  };
  assert.deepEqual([counts.addedUnits, counts.changed, counts.mistakes], [1, 0, 0]);
  const apply = routeOf('post', '/register/import');
  assert.deepEqual(await ask(apply, { query: { ...query, token }, upload }), {
    addedUnits: 1,
    addedSites: 0,
    changed: 0,
  });
  assert.match(new TextDecoder().decode(await exported()), /99,市残联,/);
  await assert.rejects(ask(preview, { query }), Refusal);
  for (const path of ['/regions', '/units', '/sites']) {
    const { items } = (await ask(routeOf('get', path), { query: { limit: 50 } })) as {
      items: { id: number }[];
    };
    assert.ok(items.length > 1, path);
  }
  const site = Object.values(office.siteIds)[0];
  await ask(routeOf('get', '/sites/{site}'), { params: { site } });
  await ask(routeOf('get', '/sites/{site}/channels'), { params: { site }, query: { limit: 5 } });
});
