import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { sha256 } from '#base/hash.ts';
import { buildCircular } from './circular-model.ts';
import { signatureIndents, twips } from './docx-layout.ts';
import { renderDocx } from './render-docx.ts';
import { circularLines } from './runs-of.ts';
import { fullBrief, shippedWording, smallResult } from './testing/sample-result.ts';

const circular = buildCircular(smallResult(), fullBrief(), shippedWording());

async function parts(): Promise<Record<string, string>> {
  const files = Object.entries(unzipSync(await renderDocx(circular)));
  return Object.fromEntries(files.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Paragraphs of the document, each with its xml and its text. */
function paragraphs(xml: string): { xml: string; text: string }[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    xml: paragraph,
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  }));
}

test('page, margins and grid measure by GB/T 9704-2012', async () => {
  const xml = (await parts())['word/document.xml'] ?? '';
  const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section);
  assert.equal(sections.length, 2);
  for (const section of sections) {
    const attribute = (name: string) =>
      Number(new RegExp(` w:${name}="(-?\\d+)"`).exec(section)?.[1]);
    assert.equal(attribute('w'), 11906);
    assert.equal(attribute('h'), 16838);
    for (const [side, millimetres] of [
      ['top', 37],
      ['left', 28],
      ['right', 26],
      ['bottom', 35],
    ] as const) {
      assert.equal(attribute(side), Math.round((millimetres * 1440) / 25.4), side);
    }
    assert.match(section, /<w:docGrid w:type="linesAndChars"/);
    const height = 16838 - twips(37) - twips(35);
    const width = 11906 - twips(28) - twips(26);
    assert.equal(Math.floor((height + 10) / attribute('linePitch')), 22);
    const characterTwips = 20 * (16 + attribute('charSpace') / 4096);
    assert.ok(Math.abs(characterTwips * 28 - width) < 1);
  }
});

test('title, body and headings have their typefaces, sizes and fixed lines', async () => {
  const all = paragraphs((await parts())['word/document.xml'] ?? '');
  const at = (start: string) => all.find(({ text }) => text.startsWith(start))?.xml ?? '';
  const title = at('关于2019年第二季度');
  assert.match(title, /w:eastAsia="方正小标宋简体"/);
  assert.match(title, /<w:sz w:val="44"\/>/);
  assert.match(title, /<w:jc w:val="center"\/>/);
  assert.doesNotMatch(title, /<w:b\/>|<w:b w:val="true"\/>/);
  const body = at('根据国务院办公厅');
  assert.match(body, /w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/s);
  assert.match(body, /w:line="560" w:lineRule="exact"/);
  assert.match(body, /w:firstLine="640"[^>]*w:firstLineChars="200"|w:firstLineChars="200"/);
  assert.match(at('一、总体情况'), /w:eastAsia="黑体".*<w:sz w:val="32"\/>/s);
  const item = at('（一）网站抽查情况。');
  assert.ok(item.indexOf('楷体_GB2312') < item.indexOf('仿宋_GB2312'));
  assert.match(at('附件'), /<w:firstLine|w:firstLineChars/);
  const annexLabel = all.findLast(({ text }) => text === '附件')?.xml ?? '';
  assert.match(annexLabel, /w:eastAsia="黑体"/);
  assert.doesNotMatch(annexLabel, /w:ind /);
});

test('page numbers stand 4号宋体 between dashes, odd right, even left, one character in', async () => {
  const files = await parts();
  const footers = Object.entries(files).filter(([path]) => /^word\/footer\d\.xml$/.test(path));
  assert.equal(footers.length, 4);
  for (const [, xml] of footers) {
    assert.match(xml, /— .*PAGE.* —/s);
    assert.match(xml, /w:eastAsia="宋体".*<w:sz w:val="28"\/>/s);
    assert.match(xml, /w:ind w:(?:left|start)="280"|w:ind w:(?:right|end)="280"/);
  }
  assert.match(files['word/settings.xml'] ?? '', /<w:evenAndOddHeaders/);
});

test('the annex repeats its header and splits no row', async () => {
  const xml = (await parts())['word/document.xml'] ?? '';
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
  assert.equal(rows.length, 1 + circular.annex.rows.length);
  assert.ok(rows.every((row) => row.includes('<w:cantSplit/>')));
  assert.ok(rows[0]?.includes('<w:tblHeader/>'));
});

test('typefaces name their fallbacks, paragraphs are not snapped to the grid', async () => {
  const files = await parts();
  assert.match(
    files['word/fontTable.xml'] ?? '',
    /<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong/,
  );
  assert.match(files['word/styles.xml'] ?? '', /<w:snapToGrid w:val="0"\/>/);
});

test('every line of the circular stands in the file, word by word', async () => {
  const all = paragraphs((await parts())['word/document.xml'] ?? '');
  const text = all
    .map((paragraph) => paragraph.text)
    .join('\n')
    .replaceAll('&gt;', '>');
  for (const line of circularLines(circular)) assert.ok(text.includes(line), line);
});

test('the same circular gives the same bytes, in another process and time zone too', async () => {
  const first = sha256(await renderDocx(circular));
  const program = `
    import { buildCircular } from '#publish/circular-model.ts';
    import { renderDocx } from '#publish/render-docx.ts';
    import { sha256 } from '#base/hash.ts';
    import * as sample from '#publish/testing/sample-result.ts';
    const { fullBrief, shippedWording, smallResult } = sample;
    const circular = buildCircular(smallResult(), fullBrief(), shippedWording());
    process.stdout.write(sha256(await renderDocx(circular)));`;
  const other = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, TZ: 'America/St_Johns', LANG: 'C' },
    encoding: 'utf8',
  });
  assert.equal(other, first);
  assert.ok((await renderDocx(circular)).length < 60_000);
});

test('issuer ends two characters from the right, the date two after its first character', () => {
  assert.deepEqual(signatureIndents('咸宁市人民政府办公室', '2019年5月27日'), {
    issuer: 2,
    date: 3.5,
  });
  assert.deepEqual(signatureIndents('某办', '2019年5月27日'), { issuer: 8.5, date: 2 });
  assert.deepEqual(signatureIndents('', '2019年5月27日'), { issuer: 2, date: 2 });
});
