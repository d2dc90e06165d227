import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { pageAround, readFixture } from './testing/read-fixture.ts';

const TITLES = ['关于开展河道清理的通知', '供水价格听证会公告', '防汛抢险物资采购结果公示'];

function rowsIn(row: (title: string, index: number) => string): string {
  return `<div class="box"><h3>通知公告</h3><ul>${TITLES.map(row).join('\n')}</ul></div>`;
}

function datesOf(html: string): (string | null)[] {
  return readFixture(html).entries.map(({ date }) => date);
}

test('dates of rows are read in every usual place', () => {
  const link = (title: string, index: number) => `<a href="t${index}.html">${title}</a>`;
  const shapes: ((title: string, index: number) => string)[] = [
    (title, i) => `<li>${link(title, i)}<span>2019-05-0${i + 1}</span></li>`,
    (title, i) => `<li><span>[2019/5/${i + 1}]</span>${link(title, i)}</li>`,
    (title, i) => `<li>${link(title, i)} 2019年5月${i + 1}日</li>`,
    (title, i) => `<li>${link(title, i)}<b>0${i + 1}</b><i>2019-05</i></li>`,
    (title, i) => `<li><em>05-0${i + 1}</em><em>2019</em>${link(title, i)}</li>`,
    (title, i) => `<li><a href="t${i}.html">${title}2019-05-0${i + 1}</a></li>`,
    (title, i) => `<li><a href="t${i}.html" title="发布时间：2019-05-0${i + 1}">${title}</a></li>`,
    (title, i) => `<li>${link(title, i)}<span>05-0${i + 1}</span></li>`,
    (title, i) => `<li>${link(title, i)}<span>二〇一九年五月${'一二三'[i]}日</span></li>`,
  ];
  for (const shape of shapes) {
    const facts = readFixture(pageAround(rowsIn(shape)));
    const label = shape('x', 0);
    assert.deepEqual(
      facts.entries.map(({ date }) => date),
      ['2019-05-01', '2019-05-02', '2019-05-03'],
      label,
    );
    assert.deepEqual(
      facts.entries.map(({ title }) => title),
      TITLES,
      label,
    );
    assert.equal(facts.kind, 'list');
  }
});

test('tables, term lists and lists cut in chunks are lists too', () => {
  const cells = (title: string, i: number) =>
    `<tr><td>·</td><td><a href="t${i}.html">${title}</a></td><td>2019-05-0${i + 1}</td></tr>`;
  const pairs = TITLES.map(
    (title, i) => `<dt><a href="t${i}.html">${title}</a></dt><dd>2019-05-0${i + 1}</dd>`,
  );
  const chunk = (title: string, i: number) =>
    `<ul><li><a href="t${i}.html">${title}</a><span>2019-05-0${i + 1}</span></li></ul>`;
  for (const main of [
    `<table>${TITLES.map(cells).join('')}</table>`,
    `<dl>${pairs.join('')}</dl>`,
    `<div>${TITLES.map(chunk).join('')}</div>`,
  ]) {
    assert.deepEqual(datesOf(pageAround(main)), ['2019-05-01', '2019-05-02', '2019-05-03'], main);
  }
});

test('the main list is told from sidebars, even when it is shorter', () => {
  const side = TITLES.map(
    (title, i) => `<li><a href="/x/${i}.html">${title}</a><i>2019-05-2${i}</i></li>`,
  );
  const main =
    '<div class="list"><ul><li><a href="a.html">关于停水检修的公告</a><i>2018-01-02</i></li></ul></div>';
  const page = pageAround(
    `<div class="left"><h3>热点信息</h3><ul>${side.join('')}</ul></div>${main}`,
  );
  assert.deepEqual(datesOf(page), ['2018-01-02']);
});

test('a blank list is blank by its words, by its count or in silence, whatever stands beside it', () => {
  const side = `<div class="side"><h3>最新文章</h3><ul>${TITLES.map((t, i) => `<li><a href="/x/${i}.html">${t}</a><i>2019-05-2${i}</i></li>`).join('')}</ul></div>`;
  for (const words of [
    '<p>暂无信息</p>',
    '<p>栏目正在建设中……</p>',
    '<span>共0条 0/0</span>',
    '<ul></ul>',
  ]) {
    for (const beside of ['', side]) {
      const facts = readFixture(
        pageAround(`${beside}<div class="list"><h3>通知公告</h3>${words}</div>`),
      );
      assert.deepEqual(
        [facts.blank, facts.entries.length, facts.kind],
        [true, 0, 'list'],
        words + beside,
      );
    }
  }
});

