import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayWidth, cutToWidth, padToWidth } from './display-width.ts';
import { chooseLanguage } from './language.ts';
import { parseAsOf, parseCount, parseDuration, parseRecheck } from './parse-options.ts';
import { renderTable } from './render-table.ts';
import { sitesCsv } from './sites-csv.ts';

test('a recheck is written as times and spacing', () => {
  assert.deepEqual(parseRecheck('3x2s'), { times: 3, spacingMs: 2000 });
  assert.deepEqual(parseRecheck('2×1.5h'), { times: 2, spacingMs: 5_400_000 });
  assert.deepEqual(parseRecheck('0'), { times: 0, spacingMs: 0 });
  for (const text of ['3', 'x2s', '3x2', '3x-2s', '']) {
    assert.throws(() => parseRecheck(text), { code: 'recheck-malformed' }, text);
  }
});

test('durations, counts and days are checked with their option named', () => {
  assert.equal(parseDuration('--timeout', '500ms'), 500);
  assert.throws(() => parseDuration('--timeout', '5'), { code: 'duration-malformed' });
  assert.equal(parseCount('--max-pages', '10', 1), 10);
  assert.throws(() => parseCount('--max-pages', '0', 1), { code: 'count-malformed' });
  assert.equal(parseAsOf('2019-05-27', '2019-05-27'), '2019-05-27');
  assert.throws(() => parseAsOf('2019-05-28', '2019-05-27'), { code: 'as-of-future' });
  assert.throws(() => parseAsOf('2019-02-29', '2026-01-01'), { code: 'as-of-malformed' });
});

test('Chinese comes first: without a locale, or with one that says nothing', () => {
  assert.equal(chooseLanguage([], {}), 'zh');
  assert.equal(chooseLanguage([], { LC_ALL: 'C.UTF-8' }), 'zh');
  assert.equal(chooseLanguage([], { LANG: 'en_GB.UTF-8' }), 'en');
  assert.equal(chooseLanguage([], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' }), 'zh');
  assert.equal(chooseLanguage(['inspect', '--lang', 'en'], { LANG: 'zh_CN' }), 'en');
  assert.throws(() => chooseLanguage(['--lang=fr'], {}), { code: 'language-unknown' });
});

test('a table lines up Chinese and Latin, and cuts the column that gives', () => {
  const columns = [
    { heading: '单位', align: 'left' as const },
    { heading: '得分', align: 'right' as const },
    { heading: '问题', align: 'left' as const, gives: true },
  ];
  const text = renderTable(
    columns,
    [
      ['市林业局', '95', '首页栏目信息更新总量少于10条'],
      ['A', '9.5', ''],
    ],
    32,
  );
  const lines = text.split('\n');
  assert.equal(lines[2], '市林业局    95  首页栏目信息更…');
  assert.equal(lines[3], 'A          9.5');
});

test('widths count two columns for a Chinese character and none for colours', () => {
  assert.equal(displayWidth('\u001b[31m合格\u001b[0m!'), 5);
  assert.equal(cutToWidth('政府网站', 5), '政府…');
  assert.equal(padToWidth('合', 4, 'right'), '  合');
});

test('a list of sites is written as inspect reads it', () => {
  const csv = sitesCsv([
    { key: 'a', unit: '甲"局', homepage: 'http://a.gov.cn/', siteIdCode: null, kind: 'department' },
  ]);
  assert.equal(
    csv,
    '\ufeff单位名称,首页网址,网站标识码,类型\r\n"甲""局",http://a.gov.cn/,,department\r\n',
  );
});
