import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import type { DateForm, ListModel, PageModel, TemplateFamily } from '../page-model.ts';
import { families } from './index.ts';
import { sampleChrome, sampleList, sampleModels, sampleRow } from './testing/sample-models.ts';
import { shownHrefs } from './testing/shown-hrefs.ts';

const PRINTED: Record<DateForm, RegExp | null> = {
  dashes: /2019-05-09/,
  slashes: /2019\/5\/9/,
  dots: /2019\.05\.09/,
  chinese: /2019年5月9日/,
  brackets: /\[2019-05-09\]/,
  'month-day': /[^-]05-09/,
  'with-time': /2019-05-09 \d\d:\d\d/,
  'chinese-numerals': /二〇一九年五月九日/,
  split: /<b>09<\/b><i>2019-05<\/i>/,
  'title-attribute': /title="?[^">]*2019-05-09/,
  glued: /[^\s>：:]2019-05-09/,
  none: null,
};
const LINKS: Record<string, string> = {
  a: 'href',
  area: 'href',
  img: 'src',
  iframe: 'src',
  frame: 'src',
  link: 'href',
  script: 'src',
};

function htmlOf(family: TemplateFamily, model: PageModel): string {
  return new TextDecoder(model.chrome.charset).decode(family.render(model).body);
}

function walk(node: Tree.Node, visit: (element: Tree.Element) => void): void {
  if ('tagName' in node) visit(node);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, visit);
}

function linksOf(html: string, base: string): Set<string> {
  const found = new Set<string>();
  walk(parse(html), (element) => {
    const name = LINKS[element.tagName];
    const value = element.attrs.find((attribute) => attribute.name === name)?.value;
    if (value === undefined) return;
    const url = new URL(value, base);
    if (/^https?:$/.test(url.protocol)) found.add(url.href);
  });
  return found;
}

function textOf(html: string): string {
  let text = '';
  const collect = (node: Tree.Node): void => {
    if ('tagName' in node && (node.tagName === 'script' || node.tagName === 'style')) return;
    if (node.nodeName === '#text') text += (node as Tree.TextNode).value;
    if ('childNodes' in node) node.childNodes.forEach(collect);
  };
  collect(parse(html));
  return text;
}

function baseOf(model: PageModel): string {
  const own = 'pageHref' in model ? model.pageHref(model.page) : '/';
  return new URL(own, model.chrome.origin).href;
}

function absolute(model: PageModel, href: string): string {
  return new URL(href, model.chrome.origin).href;
}

function pagerLinks(model: PageModel): Set<string> {
  if (!('pageHref' in model)) return new Set();
  const pages = Array.from({ length: model.pages }, (_, index) => model.pageHref(index + 1));
  return new Set(pages.map((href) => absolute(model, href)));
}

