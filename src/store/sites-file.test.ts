import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { Refusal, type RefusalArgs, type RefusalCode } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';
import { csvRows } from './csv-rows.ts';
import { siteKey, siteKeys } from './site-key.ts';
import { readSitesFile, sitesFromUrls } from './sites-file.ts';
import { temporaryFolder } from './testing/sample-run.ts';
import { writeWorkbook } from './write-workbook.ts';

const sites: Site[] = [
  {
    key: '127.0.1.1-8080',
    unit: '某县人民政府',
    homepage: 'http://127.0.1.1:8080/',
    siteIdCode: '4212210001',
    kind: 'portal',
  },
  {
    key: 'www.example.gov.cn_swj',
    unit: '市商务局（“三公”）',
    homepage: 'https://www.example.gov.cn/swj/',
    siteIdCode: 'bm12345678',
    kind: 'ministry',
  },
];
const chinese = [
  '单位名称,首页网址,网站标识码,类型',
  '某县人民政府,http://127.0.1.1:8080/,4212210001,',
  '"市商务局（“三公”）",https://www.example.gov.cn/swj/,BM12345678,部委',
];
/** The same in GBK: what `iconv -t gbk` gives, as Node only decodes it. */
const gbk = Buffer.from(
  'b5a5cebbc3fbb3c62ccad7d2b3cdf8d6b72ccdf8d5beb1eacab6c2eb2cc0e0d0cd0d0a' +
    'c4b3cfd8c8cbc3f1d5feb8ae2c687474703a2f2f3132372e302e312e313a383038302f2c' +
    '343231323231303030312c0d0a',
  'hex',
);

function save(context: TestContext, name: string, data: string | Uint8Array): string {
  const path = join(temporaryFolder(context), name);
  writeFileSync(path, data);
  return path;
}

function refusal(act: () => unknown): { code: RefusalCode; args: RefusalArgs } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, args: error.args };
    throw error;
  }
  return assert.fail('nothing was refused');
}

test('UTF-8 with and without byte order mark, CRLF, LF and CR, and UTF-16 are read', (context) => {
  for (const end of ['\r\n', '\n', '\r']) {
    const text = chinese.join(end) + end;
    assert.deepEqual(readSitesFile(save(context, 'a.csv', text)), sites);
    assert.deepEqual(readSitesFile(save(context, 'a.csv', `\uFEFF${text}`)), sites);
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    assert.deepEqual(readSitesFile(save(context, 'a.csv', utf16)), sites);
  }
});

test('GBK and the four-byte characters of GB18030 are read', (context) => {
  assert.deepEqual(readSitesFile(save(context, 'a.csv', gbk)), sites.slice(0, 1));
  const four = Buffer.concat([
    gbk,
    Buffer.from([0x95, 0x32, 0x82, 0x36]),
    Buffer.from(',http://x.cn/\r\n'),
  ]);
  assert.equal(readSitesFile(save(context, 'a.csv', four))[1]?.unit, '\u{20000}');
});

test('an English header, other columns and blank lines are fine', (context) => {
  const text = '\nid,Unit , homepage\n\n1,某局,http://a.gov.cn/\n,,\n2,乙市,http://b.gov.cn\n';
  assert.deepEqual(readSitesFile(save(context, 'a.csv', text)), [
    {
      key: 'a.gov.cn',
      unit: '某局',
      homepage: 'http://a.gov.cn/',
      siteIdCode: null,
      kind: 'department',
    },
    {
      key: 'b.gov.cn',
      unit: '乙市',
      homepage: 'http://b.gov.cn/',
      siteIdCode: null,
      kind: 'portal',
    },
  ]);
});

test('xlsx is read, numbers and texts alike', (context) => {
  const rows = chinese.map((line) => line.replaceAll('"', '').split(','));
  const workbook = writeWorkbook([
    {
      name: '名单',
      widths: [],
      rows: rows.map((row) =>
        row.map((text) => (/^\d{10}$/.test(text) ? { number: Number(text) } : { text })),
      ),
      freezeRows: 1,
      print: { landscape: false, repeatRows: 1 },
    },
  ]);
  assert.deepEqual(readSitesFile(save(context, 'a.xlsx', workbook)), sites);
});

