import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PageFacts } from '#domain/page.ts';
import { callInProcess } from './call-in-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const list = `<html><head><title>通知公告-河口区水务局</title></head><body>
<div class="where">当前位置：<a href="/">首页</a> &gt; 通知公告</div>
<ul><li><a href="a.html">关于一号泵站检修的通知</a><i>2019-05-08</i></li>
<li><a href="b.html">关于二号泵站检修的通知</a><i>2019-05-09</i></li></ul></body></html>`;

test('each page of a manifest is a line, in order, with its file; an address may be unknown', async (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, 'list.html'), list);
  const pages = [
    { file: 'list.html', url: 'http://www.sample.gov.cn/tzgg/' },
    { file: 'list.html', url: null },
  ];
  const manifest = join(folder, 'pages.jsonl');
  writeFileSync(manifest, pages.map((page) => `${JSON.stringify(page)}\n`).join(''));
  const called = await callInProcess(['read', '--manifest', manifest, '--as-of', '2019-05-27']);
  const lines = called.stdout.trim().split('\n');
  const facts = lines.map((line) => JSON.parse(line) as PageFacts & { file: string });
  assert.deepEqual(
    facts.map(({ file, kind, entries }) => [file, kind, entries.length]),
    [
      ['list.html', 'list', 2],
      ['list.html', 'list', 2],
    ],
  );
  assert.equal(facts[0]?.entries[0]?.url, 'http://www.sample.gov.cn/tzgg/a.html');
});

test('an explained page shows each fact with its rule and the words that decided', async (context) => {
  const folder = temporaryFolder(context);
  const file = join(folder, 'list.html');
  writeFileSync(file, list);
  const url = 'http://www.sample.gov.cn/tzgg/';
  const called = await callInProcess([
    'read',
    file,
    '--url',
    url,
    '--explain',
    '--as-of',
    '2019-05-27',
  ]);
  assert.match(called.stdout, /entries\[0\]\.date +2019-05-08 +own:full @\d+–\d+\n.*⟦2019-05-08⟧/);
  assert.match(called.stdout, /channel .*notices.*name:通知公告/);
  assert.doesNotMatch(called.stdout, /\u001b/);
});
