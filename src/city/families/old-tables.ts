import type { ArticleModel, LetterRow, MailboxModel, Row } from '../page-model.ts';
import { buildFamily } from './build-family.ts';
import {
  charsetTag,
  bannerImages,
  footerElements,
  friendLinks,
  menuOf,
  topLine,
} from './chrome-html.ts';
import { clutterScript, clutterStyle, commentedOutList } from './clutter.ts';
import { datePiece, joinPieces, sourcePiece } from './date-line.ts';
import { escapeHtml } from './escape-html.ts';
import { bareWhereAllowed } from './ink.ts';
import { letterCategory } from './letter-words.ts';
import { pageLink } from './linked-pager.ts';
import { plainSkin } from './plain-skin.ts';
import { rowParts } from './row-parts.ts';
import type { Ink, PageParts, Place, Skin } from './skin.ts';

const skin: Skin = {
  ...plainSkin('old'),
  quote: bareWhereAllowed,
  document: oldDocument,
  row,
  rows: (list, place) =>
    place === 'side'
      ? `<UL>\n${list}\n</UL>`
      : `<TABLE width=100% border=0 cellspacing=2>\n${list}\n</TABLE>`,
  block: (block, ink) =>
    `<TABLE width=100% border=1 bordercolor=#9CBEE7><TR><TD bgcolor=#DEEBFF>` +
    `<FONT color=#003399><B>${escapeHtml(block.heading)}</B></FONT>　` +
    `<A ${ink.href(block.moreHref)}>更多...</A>\n` +
    `<TR><TD>${block.list}</TABLE>`,
  side: (heading, list) => `<P><FONT color=#CC0000><B>${escapeHtml(heading)}</B></FONT>\n${list}`,
  siblings: (siblings, ink) =>
    `<UL>${siblings.map((sibling) => `<LI>${oldLink(sibling, ink)}`).join('\n')}</UL>`,
  crumb: (trail, last, ink) =>
    `<FONT size=2>当前位置：${[
      ...trail.map((step) => oldLink(step, ink)),
      ...(last === null ? [] : [escapeHtml(last)]),
    ].join(' → ')}</FONT>`,
  pager: (pager, ink) =>
    `<P align=center><FONT size=2>共 ${pager.total} 条信息 ` +
    `第 ${pager.page} 页/共 ${Math.max(1, pager.pages)} 页 ` +
    `${pageLink(pager, 1, '首页', ink)} ${pageLink(pager, pager.page - 1, '上页', ink)} ` +
    `${pageLink(pager, pager.page + 1, '下页', ink)} ` +
    `${pageLink(pager, pager.pages, '末页', ink)}</FONT>`,
  articleHead,
  letters,
  guideElements: (elements) =>
    `<TABLE border=1 width=100%>\n${elements
      .map(
        ({ label, text }) => `<TR><TD width=90><B>${escapeHtml(label)}</B><TD>${escapeHtml(text)}`,
      )
      .join('\n')}\n</TABLE>`,
  documentTitle: (_parts, chrome) => chrome.siteName,
};

function oldLink(anchor: { text: string; href: string }, ink: Ink): string {
  return `<A ${ink.href(anchor.href)}>${escapeHtml(anchor.text)}</A>`;
}

/** Cells and items are never closed; a bullet cell stands before the link. */
function row(row: Row, ink: Ink, place: Place): string {
  const { href, text, date, hiddenDate, isSticky } = rowParts(row, ink);
  const mark = isSticky ? '<FONT color=red>置顶</FONT> ' : '';
  const link = `${mark}<A ${href} target=_blank>${text}</A>`;
  if (place === 'side') return `<LI>${link} <FONT size=1>${date}</FONT>`;
  const hidden = hiddenDate === '' ? '' : ` title=${hiddenDate}`;
  return (
    `<TR><TD width=10><FONT color=#FF6600>◆</FONT><TD><FONT size=2>${link}</FONT>` +
    `<TD width=110 align=right${hidden}><FONT size=2 color=#999999>${date}</FONT>`
  );
}

