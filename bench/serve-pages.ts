import { articleParagraphs, entryTitle, missingWords } from '#city/wording.ts';
import {
  articleDate,
  articlePath,
  type ChannelOutline,
  deadLinkOf,
  filePath,
  hasFile,
  hasImage,
  imagePath,
  listPath,
  type SiteOutline,
} from './serve-outline.ts';
import { bytesText, type Charset, type Piece, piece } from './serve-pieces.ts';

/** Makes the pages of one site out of parts; nothing of a page is kept. */
export interface PageMaker {
  home(): (Piece | string)[];
  list(channel: ChannelOutline, page: number): (Piece | string)[];
  article(channel: ChannelOutline, article: number): (Piece | string)[];
  missing(): (Piece | string)[];
  /** A page of the world outside. */
  friend(): (Piece | string)[];
}

/** What the pages of a site name besides its own paths: origins without a slash at the end. */
export interface Elsewhere {
  outside: string;
  refused: string;
}

interface Stock {
  charset: Charset;
  titles: string[];
  paragraphs: Piece[];
  top: Piece;
  nav: Piece;
  foot: Piece;
  word: (text: string) => string;
}

const TITLES = 2400;
const PARAGRAPHS = 96;
const NAMES = ['政务公开', '新闻动态', '通知公告', '公示公告', '政策法规', '政策解读'];
const MORE_NAMES = ['规划计划', '统计信息', '人事信息', '部门动态', '乡镇动态', '专题专栏'];
const channelNames = [...NAMES, ...MORE_NAMES];
const NAVIGATION = 12;
const SIDEBAR = 10;

export function makePages(site: SiteOutline, elsewhere: Elsewhere): PageMaker {
  const stocks = { 'utf-8': stock('utf-8', site, elsewhere), gbk: stock('gbk', site, elsewhere) };
  const of = ({ isGbk }: ChannelOutline) => (isGbk ? stocks.gbk : stocks['utf-8']);
  return {
    home: () => homePage(site, stocks['utf-8']),
    list: (channel, page) => listPage(channel, page, of(channel)),
    article: (channel, article) => articlePage(channel, article, of(channel), elsewhere),
    missing: () => plainPage(stocks['utf-8'], missingWords),
    friend: () => plainPage(stocks['utf-8'], '欢迎访问本单位门户网站。'),
  };
}

function plainPage({ top: head, nav, foot: tail, word }: Stock, words: string) {
  return [head, nav, word(`<h1>${words}</h1>`), tail];
}

function stock(charset: Charset, site: SiteOutline, { outside }: Elsewhere): Stock {
  const word = (text: string) => bytesText(text, charset);
  return {
    charset,
    word,
    titles: Array.from({ length: TITLES }, (_, id) => word(entryTitle('news', id))),
    paragraphs: Array.from({ length: PARAGRAPHS }, (_, id) => {
      const title = entryTitle('notices', id * 7);
      const text = [...articleParagraphs(title, id), ...articleParagraphs(title, id + 3)].join('');
      return piece(`<p style="text-indent:2em">${text}</p>\n`, charset);
    }),
    top: piece(top(charset), charset),
    nav: piece(navigation(site), charset),
    foot: piece(foot(outside), charset),
  };
}

function nameOf({ index }: ChannelOutline): string {
  const round = Math.floor(index / channelNames.length);
  return `${channelNames[index % channelNames.length]}${round === 0 ? '' : round + 1}`;
}

function top(charset: Charset): string {
  const rules = Array.from(
    { length: 24 },
    (_, n) => `.c${n}{float:left;width:${100 + n}px;line-height:${20 + n}px;color:#333}`,
  );
  return `<!DOCTYPE html>
<html lang="zh"><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<meta name="SiteName" content="样本市人民政府"><meta name="SiteDomain" content="www.sample.gov.cn">
<meta name="SiteIDCode" content="4212000001"><link rel="stylesheet" href="/images/style.png">
<style>${rules.join('\n')}</style>
<script>var now = new Date(); function search() { document.forms[0].submit(); }</script>\n`;
}

function navigation(site: SiteOutline): string {
  const items = site.channels
    .slice(0, NAVIGATION)
    .map((one) => `<li><a href="/${one.slug}/" target="_self">${nameOf(one)}</a></li>`);
  return `</head>
<body><div class="header"><a href="/"><img src="/images/logo.jpg" alt="样本市人民政府"></a>
<form action="/search.jsp"><input name="q"></form></div>
<div class="nav"><ul><li><a href="/">首页</a></li>${items.join('\n')}</ul></div>\n`;
}

function foot(outside: string): string {
  const friends = ['省人民政府', '市财政局', '市教育局', '市民政局', '市农业局'].map(
    (name, index) => `<a href="${outside}/friend${index}/">${name}</a>`,
  );
  return `<div class="footer"><div class="links">友情链接：${friends.join(' | ')}</div>
<p>主办：样本市人民政府办公室 承办：样本市政务信息中心 联系电话：0715-8120000</p>
<p>网站标识码：4212000001 <a href="/">鄂ICP备05000001号</a> 鄂公网安备 42120002000001号</p>
<p><img src="/images/police.png" alt=""><img src="/images/party.png" alt="党政机关"></p></div>
<script>var visits = 1; for (var i = 0; i < 3; i++) { visits += i; }</script></body></html>\n`;
}

