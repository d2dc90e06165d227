import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeLargeTable } from './write-large-table.ts';
import { writeTable } from './write-table.ts';

test('a table that is written in a thread is the same file', async () => {
  const cells = (row: number) => [row, `单位${row}`, row % 2 === 0 ? '=1+1' : ''];
  const rows = [['id', 'unit', 'text'], ...Array.from({ length: 1500 }, (_, row) => cells(row))];
  for (const form of ['csv', 'xlsx'] as const) {
    const table = { name: 'units', form, rows };
    const large = await writeLargeTable(table);
    const plain = writeTable(table);
    assert.equal(large.mediaType, plain.mediaType);
    assert.ok(Buffer.from(large.bytes).equals(plain.bytes));
  }
});