function articleHead(model: ArticleModel): string {
  const line = joinPieces([datePiece(model, '添加日期：'), sourcePiece(model, '稿源：')], '  ');
  return (
    `<CENTER><FONT size=5 face=黑体><B>${escapeHtml(model.title)}</B></FONT><BR>` +
    `<FONT size=2 color=#666666>${line}</FONT></CENTER><HR>`
  );
}

function letters(model: MailboxModel, ink: Ink): string {
  const line = (letter: LetterRow): string =>
    `<TR><TD>${letterCategory(letter)}<TD>` +
    oldLink({ text: letter.title, href: letter.href }, ink) +
    `<TD>${letter.askedAt}<TD>${letter.answeredAt ?? ''}<TD>${letter.answeredAt ? '已办结' : '待处理'}`;
  return (
    `<TABLE border=1 width=100%><TR><TD>类型<TD>信件主题<TD>写信日期<TD>办结日期<TD>状态\n` +
    `${model.letters.map(line).join('\n')}\n</TABLE>`
  );
}

function menu(ink: Ink): string {
  return menuOf(ink.chrome)
    .map((item) => {
      const children = item.children.map((child) => oldLink(child, ink)).join(' ');
      return `<TD nowrap><B>${oldLink(item, ink)}</B>${children === '' ? '' : `<BR>${children}`}`;
    })
    .join('\n');
}

/** The same links once more on a picture, where there is one. */
function friendMap(ink: Ink): string {
  const [picture] = ink.chrome.images;
  if (picture === undefined || ink.chrome.friendLinks.length === 0) return '';
  const areas = ink.chrome.friendLinks.map(
    ({ text, href }, index) =>
      `<AREA shape=rect coords=${index * 90},0,${index * 90 + 88},31 ` +
      `${ink.href(href)} alt="${escapeHtml(text)}">`,
  );
  return `<MAP name=friends>${areas.join('\n')}</MAP><IMG ${ink.src(picture)} usemap=#friends>`;
}

function oldDocument(parts: PageParts, ink: Ink): string {
  const footer = footerElements(ink.chrome, {
    organiser: '主办：',
    siteId: '标识码：',
    telephone: '电话：',
    errorReport: 'words',
  });
  return `<HTML>
<HEAD>
<TITLE>${escapeHtml(parts.title)}</TITLE>
${charsetTag(ink.chrome, 'http-equiv')}
${parts.metas}
<META NAME=GENERATOR CONTENT="FrontPage 4.0">
${clutterStyle('old', 60)}
${clutterScript('old')}
</HEAD>
<BODY bgcolor=#FFFFFF topmargin=0 leftmargin=0>
<TABLE width=778 align=center cellspacing=0>
<TR><TD bgcolor=#0055AA><FONT color=white size=2>${topLine(ink.chrome)}</FONT>
<TR><TD>${bannerImages(ink)}</TABLE>
<TABLE width=778 align=center bgcolor=#EEF5FF><TR>
${menu(ink)}
</TABLE>
${commentedOutList()}
<TABLE width=778 align=center><TR><TD width=180 valign=top>
${parts.siblings}
${parts.sides}
<TD valign=top>
${parts.crumb}
${parts.main}
</TABLE>
<TABLE width=778 align=center><TR><TD>
<FONT size=2>相关链接：${friendLinks(ink, '', ' | ')}</FONT>${friendMap(ink)}</TABLE>
<HR width=778>
<CENTER><FONT size=2>${footer.join('<BR>\n')}</FONT></CENTER>
</BODY>
</HTML>`;
}

/** A site of about 2003: layout tables, open cells, no quotes, capital letters. */
export const oldTables = buildFamily(
  {
    id: 'old-tables',
    deliveries: ['html', 'iframe'],
    address: {
      list: (path, page) => `/${path}/index.asp${page > 1 ? `?page=${page}` : ''}`,
      article: (path, id) => `/${path}/show.asp?id=${id}`,
      data: (path) => `/${path}/rows.asp`,
    },
  },
  skin,
);
