import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { csvText } from './sheet-cell.ts';
import { type Rows, streamCsv, streamWorkbook } from './stream-table.ts';
import { readWorkbook } from './workbook.ts';
import { officeZipLimits, textOf, unzip } from './zip.ts';

const head = ['id', 'unit', 'text'];
const frame = {
  name: 'units',
  widths: [20, 20, 20],
  rows: [head.map((text) => ({ text, bold: true }))],
  freezeRows: 1,
  print: { landscape: true, repeatRows: 1 },
};
const rows = Array.from({ length: 2500 }, (_, row) => [
  row,
  row % 7 === 0 ? '' : `单位${row} <&>`,
  row % 2 === 0 ? '=1+1' : ' 前后 ',
]);

async function* pages(of: Rows): AsyncGenerator<Rows> {
  for (let at = 0; at < of.length; at += 1000) yield of.slice(at, at + 1000);
}

test('a csv that is written as it comes is the same text, and the same bytes again', async () => {
  const bytes = await buffer(streamCsv(pages([head, ...rows])));
  assert.equal(gunzipSync(bytes).toString(), csvText([head, ...rows]));
  assert.ok(bytes.equals(await buffer(streamCsv(pages([head, ...rows])))));
});

test('a workbook that is written as it comes holds every row; no cell is a formula', async () => {
  const bytes = await buffer(streamWorkbook(frame, pages(rows)));
  const read = readWorkbook(bytes);
  assert.ok('sheets' in read);
  const shown = rows.map(([id, unit, text]) => [
    String(id),
    unit,
    text === '=1+1' ? "'=1+1" : text,
  ]);
  assert.deepEqual(read.sheets[0], [head, ...shown]);
  const files = unzip(bytes, officeZipLimits);
  assert.ok('files' in files);
  const sheet = textOf(files.files.get('xl/worksheets/sheet1.xml') ?? new Uint8Array());
  assert.match(sheet, /<c r="A2"><v>0<\/v><\/c><c r="C2" t="inlineStr"><is><t>'=1\+1</);
  assert.match(sheet, /<t xml:space="preserve"> 前后 </);
});

test('what breaks the rows breaks the file', async () => {
  async function* breaking(): AsyncGenerator<Rows> {
    yield [head];
    throw new Error('no paper');
  }
  await assert.rejects(buffer(streamCsv(breaking())), /no paper/);
  await assert.rejects(buffer(streamWorkbook(frame, breaking())), /no paper/);
});
