import { z } from '@hono/zod-openapi';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { openSampleOffice, type SampleOffice } from '#office/testing/sample-office.ts';
import { listFile } from './list-file.ts';
import { route } from './route.ts';
import { pageOf } from './shapes.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(async () => office.close());

const clock = z.object({ id: z.number(), unit: z.string().nullable() });
const item = z.object({ id: z.number(), clock: clock.nullable(), states: z.array(z.string()) });

/** Lines of a page of a file. */
const PAGE = 1000;

/** A list of whole pages, whose first line alone has no clock. */
function planted(lines: number, { isCounted = true } = {}) {
  return route({
    method: 'get',
    path: `/things-${lines}-${isCounted ? 'counted' : 'read'}`,
    entrance: 'register.read',
    tag: 'things',
    summary: 'Things',
    query: z.object({ after: z.number().optional() }),
    answer: pageOf(item),
    ...(isCounted && { count: async () => lines }),
    handle: async (_desk, { query: { after: last = 0 } }) => ({
      items: Array.from({ length: PAGE }, (_, at) => {
        const id = last + at + 1;
        return { id, clock: id === 1 ? null : { id, unit: '甲' }, states: ['a', 'b'] };
      }),
      next: last + PAGE < lines ? last + PAGE : null,
    }),
  });
}

const asked = { params: undefined, query: {}, body: undefined };

test('a list that is counted is written page by page, its columns by the schema', async () => {
  const file = await listFile(planted(3 * PAGE), office.desk('inspector'), asked, 'csv');
  const lines = new TextDecoder().decode(await file.plain()).split('\r\n');
  assert.equal(lines.length, 3 * PAGE + 2);
  assert.deepEqual(lines.slice(0, 3), ['id,clock.id,clock.unit,states', '1,,,a；b', '2,2,甲,a；b']);
  assert.deepEqual(lines.slice(-2), ['3000,3000,甲,a；b', '']);
});

test('a list that is not counted is given when all of it is there', async () => {
  const row = planted(3 * PAGE, { isCounted: false });
  const file = await listFile(row, office.desk('inspector'), asked, 'csv');
  assert.ok(file.whole !== null);
  const counted = await listFile(planted(3 * PAGE), office.desk('inspector'), asked, 'csv');
  assert.deepEqual(await file.plain(), await counted.plain());
});

for (const isCounted of [true, false]) {
  test(`too long a list is refused before its first byte, counted: ${isCounted}`, async () => {
    const row = planted(50_001, { isCounted });
    const making = listFile(row, office.desk('inspector'), asked, 'csv');
    const isTold = (error: unknown) => error instanceof Refusal && error.code === 'list-too-long';
    await assert.rejects(making, isTold);
  });
}