test('a column of one page is no list and not blank', () => {
  const text = '负责全区河道、水库的管理和保护，组织编制水利规划，指导节约用水工作。';
  const facts = readFixture(
    pageAround(`<div class="txt"><p>${text}</p></div>`, '机构职能-河口区水务局'),
  );
  assert.deepEqual([facts.kind, facts.blank, facts.entries.length], ['other', false, 0]);
  assert.match(facts.text, /负责全区河道/);
});

test('an article gives title, date and source and none of the decoys', () => {
  const facts = readFixture(
    pageAround(
      `<p>今天是2019年5月27日 星期一</p><h1>关于印发防汛预案的通知</h1>
      <p class="info">来源：区防汛办 发布时间：2019-05-09 10:32 浏览次数：18</p>
      <table><tr><td>成文日期</td><td>2019年4月30日</td></tr></table>
      <div id="zoom"><p>河水发〔2019〕5号，自2019年6月1日起施行。各有关单位应当认真组织实施，做好各项准备工作。</p>
      <p>河口区水务局</p><p>2019年4月30日</p></div><p>上一篇：<a href="a.html">停水公告</a></p>`,
      '关于印发防汛预案的通知-河口区水务局',
    ),
  );
  assert.deepEqual(
    [facts.kind, facts.title, facts.publishedAt, facts.source],
    ['article', '关于印发防汛预案的通知', '2019-05-09', '区防汛办'],
  );
  assert.deepEqual(facts.entries, []);
  const why = facts.why.find(({ fact }) => fact === 'publishedAt');
  assert.equal(why?.rule, 'label:发布时间');
});

test('rows in XML inside a script, in a comment that is unpacked and in inline JSON are rows', () => {
  const row = '<li><a href="t1.html">关于停水检修的公告</a><span>2019-05-09</span></li>';
  const packed = `<div id="src" style="display:none"><!--<ul>${row}</ul>--></div>`;
  const unpack =
    '<script>var p=document.getElementById("src").innerHTML.replace("<!--","");</script>';
  const json =
    '<script>var list=[{title:"关于停水检修的公告",url:"t1.html",date:"2019-05-09"}];</script>';
  for (const main of [
    `<script type="text/xml"><datastore><recordset><record><![CDATA[${row}]]></record></recordset></datastore></script>`,
    packed + unpack,
    json,
  ]) {
    const { entries, links } = readFixture(pageAround(main));
    assert.deepEqual(
      entries.map(({ title, date }) => [title, date]),
      [['关于停水检修的公告', '2019-05-09']],
    );
    assert.ok(links.some(({ url }) => url.endsWith('/zwgk/tzgg/t1.html')));
  }
  assert.deepEqual(
    datesOf(pageAround(packed)),
    [],
    'a comment that no script unpacks holds no rows',
  );
});

test('a data address in a script makes the page one to be asked for, not blank', () => {
  const script =
    '<ul id="box"></ul><script>$.getJSON("/api/list.json?c=1", function(d){ $("#box").html(d); });</script>';
  const facts = readFixture(pageAround(script));
  assert.deepEqual(facts.endpoints, [
    { url: 'http://www.sample.gov.cn/api/list.json?c=1', format: 'json' },
  ]);
  assert.deepEqual([facts.blank, facts.needsRendering], [null, true]);
});

test('a mailbox gives its letters with dates, state and category', () => {
  const head =
    '<tr><th>类别</th><th>标题</th><th>来信日期</th><th>回复日期</th><th>办理状态</th></tr>';
  const rows = [
    '<tr><td>咨询</td><td><a href="1.html">请问何时恢复供水</a></td><td>2019-03-01</td><td>2019-03-05</td><td>已回复</td></tr>',
    '<tr><td>投诉</td><td><a href="2.html">反映夜间施工噪声</a></td><td>2019-01-11</td><td></td><td>办理中</td></tr>',
  ];
  const page = pageAround(
    `<table>${head}${rows.join('')}</table>`,
    '局长信箱-河口区水务局',
  ).replace('&gt; 通知公告', '&gt; 局长信箱');
  const facts = readFixture(page);
  assert.equal(facts.kind, 'mailbox');
  assert.deepEqual(
    facts.letters.map(({ askedAt, answeredAt, answered, category }) => [
      askedAt,
      answeredAt,
      answered,
      category,
    ]),
    [
      ['2019-03-01', '2019-03-05', true, 'consultation'],
      ['2019-01-11', null, false, 'complaint'],
    ],
  );
});

