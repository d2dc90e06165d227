import type { Chrome, ListModel, PageModel, Row } from '../../page-model.ts';

/** A chrome with everything on, for tests of the families. */
export function sampleChrome(over: Partial<Chrome> = {}): Chrome {
  return {
    siteName: '柳河区水务局',
    unit: '柳河区水务局',
    origin: 'http://127.0.1.7:8080',
    charset: 'utf-8',
    charsetDeclared: 'meta',
    siteIdCode: '4299000017',
    icp: '鄂ICP备05001234号',
    police: '鄂公网安备 42990002000017号',
    telephone: '0700-5550117',
    hasPartyGovernmentMark: true,
    hasErrorReportEntrance: true,
    navigation: [
      { text: '政务公开', href: '/zwgk/', children: [{ text: '通知公告', href: '/zwgk/tzgg/' }] },
      { text: '互动交流', href: '/hdjl/', children: [] },
    ],
    friendLinks: [{ text: '上级部门', href: 'http://127.0.1.8:8080/?a=1&b=2' }],
    images: ['/images/logo.png', '/images/banner.jpg'],
    hasMetaTags: true,
    hasBreadcrumb: true,
    todayInHeader: '2019-05-27',
    ...over,
  };
}

/** A row with a date in a form. */
export function sampleRow(over: Partial<Row> = {}): Row {
  return {
    title: '关于开展河道清理的通知',
    href: '/zwgk/tzgg/201905/t20190509_17.html',
    date: '2019-05-09',
    dateForm: 'dashes',
    sticky: false,
    ...over,
  };
}

const channel = {
  name: '通知公告',
  href: '/zwgk/tzgg/index.html',
  parents: [{ text: '政务公开', href: '/zwgk/' }],
  columnType: '政策文件',
};
const side = {
  heading: '热点信息',
  rows: [sampleRow({ title: '防汛值班安排', href: '/zwgk/dt/3.html', date: '2019-05-20' })],
};

/** A list page, by default plain html. */
export function sampleList(chrome: Chrome, over: Partial<ListModel> = {}): ListModel {
  return {
    type: 'list',
    chrome,
    channel,
    rows: [
      sampleRow({ sticky: true }),
      sampleRow({
        title: '供水价格听证公告',
        href: '/zwgk/tzgg/201904/t20190402_9.html',
        date: '2019-04-02',
      }),
    ],
    page: 1,
    pages: 3,
    total: 44,
    pageHref: (page) => `/zwgk/tzgg/index${page > 1 ? `_${page - 1}` : ''}.html`,
    sideLists: [side],
    siblings: [{ text: '人事信息', href: '/zwgk/rsxx/' }],
    blankText: null,
    delivery: 'html',
    dataHref: null,
    ...over,
  };
}

/** One model of every type. */
export function sampleModels(chrome: Chrome): PageModel[] {
  const row = sampleRow();
  const blocks = ['要闻', '通知公告', '政策解读'].map((heading, index) => ({
    heading,
    moreHref: `/c${index}/`,
    rows: [sampleRow({ href: `/c${index}/1.html` }), sampleRow({ href: `/c${index}/2.html` })],
  }));
  const shortcuts = [
    { text: '网上办事', href: '/bs/' },
    { text: '区域地图', href: 'http://127.0.1.9/' },
  ];
  return [
    { type: 'home', chrome, blocks, shortcuts, frames: ['/frames/weather.html'] },
    { type: 'entrance', chrome, gates: [{ text: '进入网站', href: '/main.html' }] },
    sampleList(chrome),
    { type: 'landing', chrome, channel, blocks },
    {
      type: 'article',
      chrome,
      channel,
      title: row.title,
      date: row.date,
      dateForm: 'dashes',
      source: '办公室',
      paragraphs: ['各有关单位：', '请于近日完成清理。'],
      attachments: [{ text: '名单.doc', href: '/files/a.doc' }],
      images: ['/images/p1.jpg'],
      inlineLinks: [{ text: '实施方案', href: '/zwgk/fa.html?x=1&y=2' }],
      sideLists: [side],
      previous: { text: '前一条', href: '/zwgk/tzgg/1.html' },
      next: { text: '后一条', href: '/zwgk/tzgg/2.html' },
    },
    mailbox(chrome),
    {
      type: 'guide',
      chrome,
      channel,
      title: '取水许可',
      date: '2018-03-04',
      elements: [
        { label: '事项名称', text: '取水许可' },
        { label: '申请条件', text: '有取水设施' },
      ],
      downloads: [{ text: '申请表', href: '/files/sq.doc' }],
      systems: [{ text: '在线申报', href: '/system/login.html' }],
    },
    {
      type: 'single',
      chrome,
      channel,
      paragraphs: ['主管水务。'],
      images: ['/images/m.jpg'],
      blankText: null,
    },
    { type: 'missing', chrome, words: '您访问的页面不存在' },
  ];
}

function mailbox(chrome: Chrome): PageModel {
  return {
    type: 'mailbox',
    chrome,
    channel,
    letters: [
      {
        title: '何时恢复供水',
        href: '/hdjl/1.html',
        askedAt: '2019-03-01',
        answeredAt: '2019-03-05',
        category: 'consultation',
      },
      {
        title: '施工噪声',
        href: '/hdjl/2.html',
        askedAt: '2019-01-11',
        answeredAt: null,
        category: 'complaint',
      },
    ],
    page: 1,
    pages: 2,
    pageHref: (page) => `/hdjl/index${page > 1 ? `_${page - 1}` : ''}.html`,
    formHref: '/hdjl/write.html',
    sideLists: [side],
  };
}
