import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageFacts } from '#domain/page.ts';
import fc from 'fast-check';
import { pageAround, readFixture } from './testing/read-fixture.ts';

const TITLE = '关于开展今冬明春农田水利建设工作的通知';
const BODY = '各乡镇人民政府，县直有关单位：为切实做好今冬明春农田水利建设工作，经研究，'.repeat(6);

interface Shape {
  head?: string;
  header?: string;
  line?: string;
  body?: string;
  end?: string;
}

function article({ head = '', header = '', line = '', body = '', end = '' }: Shape): PageFacts {
  const main = `<div class="article"><h1>${TITLE}</h1><div class="info">${line}</div>
<div class="TRS_Editor"><p>${BODY}</p>${body}<p>特此通知。</p></div>${end}</div>`;
  const html = pageAround(main, `${TITLE}-河口区水务局`);
  return readFixture(
    html.replace('<body>', `<body>${header}`).replace('</head>', `${head}</head>`),
    { url: 'http://www.sample.gov.cn/zwgk/201902/t20190203_4412.html' },
  );
}

const clicks = '来源：河口区水务局 浏览次数：12';

/** Dates that stand in pages and are not the day of publishing; all of March 2018. */
const decoys: Shape[] = [
  { body: '<p>根据《水利工程管理办法》（河政发〔2018〕3号）要求</p>' },
  { body: '<p align="right">2018年3月5日</p>' },
  { body: '<p>二〇一八年三月六日</p>' },
  { body: '<p>（2018）鄂行终3号判决书</p>' },
  { body: '<p>报名时间：2018年3月7日至2018年3月9日</p>' },
  { body: '<p>联系电话：2018-030812</p>' },
  { line: '成文日期：2018-03-10' },
  { line: '生效日期：2018-03-11 有效期至：2018-03-12' },
  { header: '<div class="top">今天是2018年3月13日 星期二</div>' },
  { header: '<div class="top"><span id="time">2018年3月14日 星期三 天气晴</span></div>' },
  { end: '<div class="foot">页面生成时间：2018-03-15 10:12:01</div>' },
  { end: '<div class="foot">版权所有 © 2018-03-16 河口区水务局</div>' },
  {
    end:
      '<div class="related"><h3>相关链接</h3><ul><li><a href="/a.html">关于春季防汛检查的通知' +
      '</a><span>2018-03-17</span></li><li><a href="/b.html">关于水库安全管理的公告全文' +
      '</a><span>2018-03-18</span></li></ul></div>',
  },
  { body: '<script>var updated="2018-03-19";</script><!-- 发布时间：2018-03-20 -->' },
  { head: '<meta name="Maketime" content="2018-03-21 09:00">' },
];

function together(shapes: readonly Shape[]): Shape {
  const all: Shape = {};
  for (const shape of shapes) {
    for (const key of ['head', 'header', 'line', 'body', 'end'] as const) {
      all[key] = `${all[key] ?? ''} ${shape[key] ?? ''}`;
    }
  }
  return all;
}

test('no decoy is ever the day of publishing, alone or with others', () => {
  for (const decoy of decoys) assert.equal(article(decoy).publishedAt, null, JSON.stringify(decoy));
  fc.assert(
    fc.property(fc.subarray(decoys), (some) => {
      assert.equal(article(together(some)).publishedAt, null);
    }),
    { numRuns: 60 },
  );
});

test('a shown date is read whatever decoys stand round it', () => {
  const lines = [
    `发布时间：2019-03-02 ${clicks}`,
    `${clicks} 发布日期：2019年3月2日`,
    `<span>发布时间：</span><span>2019-03-02 10:21</span> <span>${clicks}</span>`,
    `2019-03-02 10:21:03 ${clicks}`,
    `时间：2019/03/02　${clicks}`,
    "发布时间：<script>var day='2019年03月02日';if(day!=''){document.write(day);}</script>",
  ];
  fc.assert(
    fc.property(fc.subarray(decoys), fc.constantFrom(...lines), (some, line) => {
      const shape = together([...some, { line }]);
      assert.equal(article(shape).publishedAt, '2019-03-02', JSON.stringify(shape));
    }),
    { numRuns: 120 },
  );
});

