import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PageFacts } from '#domain/page.ts';
import { isHistorical } from './is-historical.ts';
import { pageStem } from './page-stem.ts';
import type { SiteChannel } from './site-channels.ts';
import { viewSite } from './site-view.ts';
import { at, channel, entry, list, ObservationBuilder } from './testing/observation-builder.ts';

function channelsOf(builder: ObservationBuilder): readonly SiteChannel[] {
  return viewSite(builder.build())[0]?.channels ?? [];
}

const rows = [entry('/1', '2019-05-01')];

describe('pages of one list', () => {
  const notices = (more: Partial<PageFacts> = {}) => ({
    ...list('公告', 'notices', rows),
    ...more,
  });
  const cases: [string, ObservationBuilder][] = [
    [
      'are joined by their pagers',
      new ObservationBuilder()
        .page('/a.jsp', notices({ pager: { urls: [at('/b.jsp')], pages: 2, total: null } }))
        .page('/b.jsp', notices()),
    ],
    [
      'are joined by the number in the file name',
      new ObservationBuilder().page('/c/', notices()).page('/c/index_1.html', notices()),
    ],
    [
      'are joined by the number in the query',
      new ObservationBuilder().page('/c.do?id=3', notices()).page('/c.do?id=3&page=2', notices()),
    ],
    [
      'are joined where two addresses lead to one',
      new ObservationBuilder()
        .page('/c', notices(), { finalUrl: at('/channel/3') })
        .page('/channel/3', notices()),
    ],
  ];
  for (const [what, builder] of cases) {
    test(what, () => assert.equal(channelsOf(builder.page('/')).length, 1));
  }

  test('are not joined under different names', () => {
    const builder = new ObservationBuilder()
      .page('/list_12.html', list('公告', 'notices', rows))
      .page('/list_13.html', list('公示', 'notices', rows));
    assert.equal(channelsOf(builder).length, 2);
  });

  test('of one name in different sections are different channels', () => {
    const under = (town: string) => channel('动态', 'news', [town, '动态']);
    const builder = new ObservationBuilder()
      .page('/x/', notices({ channel: under('甲镇') }))
      .page('/y/', notices({ channel: under('乙镇') }));
    assert.equal(channelsOf(builder).length, 2);
  });
});

test('the first page is the one the navigation leads to, as linked', () => {
  const navigation = [{ text: '公告', url: at('/zwgk/tzgg/index.html'), level: 1 }];
  const [site] = channelsOf(
    new ObservationBuilder()
      .page('/', { navigation })
      .page('/zwgk/tzgg/', list('公告', 'notices', rows))
      .page('/zwgk/tzgg/index.html', list('公告', 'notices', rows)),
  );
  assert.equal(site?.channel.url, at('/zwgk/tzgg/index.html'));
  assert.equal(site.channel.level, 1);
});

test('name, path and level come from the page, else from the navigation', () => {
  const navigation = [
    { text: '政务公开', url: at('/zwgk/'), level: 1 },
    { text: '政策文件', url: at('/zwgk/zcwj/'), level: 2 },
  ];
  const [site] = channelsOf(
    new ObservationBuilder()
      .page('/', { navigation })
      .page('/zwgk/', { kind: 'list', landing: true })
      .page('/zwgk/zcwj/', list('政策文件', 'policy-documents', rows)),
  );
  assert.deepEqual(site?.channel, {
    name: '政策文件',
    path: ['政务公开', '政策文件'],
    url: at('/zwgk/zcwj/'),
    kind: 'policy-documents',
    level: 2,
    historical: false,
  });
});

test('the breadcrumb gives the path where the page’s channel does not', () => {
  const breadcrumb = [
    { text: '首页', url: at('/') },
    { text: '政务公开', url: at('/zwgk/') },
    { text: '公告', url: null },
  ];
  const [site] = channelsOf(
    new ObservationBuilder().page('/c/', { ...list('公告', 'notices', rows), breadcrumb }),
  );
  assert.deepEqual(site?.channel.path, ['政务公开', '公告']);
});

test('a mailbox is a consultation channel whatever its name says', () => {
  const [site] = channelsOf(new ObservationBuilder().page('/m/', { kind: 'mailbox', title: '信' }));
  assert.equal(site?.channel.kind, 'consultation');
});

test('homepage, landing pages, articles and error pages are no channels', () => {
  const told = channel('公告', 'notices');
  const builder = new ObservationBuilder()
    .page('/', list('首页', 'home', rows))
    .page('/index.html', list('首页', 'home', rows), { finalUrl: at('/') })
    .page('/l/', { ...list('政务公开', 'disclosure', rows), landing: true })
    .page('/a.html', { kind: 'article', channel: told })
    .page('/e.html', { kind: 'list', channel: told }, { status: 404 })
    .page('/text.html', { kind: 'other', channel: told });
  assert.deepEqual(channelsOf(builder), []);
});

test('the stem of an address forgets page number and index file', () => {
  const cases: [string, string][] = [
    ['/t/', '/t/'],
    ['/t/index.html', '/t/'],
    ['/t/index_3.html', '/t/'],
    ['/t/index3.html', '/t/'],
    ['/t/list_2.html', '/t/list.html'],
    ['/t/12_2.shtml', '/t/12.shtml'],
    ['/t.do?id=3&page=2', '/t.do?id=3'],
    ['/t.do?pageNo=2', '/t.do'],
    ['/2019/', '/2019/'],
  ];
  for (const [path, stem] of cases) assert.equal(pageStem(at(path)), at(stem), path);
});

test('a channel is historical by words of the past and by past years', () => {
  const cases: [string[], Parameters<typeof isHistorical>[1], boolean][] = [
    [['历史专题', '动态'], 'news', true],
    [['专题专栏', '往期专题'], 'special', true],
    [['专题专栏', '2016年两学一做'], 'special', true],
    [['专题专栏', '2019年扫黑除恶'], 'special', false],
    [['专题专栏', '2018-2020年攻坚'], 'special', false],
    [['政策文件', '2017年'], 'policy-documents', true],
    [['政策文件', '2019'], 'policy-documents', false],
    [['走进咸宁', '历史文化'], 'overview', false],
    [['通知公告'], 'notices', false],
  ];
  for (const [path, kind, expected] of cases) {
    assert.equal(isHistorical(path, kind, '2019-05-27'), expected, path.join('/'));
  }
});
