import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageFacts } from '#domain/page.ts';
import { lexicon, pageAround, readFixture } from './testing/read-fixture.ts';
import { readPage } from './read-page.ts';

// Shapes of real pages, in own words.

function readUnknown(html: string): PageFacts {
  const bytes = new TextEncoder().encode(html);
  const url = 'http://www.sample.gov.cn/web/x.html';
  const page = { url, bytes, contentType: 'text/html', asOf: '2019-05-27', isHomepage: null };
  return readPage(page, lexicon);
}

const rows = (count: number, day = '2019-05-0') =>
  Array.from(
    { length: count },
    (_, i) =>
      `<li><a href="/t/${day}${i}.html">关于第${i}号泵站检修的通知</a><i>${day}${i + 1}</i></li>`,
  ).join('');

test('a page of unknown place is the home by its title, its blocks and no way back', () => {
  const blocks = `<div><h2>水务动态 <a href="/dt/">更多</a></h2><ul>${rows(3)}</ul></div>
<div><h2>通知公告 <a href="/tz/">更多</a></h2><ul>${rows(4)}</ul></div>`;
  const home = `<html><head><title>河口区水务局</title></head><body>${blocks}</body></html>`;
  assert.equal(readUnknown(home).kind, 'home');
  const channel = home.replace('<title>', '<title>水务动态-');
  assert.notEqual(readUnknown(channel).kind, 'home');
  assert.notEqual(readUnknown(pageAround(blocks, '河口区水务局')).kind, 'home');
});

test('a list that is printed once more for phones is counted once', () => {
  const phone = Array.from(
    { length: 3 },
    (_, i) =>
      `<li><a href="/t/2019-05-0${i}.html"><b>0${i + 1}</b><b>2019-05</b><p>关于第${i}号泵站检修的通知</p></a></li>`,
  ).join('');
  const page = `<div class="content"><ul class="wide">${rows(3)}</ul><ul class="phone">${phone}</ul></div>`;
  assert.equal(readFixture(pageAround(page)).entries.length, 3);
});

test('an entry that a list prints twice is two rows', () => {
  const twice = `<ul>${rows(2)}${rows(2)}</ul>`;
  assert.equal(readFixture(pageAround(twice)).entries.length, 4);
});

test('names under pictures are a list, short names without are a menu', () => {
  const people = ['甲某某', '乙某某', '丙某某', '丁某某'];
  const gallery = (inside: string) =>
    `<div class="box"><h3>通知公告</h3><ul>${people
      .map((name, i) => `<li>${inside}<a href="/r/${i}.html">${name}</a></li>`)
      .join('')}</ul></div>`;
  assert.equal(readFixture(pageAround(gallery('<img src="/a.jpg">'))).entries.length, 4);
  assert.equal(readFixture(pageAround(gallery(''))).entries.length, 0);
});

test('a bare list in a frame is a list, an empty frame is blank or unknown', () => {
  const links = ['泵站维护办法解读', '取水许可办法解读', '节水奖励办法解读', '河道采砂规定解读'];
  const list = `<ul>${links.map((text, i) => `<li><a href="./${i}.html">${text}</a></li>`).join('')}</ul>`;
  const facts = readFixture(`<html><body>${list}</body></html>`);
  assert.deepEqual([facts.kind, facts.blank, facts.entries.length], ['list', false, 4]);
  assert.notEqual(readFixture('<html><body><ul></ul></body></html>').blank, false);
});

test('a page that leaves its content to a frame asks for rendering, a counter in a frame does not', () => {
  const framed = readFixture(pageAround('<iframe src="rows.html" height="600"></iframe>'));
  assert.deepEqual([framed.blank, framed.needsRendering], [null, true]);
  assert.equal(framed.why.find(({ fact }) => fact === 'needsRendering')?.rule, 'frame');
  const counter = readFixture(
    pageAround('<iframe src="count.html" width="1" height="1"></iframe>'),
  );
  assert.deepEqual([counter.blank, counter.needsRendering], [true, false]);
});

test('a site map is not blank, and a long text is not blank for one short line', () => {
  const map = `<div>${'<a href="/a/">局属单位</a>'.repeat(3)}</div>`;
  const page = pageAround(map, '网站地图-河口区水务局').replace('&gt; 通知公告', '&gt; 网站地图');
  assert.equal(readFixture(page).blank, false);
  const text = `<p>${'泵站按汛期调度规程运行，值班人员每日巡查两次。'.repeat(20)}</p><p>敬请期待</p>`;
  assert.notEqual(readFixture(pageAround(text)).blank, true);
});

test('a form is to be filled in, a search box over an empty list is not', () => {
  const fields = '<input name="a"><input name="b"><select name="c"></select>';
  const letter = `<form action="/send">${fields}<input type="submit" value="提交"></form>`;
  assert.equal(readFixture(pageAround(letter)).kind, 'form');
  const search = `<form action="/find">${fields}<input type="submit" value="查询"></form><ul></ul>`;
  const facts = readFixture(pageAround(search));
  assert.deepEqual([facts.kind, facts.blank], ['list', true]);
});