test('each mistake is refused with file and line', (context) => {
  const head = '单位名称,首页网址,网站标识码,类型\n';
  const good = '某局,http://a.gov.cn/,,\n';
  const table: [string, RefusalCode, RefusalArgs][] = [
    ['', 'sites-empty', {}],
    [head, 'sites-empty', {}],
    ['名称,电话\n甲,1\n', 'sites-header', { line: 1, found: '名称, 电话' }],
    ['unit,phone\n甲,1\n', 'sites-header', { missing: '首页网址/homepage' }],
    [`${head}${good},http://b.gov.cn/,,\n`, 'sites-unit-missing', { line: 3 }],
    [`${head}某局,www.a.gov.cn,,\n`, 'sites-homepage', { line: 2, homepage: 'www.a.gov.cn' }],
    [`${head}某局,ftp://a.gov.cn/,,\n`, 'sites-homepage', { line: 2 }],
    [`${head}某局,http://me:pw@a.gov.cn/,,\n`, 'sites-homepage', { line: 2 }],
    [`${head}某局,http://a b.gov.cn/,,\n`, 'sites-homepage', { line: 2 }],
    [`${head}某局,,,\n`, 'sites-homepage', { line: 2 }],
    [`${head}${good}\n另局,http://A.gov.cn,,\n`, 'sites-duplicate', { line: 4, firstLine: 2 }],
    [`${head}某局,http://a.gov.cn/,42122100,\n`, 'sites-id-code', { line: 2, code: '42122100' }],
    [`${head}某局,http://a.gov.cn/,bm1234567x,\n`, 'sites-id-code', { line: 2 }],
    [`${head}某局,http://a.gov.cn/,,县级\n`, 'sites-kind', { line: 2, kind: '县级' }],
    [`${head}${good}"某局,http://a.gov.cn/\n`, 'sites-quote', { line: 3 }],
  ];
  for (const [text, code, args] of table) {
    const file = save(context, 'a.csv', text);
    const found = refusal(() => readSitesFile(file));
    assert.equal(found.code, code, text);
    assert.deepEqual({ ...found.args, file, ...args }, found.args, text);
  }
});

test('a file that is missing, of another type or damaged is refused', (context) => {
  const dir = temporaryFolder(context);
  assert.equal(refusal(() => readSitesFile(join(dir, 'none.csv'))).code, 'file-missing');
  assert.equal(refusal(() => readSitesFile(dir)).code, 'file-missing');
  const pdf = save(context, 'a.pdf', '%PDF');
  assert.equal(refusal(() => readSitesFile(pdf)).code, 'sites-file-type');
  const broken = save(context, 'a.xlsx', 'PK\u0003\u0004 and no more');
  assert.equal(refusal(() => readSitesFile(broken)).code, 'sites-file-unreadable');
  const bytes = save(context, 'a.csv', Uint8Array.of(0xff, 0xff, 0x80, 0x41));
  assert.equal(refusal(() => readSitesFile(bytes)).code, 'sites-encoding');
});

test('addresses given directly become sites named by their host', () => {
  assert.deepEqual(sitesFromUrls(['http://127.0.1.7:8080', 'https://www.a.gov.cn/b/'])[0], {
    key: '127.0.1.7-8080',
    unit: '127.0.1.7:8080',
    homepage: 'http://127.0.1.7:8080/',
    siteIdCode: null,
    kind: 'department',
  });
  assert.equal(refusal(() => sitesFromUrls(['a.gov.cn'])).code, 'homepage-malformed');
  const twice = () => sitesFromUrls(['http://a.gov.cn', 'http://a.gov.cn/#top']);
  assert.equal(refusal(twice).code, 'homepage-twice');
});

test('keys are readable, safe as folder names, and no two sites share one', () => {
  assert.equal(siteKey('http://www.a.gov.cn/b/index.html'), 'www.a.gov.cn_b_index.html');
  assert.match(siteKey('http://www.a.gov.cn/?id=7'), /^www\.a\.gov\.cn-[0-9a-f]{8}$/);
  assert.match(siteKey('http://www.a.gov.cn/B/'), /^www\.a\.gov\.cn_b-[0-9a-f]{8}$/);
  const alike = [
    'http://a.cn/',
    'https://a.cn/',
    'http://a.cn/x',
    'http://a.cn/x/',
    'http://a.cn/X',
  ];
  assert.equal(new Set(siteKeys(alike)).size, alike.length);
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
      assert.match(siteKey(new URL(text).href), /^[a-z0-9-][a-z0-9._-]{0,90}$/);
    }),
  );
});

test('any table survives being written as CSV and read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '县', ' ') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`));
      const parsed = csvRows(`x,y\r\n${quoted.map((row) => row.join(',')).join('\r\n')}`);
      assert.ok('rows' in parsed);
      assert.deepEqual(
        parsed.rows.slice(1).map((row) => row.cells),
        rows,
      );
    }),
  );
});
