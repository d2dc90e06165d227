import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { encodeInto } from '#base/charset-encoder.ts';
import { writeWorkbook } from '#store/write-workbook.ts';
import { callInProcess } from './call-in-process.ts';
import { callXunwang } from './call-xunwang.ts';
import { serveTinySite, type TinySite } from './tiny-site.ts';
import { temporaryFolder } from './temporary-folder.ts';

let site: TinySite;
before(async () => {
  site = await serveTinySite();
});
after(() => site.close());

const unit = '㭎县人民政府〇';

function listOf(homepage: string): string {
  return `单位名称,首页网址,网站标识码\r\n${unit},${homepage},4212210001\r\n`;
}

function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else assert.ok(encodeInto(bytes, code, 'gb18030'));
  }
  return Uint8Array.from(bytes);
}

function workbook(text: string): Uint8Array {
  const rows = text.split('\r\n').map((line) => line.split(',').map((cell) => ({ text: cell })));
  const print = { landscape: false, repeatRows: 0 };
  return writeWorkbook([{ name: '名单', widths: [20, 30, 12], rows, freezeRows: 1, print }]);
}

const forms: { form: string; file: string; data: (text: string) => string | Uint8Array }[] = [
  { form: 'UTF-8 with a byte order mark', file: 'a.csv', data: (text) => `\ufeff${text}` },
  { form: 'GB18030', file: 'a.csv', data: gb18030 },
  { form: 'UTF-16', file: 'a.csv', data: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { form: 'a workbook', file: 'a.xlsx', data: workbook },
];

for (const { form, file, data } of forms) {
  test(`a list of sites in ${form} is read and inspected`, async (one) => {
    const folder = temporaryFolder(one);
    writeFileSync(join(folder, file), data(listOf(site.homepage)));
    const [list, out] = [join(folder, file), join(folder, 'out')];
    const options = ['--allow-net', '127.0.0.0/8', '--recheck', '1x10ms', '--no-pdf'];
    const call = await callInProcess(['inspect', list, '--out', out, ...options]);
    const result = JSON.parse(readFileSync(join(folder, 'out/result.json'), 'utf8'));
    assert.equal(result.sites.length, 1, call.stderr);
    assert.equal(result.sites[0].unit, unit);
    assert.equal(result.sites[0].homepage, site.homepage);
    assert.equal(result.sites[0].siteIdCode, '4212210001');
    assert.match(call.stdout, new RegExp(unit));
  });
}

test('a private address is not even asked when nobody allowed it', async (one) => {
  const folder = temporaryFolder(one);
  const before = site.requests();
  const call = await callXunwang(['inspect', site.homepage, '--out', 'out'], { cwd: folder });
  assert.equal(call.code, 2);
  assert.match(call.stderr, /--allow-net 127\.0\.0\.1/);
  assert.equal(site.requests(), before);
});

test('of a list only the sites named by --only are inspected', async (one) => {
  const folder = temporaryFolder(one);
  const list = join(folder, 'sites.csv');
  const rows = [
    `某县民政局,${site.homepage}a/`,
    `某县水利局,${site.homepage}`,
    '某厅,http://a.gov.cn/',
  ];
  writeFileSync(list, `单位名称,首页网址\n${rows.join('\n')}\n`);
  const options = ['--allow-net', '127.0.0.0/8', '--recheck', '0', '--no-pdf', '--only', '水利'];
  const call = await callInProcess(['inspect', list, '--out', join(folder, 'out'), ...options]);
  const result = JSON.parse(readFileSync(join(folder, 'out/result.json'), 'utf8'));
  const units = result.sites.map(({ unit: name }: { unit: string }) => name);
  assert.deepEqual(units, ['某县水利局'], call.stderr);
});
