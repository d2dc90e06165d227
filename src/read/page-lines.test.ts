import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markLines } from './mark-lines.ts';
import { pageLines } from './page-lines.ts';

const URL = 'http://a.gov.cn/x/';
const page = `<title>某局 &amp; 某处</title><script>steal()</script><style>a{}</style>
<h2>动态</h2><ul><li><a href="1.html">关于做好防汛工作的通知</a> <span>2019-05-09</span></li>
<li><a href="/gone.html" onclick="steal()">年度<b>总结</b></a></li></ul>
<p>甲<br>乙 <img src="p.jpg" alt="照片" onerror="steal()"></p><a href="javascript:steal()">点</a>`;

test('a page becomes lines of words and links, without anything that acts', () => {
  const { title, lines } = pageLines(page, URL);
  assert.equal(title, '某局 & 某处');
  assert.deepEqual(
    lines.map(({ kind, pieces }) => [kind, pieces.map(({ text }) => text).join('|')]),
    [
      ['heading', '动态'],
      ['item', '关于做好防汛工作的通知|2019-05-09'],
      ['item', '年度|总结'],
      ['text', '甲'],
      ['text', '乙|〔图片：照片〕'],
      ['text', '点'],
    ],
  );
  assert.deepEqual(
    lines.flatMap(({ pieces }) => pieces.map(({ href }) => href)),
    [
      null,
      'http://a.gov.cn/x/1.html',
      null,
      'http://a.gov.cn/gone.html',
      'http://a.gov.cn/gone.html',
      null,
      null,
      'http://a.gov.cn/x/p.jpg',
      null,
    ],
  );
  assert.doesNotMatch(JSON.stringify(lines), /steal/);
});

test('links to the target and the quoted words are marked, also where the page cuts a title', () => {
  const read = pageLines(page, URL);
  const marked = (targets: string[], words: string[]) =>
    markLines(read, { targets, words })
      .lines.flatMap(({ pieces }) => pieces)
      .filter(({ isMarked }) => isMarked)
      .map(({ text }) => text);
  assert.deepEqual(marked(['http://a.gov.cn/gone.html'], []), ['年度', '总结']);
  assert.deepEqual(marked([], ['2019-05-09 关于做好防汛工作的通知']), ['关于做好防汛工作的通知']);
  assert.deepEqual(marked([], ['防汛']), ['防汛']);
  assert.deepEqual(marked([], ['没有的词']), []);
  const cut = pageLines('<li><a href="1">关于做好今年防汛工作…</a></li>', URL);
  assert.equal(markLines(cut, { targets: [], words: ['关于做好今年防汛工作的通知'] }).marks, 1);
});

test('a page of many lines is cut behind the last mark, and any bytes can be read', () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `<p>第${row}行</p>`).join('');
  const read = pageLines(rows, URL);
  assert.equal(markLines(read, { targets: [], words: [] }).left, 1500);
  assert.equal(markLines(read, { targets: [], words: ['第2500行'] }).left, 3000 - 2520);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      for (const { pieces } of pageLines(`<p>${source}`, URL).lines) {
        for (const { text } of pieces) assert.equal(typeof text, 'string');
      }
    }),
    { numRuns: 200 },
  );
});