function row(channel: ChannelOutline, article: number, { titles }: Stock): string {
  const title = titleOf(channel, article, titles);
  const date = articleDate(channel, article);
  const href = articlePath(channel, article);
  return `<li><a href="${href}" target="_blank" title="${title}">${title}</a><span>${date}</span></li>\n`;
}

function rows(channel: ChannelOutline, from: number, to: number, stocked: Stock): string {
  const last = Math.min(to, channel.articles);
  let text = '<ul class="list">\n';
  for (let article = from; article < last; article++) text += row(channel, article, stocked);
  return `${text}</ul>\n`;
}

function titleOf({ index }: ChannelOutline, article: number, titles: readonly string[]): string {
  return `${titles[(article * 13 + index * 331) % titles.length]} (${index}-${article})`;
}

function homePage(site: SiteOutline, stocked: Stock): (Piece | string)[] {
  const { top: head, nav, foot: tail, word } = stocked;
  const blocks = site.channels.map(
    (one) =>
      word(`<div class="box"><h3><a href="/${one.slug}/">${nameOf(one)}</a></h3>`) +
      (one.index < NAVIGATION ? rows(one, 0, 8, stocked) : '') +
      '</div>\n',
  );
  return [head, word('<title>样本市人民政府门户网站</title>'), nav, blocks.join(''), tail];
}

function listPage(channel: ChannelOutline, page: number, stocked: Stock): (Piece | string)[] {
  const { top: head, nav, foot: tail, word, paragraphs } = stocked;
  const name = nameOf(channel);
  const from = page * channel.rows;
  return [
    head,
    word(`<title>${name}_样本市人民政府</title><meta name="ColumnName" content="${name}">`),
    nav,
    crumb(channel, word),
    '<div class="main">',
    rows(channel, from, from + channel.rows, stocked),
    pager(channel, page, word),
    word('</div><div class="side"><h3>栏目说明</h3>'),
    paragraphs[channel.index % PARAGRAPHS] ?? '',
    '</div>',
    tail,
  ];
}

function crumb({ slug, ...channel }: ChannelOutline, word: Stock['word']): string {
  const name = nameOf({ slug, ...channel });
  return word(
    `<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/${slug}/">${name}</a></div>\n`,
  );
}

function pager(channel: ChannelOutline, page: number, word: Stock['word']): string {
  const last = channel.listPages - 1;
  const near = [-3, -2, -1, 1, 2, 3].map((step) => page + step);
  const numbers = near.filter((number) => number >= 0 && number <= last);
  const link = (number: number, text: string) =>
    `<a href="${listPath(channel, number)}">${text}</a> `;
  return word(
    `<div class="page">共${channel.articles}条 第${page + 1}/${last + 1}页 ${link(0, '首页')}` +
      (page > 0 ? link(page - 1, '上一页') : '') +
      numbers.map((number) => link(number, String(number + 1))).join('') +
      (page < last ? link(page + 1, '下一页') : '') +
      `${link(last, '尾页')}</div>\n`,
  );
}

function articlePage(
  channel: ChannelOutline,
  article: number,
  stocked: Stock,
  { refused }: Elsewhere,
): (Piece | string)[] {
  const { top: head, nav, foot: tail, word, titles, paragraphs } = stocked;
  const title = titleOf(channel, article, titles);
  const date = articleDate(channel, article);
  const count = 2 + ((article * 7 + channel.index) % 7);
  const body = Array.from(
    { length: count },
    (_, at) => paragraphs[(article * 5 + at * 11 + channel.index) % PARAGRAPHS] ?? '',
  );
  return [
    head,
    `<title>${title}</title><meta name="ArticleTitle" content="${title}">` +
      `<meta name="PubDate" content="${date} 09:30">`,
    nav,
    `${crumb(channel, word)}<h1>${title}</h1>`,
    word(`<div class="info">发布时间：${date} 09:30 来源：市政府办公室 【字体：大 中 小】</div>`),
    '<div class="content">',
    ...body,
    extras(channel, article, word, refused),
    word('</div><div class="side"><h3>最新信息</h3>'),
    rows(channel, 0, SIDEBAR, stocked),
    '</div>',
    tail,
  ];
}

/** Documents, pictures, dead links and neighbours of an article. */
function extras(
  channel: ChannelOutline,
  article: number,
  word: Stock['word'],
  refused: string,
): string {
  const dead = deadLinkOf(channel, article, refused);
  const next = article + 1 < channel.articles ? articlePath(channel, article + 1) : null;
  return word(
    (hasImage(article) ? `<p><img src="${imagePath(channel, article)}" alt="现场"></p>\n` : '') +
      (hasFile(article) ? `<p><a href="${filePath(channel, article)}">附件.pdf</a></p>\n` : '') +
      (dead ? `<p><a href="${dead.href}">相关链接：有关文件</a></p>\n` : '') +
      (next ? `<p>下一篇：<a href="${next}">查看</a></p>\n` : ''),
  );
}