for (const family of families) {
  test(`${family.id} shows exactly the links of each model, the pager aside`, () => {
    for (const model of sampleModels(sampleChrome())) {
      const found = linksOf(htmlOf(family, model), baseOf(model));
      const wanted = new Set(shownHrefs(model, family).plain.map((href) => absolute(model, href)));
      assert.deepEqual(
        [...wanted].filter((url) => !found.has(url)),
        [],
        model.type,
      );
      const pager = pagerLinks(model);
      const extra = [...found].filter((url) => !wanted.has(url) && !pager.has(url));
      assert.deepEqual(extra, [], model.type);
    }
  });

  test(`${family.id} leaves out what the chrome does not have`, () => {
    const bare = sampleChrome({
      siteIdCode: null,
      icp: null,
      police: null,
      telephone: null,
      hasPartyGovernmentMark: false,
      hasErrorReportEntrance: false,
      hasMetaTags: false,
      hasBreadcrumb: false,
      todayInHeader: null,
    });
    for (const model of sampleModels(bare)) {
      const html = htmlOf(family, model);
      assert.doesNotMatch(
        html,
        /标识码|SiteIDCode|ICP|公网安备|党政机关|找错|电话|联系方式|今天是|位置|name="SiteName"/,
      );
    }
    for (const model of sampleModels(sampleChrome())) {
      const html = htmlOf(family, model);
      assert.match(html, /主办/);
      for (const words of [
        '4299000017',
        '鄂ICP备05001234号',
        '0700-5550117',
        '党政机关',
        '我为政府网站找错',
        '2019年5月27日',
      ])
        assert.ok(html.includes(words), `${model.type}: ${words}`);
    }
  });

  test(`${family.id} declares its charset where told and its bytes decode to the titles`, () => {
    for (const charset of ['utf-8', 'gb2312', 'gbk', 'gb18030', 'big5'] as const)
      for (const charsetDeclared of ['header', 'meta', 'both', 'nowhere'] as const)
        for (const model of sampleModels(sampleChrome({ charset, charsetDeclared }))) {
          const { contentType } = family.render(model);
          const html = htmlOf(family, model);
          assert.equal(/charset/.test(contentType), /header|both/.test(charsetDeclared));
          assert.equal(/<meta[^>]*charset=/i.test(html), /meta|both/.test(charsetDeclared));
          if ('title' in model) assert.ok(textOf(html).includes(model.title));
          assert.ok(textOf(html).includes(model.chrome.siteName));
        }
  });

  test(`${family.id} weighs what real pages weigh, the same each time`, () => {
    for (const model of sampleModels(sampleChrome())) {
      const { body } = family.render(model);
      const { length } = body;
      assert.deepEqual(family.render(model).body, body);
      assert.ok(length > 8_000 && length < 30_000, `${model.type}: ${length}`);
    }
  });

  test(`${family.id} keeps any title whole in any charset`, () => {
    const sign = fc.constantFrom(...'<>&"\'关于镕㐀😀—·ｱ€]-!;#x27ǹ\u00a0囍');
    const titles = fc
      .array(sign, { minLength: 1, maxLength: 14 })
      .map((signs) => `甲${signs.join('')}乙`);
    const charsets = fc.constantFrom('utf-8', 'gb2312', 'gbk', 'gb18030', 'big5' as const);
    fc.assert(
      fc.property(titles, charsets, fc.nat(8), (title, charset, place) => {
        const chrome = sampleChrome({ charset, siteName: title });
        const model = sampleModels(chrome)[place];
        assert.ok(model);
        const odd = 'title' in model ? { ...model, title } : model;
        const listed = odd.type === 'list' ? { ...odd, rows: [sampleRow({ title })] } : odd;
        const text = textOf(htmlOf(family, listed));
        assert.ok(text.split(title).length > (listed === model ? 1 : 2));
      }),
      { numRuns: 60 },
    );
  });

  test(`${family.id} prints every date form in lists and articles`, () => {
    for (const [form, pattern] of Object.entries(PRINTED)) {
      const dateForm = form as DateForm;
      const chrome = sampleChrome({ hasMetaTags: false, todayInHeader: null });
      const rows = [sampleRow({ dateForm, href: '/a.html' })];
      const list = sampleList(chrome, { rows, sideLists: [] });
      const article = sampleModels(chrome).find((model) => model.type === 'article');
      assert.ok(article?.type === 'article');
      for (const model of [list, { ...article, dateForm, sideLists: [] }]) {
        const html = htmlOf(family, model).replace(/<!--[^]*?-->|<(script|style)[^]*?<\/\1>/gi, '');
        if (pattern) assert.match(html, pattern, `${model.type} ${form}`);
        else assert.doesNotMatch(html, /2019|05-09/, `${model.type} ${form}`);
      }
    }
  });

  test(`${family.id} gives the rows of each of its deliveries`, () => {
    for (const delivery of family.deliveries) checkDelivery(family, delivery);
  });

  test(`${family.id} writes a list whose delivery it does not know as html`, () => {
    const all = [
      'xml-in-script',
      'json-endpoint',
      'comment-unpacked',
      'iframe',
      'script-only',
    ] as const;
    for (const delivery of all.filter((one) => !family.deliveries.includes(one))) {
      const model = sampleList(sampleChrome(), { delivery, dataHref: '/data' });
      assert.ok(
        linksOf(htmlOf(family, model), baseOf(model)).has(absolute(model, sampleRow().href)),
      );
    }
  });

  test(`${family.id} says what a blank list says, and nothing when it is silent`, () => {
    const silent = sampleList(sampleChrome(), { rows: [], total: 0, pages: 1, blankText: '' });
    assert.doesNotMatch(textOf(htmlOf(family, silent)), /暂无/);
    const told = sampleList(sampleChrome(), {
      rows: [],
      total: 0,
      pages: 0,
      blankText: '暂无信息',
    });
    assert.match(textOf(htmlOf(family, told)), /暂无信息/);
  });

  test(`${family.id} gives every list page and article an address of its own`, () => {
    const { list, article, data } = family.address;
    const paths = ['zwgk/tzgg', 'zwgk/rsxx', 'hdjl/ldxx'];
    const all = paths.flatMap((path) => [
      data(path),
      ...[1, 2, 3, 12].map((page) => list(path, page)),
      ...[1, 2, 17, 400].flatMap((id) => [
        article(path, id, '2019-05-09'),
        article(path, id, null),
      ]),
    ]);
    const undated = paths.map((path) => article(path, 17, null));
    assert.ok(
      all.every((href) => new URL(href, 'http://a.example').href === `http://a.example${href}`),
    );
    assert.ok(undated.every((href) => !/2019/.test(href)));
    assert.equal(new Set(all).size >= paths.length * 9, true);
  });
}