test('footer, navigation, breadcrumb and channel are read', () => {
  const facts = readFixture(
    pageAround(rowsIn((title, i) => `<li><a href="t${i}.html">${title}</a><i>2019-05-01</i></li>`)),
  );
  assert.deepEqual([facts.siteIdCode, facts.icp], ['4299000017', '鄂ICP备05001234号-1']);
  assert.match(facts.police ?? '', /42990002000017/);
  assert.deepEqual(
    [facts.footer.organiser, facts.footer.contact],
    ['河口区水务局', '0700-5550101'],
  );
  assert.deepEqual(
    facts.navigation.map(({ text, level }) => `${level}${text}`),
    ['1政务公开', '2通知公告', '1新闻中心', '1互动交流'],
  );
  assert.deepEqual(
    facts.breadcrumb.map(({ text }) => text),
    ['首页', '政务公开', '通知公告'],
  );
  assert.deepEqual(facts.channel, {
    name: '通知公告',
    path: ['政务公开', '通知公告'],
    kind: 'notices',
    rule: 'name:通知公告',
  });
});

test('pagers by links, by numbers left out and by a TRS script name the other pages', () => {
  const list = rowsIn((title, i) => `<li><a href="t${i}.html">${title}</a><i>2019-05-01</i></li>`);
  const pages = (pager: string) => readFixture(pageAround(list + pager)).pager;
  const script = pages('<script>createPageHTML(3, 0, "index", "html");</script>');
  assert.deepEqual(
    [script.pages, script.urls.map((url) => url.split('/').at(-1))],
    [3, ['index_1.html', 'index_2.html']],
  );
  const links = pages(
    '<div>1 <a href="list_2.html">2</a> <a href="list_3.html">3</a> <a href="list_2.html">下一页</a> 共5页 共98条</div>',
  );
  assert.deepEqual([links.pages, links.total, links.urls.length], [5, 98, 4]);
});

test('soft 404, challenge and landing pages are marked', () => {
  assert.equal(
    readFixture('<title>提示</title><p>对不起，您访问的页面不存在！</p>').saysMissing,
    true,
  );
  assert.equal(
    readFixture('<title>x</title><script>document.cookie="__jsl_clearance=1"</script>').blocked,
    true,
  );
  const block = (name: string) =>
    `<div><h3>${name} <a href="/${name}/">更多</a></h3><ul>${TITLES.map((t, i) => `<li><a href="/${name}/${i}.html">${t}</a><i>2019-05-01</i></li>`).join('')}</ul></div>`;
  const landing = readFixture(
    pageAround(block('工作动态') + block('人事信息') + block('规划计划'), '政务公开').replace(
      'x',
      'x',
    ),
  );
  assert.deepEqual([landing.landing, landing.entries.length], [true, 9]);
});

test('a link is encoded in the charset of its page', () => {
  const facts = readFixture(pageAround('<a href="/s?kw=水务">搜索</a>'));
  assert.ok(facts.links.some(({ url }) => url.endsWith('/s?kw=%E6%B0%B4%E5%8A%A1')));
});

test('whatever the page, no date is read that its text does not hold', () => {
  const bits = fc.constantFrom(
    '<li>',
    '</li>',
    '<a href="/2011/12/13/t20111213_1.html">某某通知公告</a>',
    '2019-05-09',
    '5',
    '-',
    '09',
    '<b>09</b>',
    '2018',
    '年',
    '月',
    '日',
    '<ul>',
    '</ul>',
    '[',
    ']',
    '发布时间：',
    '/',
    '共3页',
    '2019',
    '<td>',
    '<tr>',
    '<table>',
    '暂无信息',
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
      const html = parts.join('');
      const facts = readFixture(html);
      const shown = html.replace(/<[^>]*>/g, ' ');
      for (const date of [facts.publishedAt, ...facts.entries.map((entry) => entry.date)]) {
        if (date === null) continue;
        const [, month = '', day = ''] = date.split('-').map(Number).map(String);
        assert.ok(shown.includes(month) && shown.includes(day), `${date} in ${html}`);
        assert.notEqual(date, '2011-12-13');
      }
    }),
  );
});