test('what a script computes is no date, what it writes as it stands is one', () => {
  const scripts: [string, string | null][] = [
    ['document.write("2019-03-02")', '2019-03-02'],
    ['var d = new Date(); document.write(d.getFullYear()+"-03-02")', null],
    ["var d='2019-03-02'; d='2019-03-04'; document.write(d)", null],
    ["var d='2019-03-02';", null],
  ];
  for (const [code, date] of scripts) {
    const facts = article({ line: `发布时间：<script>${code}</script> ${clicks}` });
    assert.equal(facts.publishedAt, date, code);
  }
});

test('the tags stand beside the visible date, and speak alone only where none is shown', () => {
  const head = '<meta name="PubDate" content="2019-03-05 08:00">';
  const both = article({ head, line: `发布时间：2019-03-02 ${clicks}` });
  assert.deepEqual([both.publishedAt, both.metaPublishedAt], ['2019-03-02', '2019-03-05']);
  const claimed = article({ head, body: '<p align="right">2019年3月1日</p>' });
  assert.deepEqual([claimed.publishedAt, claimed.metaPublishedAt], ['2019-03-05', '2019-03-05']);
  const why = claimed.why.find(({ fact }) => fact === 'publishedAt');
  assert.equal(why?.rule, 'meta:PubDate');
});

test('JSON-LD, microdata and Open Graph claim a date; what was modified or expires does not', () => {
  const claims: [string, string | null][] = [
    [
      '<script type="application/ld+json">{"datePublished":"2019-03-02T10:00:00+08:00"}</script>',
      '2019-03-02',
    ],
    ['<meta property="article:published_time" content="2019-03-02T10:00:00Z">', '2019-03-02'],
    ['<meta itemprop="datePublished" content="2019-03-02">', '2019-03-02'],
    ['<meta name="DC.date.issued" content="2019-03-02">', '2019-03-02'],
    ['<meta property="article:modified_time" content="2019-03-02">', null],
    ['<meta name="expires" content="2019-03-02">', null],
  ];
  for (const [head, date] of claims) assert.equal(article({ head }).metaPublishedAt, date, head);
});

function foreign(main: string, head = ''): PageFacts {
  const text = `<p>${'The reservoir above the town has been emptied for repairs. '.repeat(12)}</p>`;
  const html = `<html lang="en"><head><title>Reservoir emptied for repairs – River News</title>${head}
</head><body><div class="site">River News</div><div class="post">${main.replace('TEXT', text)}</div>
<div class="comments"><p>Anna on March 9, 2018: well done</p></div>
<div class="footer">Copyright © 2018 River News</div></body></html>`;
  return readFixture(html, { url: 'http://news.example/2018/03/20/reservoir' });
}

test('articles in other languages are dated by place, label and name, never by their address', () => {
  const title = '<h1>Reservoir emptied for repairs</h1>';
  const shapes = [
    `${title}<p class="meta">Posted on March 2, 2018 by Editor in Water</p>TEXT`,
    `<p class="date">2 March 2018</p>${title}TEXT`,
    `${title}<time datetime="2018-03-02T10:00:00+01:00">two weeks ago</time>TEXT`,
    `${title}TEXT<p class="postmetadata">This entry was posted on Friday, March 2nd, 2018</p>`,
    `${title}<p><span>02</span> <span>Mar</span> <span>2018</span></p>TEXT`,
  ];
  for (const main of shapes) assert.equal(foreign(main).publishedAt, '2018-03-02', main);
  for (const main of [
    `${title}TEXT`,
    `${title}<p class="meta">Member since March 2, 2018</p>TEXT`,
    `${title}TEXT<p>The next meeting of the council is on March 2, 2018</p>`,
  ]) {
    assert.equal(foreign(main).publishedAt, null, main);
  }
});