test('an article without text is told by its labels, not taken for a blank list', () => {
  const article = `<h1>关于二号泵站停机检修的公告</h1>
<p>发布时间：<script src="/date.js"></script> 字体：大 中 小 来源：水务局 【打印】【关闭窗口】</p>
<div id="zoom"><img src="/scan.jpg"></div>`;
  const facts = readFixture(pageAround(article, '关于二号泵站停机检修的公告'));
  assert.deepEqual([facts.kind, facts.blank], ['article', false]);
});

test('the sign-off date of a text that is the whole column is no publish date', () => {
  const text = `<h1>机构职能</h1><div>${'<p>负责全区水资源的统一管理，组织编制规划。</p>'.repeat(12)}<p>2014年12月12日</p></div>`;
  const page = pageAround(text, '机构职能-河口区水务局').replace('&gt; 通知公告', '&gt; 机构职能');
  const facts = readFixture(page);
  assert.deepEqual([facts.kind, facts.publishedAt], ['other', null]);
});

test('both dates of a letter are read when they stand in one link', () => {
  const letters = ['水费为何上涨', '管道何时维修', '停水通知在哪里看']
    .map(
      (title, i) =>
        `<li><a href="/l/${i}"><b>${title}</b><p>[提交时间：2019-05-0${i + 1}]<span>回复人：供水科</span>[回复时间：2019-05-1${i}]</p></a></li>`,
    )
    .join('');
  const page = pageAround(`<ul>${letters}</ul>`, '咨询留言-河口区水务局');
  const facts = readFixture(page.replace('&gt; 通知公告', '&gt; 咨询留言'));
  assert.deepEqual(
    facts.letters.map(({ askedAt, answeredAt }) => [askedAt, answeredAt]),
    [
      ['2019-05-01', '2019-05-10'],
      ['2019-05-02', '2019-05-11'],
      ['2019-05-03', '2019-05-12'],
    ],
  );
});

test('the organiser is named before or behind the word, never by another line of the footer', () => {
  const before = '河口市政府办公室主办 河口市信息中心承办';
  const behind = '<a>版权所有</a> <a>联系我们</a> 版权所有：河口市水务局';
  const organiser = (foot: string) =>
    readFixture(`<body><div class="footer">${foot}</div></body>`).footer.organiser;
  assert.equal(organiser(before), '河口市政府办公室');
  assert.equal(organiser(behind), '河口市水务局');
});

test('facts say where in the page they were read', () => {
  const html = pageAround(`<ul>${rows(3)}</ul>`);
  const facts = readFixture(html);
  const wordsOf = (fact: string) => {
    const why = facts.why.find((one) => one.fact === fact);
    return why === undefined ? undefined : html.slice(why.start, why.end);
  };
  assert.equal(wordsOf('channel'), '通知公告');
  assert.equal(wordsOf('siteIdCode'), '4299000017');
  assert.equal(wordsOf('footer.organiser'), '河口区水务局');
  assert.equal(wordsOf('entries[0].date'), '2019-05-01');
  assert.match(wordsOf('breadcrumb') ?? '', /当前位置/);
});

test('a column that holds a document, a film or many links is not called blank', () => {
  const column = (main: string) => readFixture(pageAround(main)).blank;
  assert.equal(column('<p><a href="/upload/2018.pdf">年度报告</a></p>'), null);
  assert.equal(column('<div><video src="/v.mp4"></video></div>'), false);
  const places = Array.from(
    { length: 24 },
    (_, i) => `<span><a href="/p${i}/">泵站${i}号</a></span>`,
  );
  assert.notEqual(column(`<div>${places.join('')}</div>`), true);
  assert.equal(column('<ul></ul>'), true);
});

test('a few undated rows that lead to pages are a list', () => {
  const undated = ['节水办法', '取水须知', '缴费说明']
    .map((text, i) => `<li><a href="/tzgg/201905/t2019050${i}_1234.html">${text}全文</a></li>`)
    .join('');
  const facts = readFixture(pageAround(`<div><ul>${undated}</ul></div>`));
  assert.deepEqual([facts.entries.length, facts.blank], [3, false]);
});

test('a bullet before the first of some undated rows is no heading', () => {
  const titles = ['就业服务若干措施解读', '饮水安全实施方案解读', '一图读懂健康义诊管理办法'];
  const list = titles.map(
    (title, i) => `<li>·<a href="/zcjd/2019-02-1${i}/13${i}.html">${title}</a></li>`,
  );
  const side = `<div class="side"><h4>热点信息</h4><ul>${rows(5)}</ul></div>`;
  const page = `<div>${side}<div class="main"><h2>政策解读</h2><ul>${list.join('')}</ul></div></div>`;
  const facts = readUnknown(
    `<html><head><title>政策解读-河口区水务局</title></head><body>${page}</body></html>`,
  );
  assert.equal(facts.blank, false);
  assert.deepEqual(
    facts.entries.map(({ title }) => title),
    titles,
  );
});
