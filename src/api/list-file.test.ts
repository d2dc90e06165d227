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

/** A list of three pages, of which the first line alone has no clock. */
function planted(lines: number) {
  return route({
    method: 'get',
    path: `/things-${lines}`,
    entrance: 'register.read',
    tag: 'things',
    summary: 'Things',
    query: z.object({ after: z.number().optional() }),
    answer: pageOf(item),
    count: async () => lines,
    handle: async (_desk, { query: { after: last = 0 } }) => ({
      items: [
        { id: last + 1, clock: last === 0 ? null : { id: last, unit: '甲' }, states: ['a', 'b'] },
      ],
      next: last + 1 < 3 ? last + 1 : null,
    }),
  });
}

const asked = { params: undefined, query: {}, body: undefined };

test('a list that is counted is written page by page, its columns by the schema', async () => {
  const file = await listFile(planted(3), office.desk('inspector'), asked, 'csv');
  const text = new TextDecoder().decode(await file.plain());
  assert.equal(text, 'id,clock.id,clock.unit,states\r\n1,,,a；b\r\n2,1,甲,a；b\r\n3,2,甲,a；b\r\n');
});

test('a list that is too long is refused before its first byte', async () => {
  const making = listFile(planted(50_001), office.desk('inspector'), asked, 'csv');
  await assert.rejects(
    making,
    (error) => error instanceof Refusal && error.code === 'list-too-long',
  );
});
