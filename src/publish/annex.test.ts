import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annexCsv, annexSheet } from './annex.ts';
import { buildCircular } from './circular-model.ts';
import { fullBrief, resultOf, shippedWording, site, smallResult } from './testing/sample-result.ts';

const wording = shippedWording();

test('the annex as csv has a byte order mark, CRLF, and quotes where they are needed', () => {
  const csv = annexCsv(buildCircular(smallResult(), {}, wording).annex);
  const [header = '', first = ''] = csv.split('\r\n');
  assert.equal(header, '\uFEFF序号,单位名称,网站标识码,网址,抽查发现的突出问题,得分,结果');
  assert.equal(first, '1,通山县人民政府,4212000001,http://tongshan.example.gov.cn/,无,100,合格');
  assert.ok(csv.endsWith('\r\n') && !/[^\r]\n/.test(csv));
});

test('a cell that a spreadsheet would run as a formula stays a text', () => {
  const result = resultOf([site('a', '=HYPERLINK("http://evil/")'), site('b', '@局,"甲"')]);
  const csv = annexCsv(buildCircular(result, {}, wording).annex);
  assert.match(csv, /1,"'=HYPERLINK\(""http:\/\/evil\/""\)",/);
  assert.match(csv, /2,"'@局,""甲""",/);
});

test('the sheet carries numbers as numbers, a title, a header to repeat, and the notes', () => {
  const sheet = annexSheet(buildCircular(smallResult(), fullBrief(), wording));
  assert.equal(sheet.rows.length, 2 + 10 + 4);
  assert.ok(sheet.rows.every((row) => row.length === sheet.widths.length));
  const [, , first] = sheet.rows;
  assert.deepEqual(first?.[5], { number: 100, align: 'right', border: true });
  const vetoed = sheet.rows[10]?.[5];
  assert.ok(vetoed && 'text' in vetoed && vetoed.text === '单项否决');
});

test('equal scores keep the order of the file in the ranked annex; too few are not ranked', () => {
  const ranked = buildCircular(smallResult(), {}, wording, 'score').annex.rows;
  assert.deepEqual(
    ranked.map(({ key }) => key).filter((_, index) => index < 5 || index > 7),
    ['tongshan', 'chongyang', 'minzheng', 'tongcheng', 'linye', 'zhaoshang', 'keji'],
  );
  const few = resultOf([site('a', '甲局', [['x', 5, [['survey-none', {}]]]]), site('b', '乙局')]);
  const rows = buildCircular(few, {}, wording, 'score').annex.rows;
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['a', 'b'],
  );
});