function checkDelivery(family: TemplateFamily, delivery: ListModel['delivery']): void {
  const model = sampleList(sampleChrome({ charset: 'gbk' }), {
    delivery,
    rows: [sampleRow({ title: '取水<甲>㐀"通知', href: '/zwgk/tzgg/x.html?a=1&b=2' })],
    dataHref: family.address.data('zwgk/tzgg'),
  });
  const html = htmlOf(family, model);
  const target = absolute(model, '/zwgk/tzgg/x.html?a=1&b=2');
  const isPlain = linksOf(html, baseOf(model)).has(target);
  assert.equal(isPlain, delivery === 'html', delivery);
  assert.equal(shownHrefs(model, family).plain.includes('/zwgk/tzgg/x.html?a=1&b=2'), isPlain);
  if (delivery === 'html') return;
  if (delivery === 'script-only') return assert.doesNotMatch(html, /取水|tzgg\/x\.html/);
  if (delivery === 'json-endpoint' || delivery === 'iframe')
    return checkData(family, model, html, target);
  const inside = delivery === 'xml-in-script' ? unpackRecords(html) : unpackComment(html);
  assert.ok(linksOf(inside, baseOf(model)).has(target));
  assert.ok(textOf(inside).includes('取水<甲>㐀"通知'));
}

function checkData(family: TemplateFamily, model: ListModel, html: string, target: string): void {
  const data = model.dataHref ?? '/';
  const isNamed = html.includes(data) || linksOf(html, baseOf(model)).has(absolute(model, data));
  assert.ok(isNamed, `${data} is not named`);
  const { body, contentType } = family.renderData(model);
  const isJson = contentType.startsWith('application/json');
  const text = new TextDecoder(isJson ? 'utf-8' : 'gbk').decode(body);
  if (isJson) {
    const answer = JSON.parse(text);
    const [first] = answer.articles ?? answer.list;
    assert.equal(first.title, '取水<甲>㐀"通知');
    assert.equal(new URL(first.url, model.chrome.origin).href, target);
    if (typeof first.date === 'number')
      assert.equal(new Date((first.date + 28_800) * 1000).toISOString().slice(0, 10), '2019-05-09');
    else assert.equal(first.date, '2019-05-09');
    return;
  }
  const rows = contentType.startsWith('text/xml') ? unpackRecords(text) : text;
  assert.ok(linksOf(rows, absolute(model, data)).has(target));
  assert.ok(textOf(rows).includes('取水<甲>㐀"通知'));
}

function unpackRecords(xml: string): string {
  const records = [...xml.matchAll(/<record><!\[CDATA\[([\s\S]*?)\]\]><\/record>/g)];
  return `<table>${records.map((hit) => hit[1]).join('')}</table>`;
}

/** What the page's script would take out: a textarea's value or an element's inner markup. */
function unpackComment(html: string): string {
  let packed = '';
  walk(parse(html), (element) => {
    if (element.attrs.some((attribute) => attribute.value === 'list_box_src'))
      for (const child of element.childNodes) {
        if (child.nodeName === '#comment') packed += (child as Tree.CommentNode).data;
        if (child.nodeName === '#text') packed += (child as Tree.TextNode).value;
      }
  });
  return packed.replace('<!--', '').replace('-->', '');
}
