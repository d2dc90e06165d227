import type { ArticleModel, Row } from '../page-model.ts';
import { buildFamily } from './build-family.ts';
import {
  bannerImages,
  charsetTag,
  footerElements,
  friendLinks,
  menuOf,
  topLine,
} from './chrome-html.ts';
import { clutterScript, clutterStyle, commentedOutList } from './clutter.ts';
import { datePiece, joinPieces, sourcePiece } from './date-line.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup } from './ink.ts';
import { plainSkin } from './plain-skin.ts';
import { searchBox } from './plain-document.ts';
import { rowParts, shortTitle } from './row-parts.ts';
import type { Ink, PageParts, Place, Skin } from './skin.ts';
import { stableNumber } from './stable-number.ts';

const LONGEST_TITLE: Record<Place, number> = { main: 34, block: 22, side: 16 };

const skin: Skin = {
  ...plainSkin('ep'),
  commentHolder: 'textarea',
  document: epDocument,
  row,
  rows: (list, place) =>
    `<table width="100%" cellspacing="0" cellpadding="0" class="ep-${place}-t">\n${list}\n</table>`,
  block: (block, ink) =>
    `<table width="100%" class="ep-box"><tr><td class="h">${escapeHtml(block.heading)}</td>` +
    `<td align="right">${anchorMarkup({ text: '更多>>', href: block.moreHref }, ink)}</td></tr>\n` +
    `<tr><td colspan="2">${block.list}</td></tr></table>`,
  side: (heading, list) =>
    `<table class="ep-side"><tr><td class="h2">${escapeHtml(heading)}</td></tr>\n` +
    `<tr><td>${list}</td></tr></table>`,
  crumb: (trail, last, ink) => {
    const steps = trail.map((step) => anchorMarkup(step, ink));
    if (last !== null) steps.push(escapeHtml(last));
    return `<td class="ep-path">您现在的位置：${steps.join(' &gt;&gt; ')}</td>`;
  },
  articleHead,
};

/** The link shows a cut title and holds the whole one in its title attribute. */
function row(row: Row, ink: Ink, place: Place): string {
  const { href, text, date, hiddenDate, isSticky } = rowParts(row, ink);
  const shown =
    row.dateForm === 'glued' ? text : escapeHtml(shortTitle(row.title, LONGEST_TITLE[place]));
  const mark = isSticky ? '<font class="red">【置顶】</font>' : '';
  const hidden = hiddenDate === '' ? '' : ` title="${hiddenDate}"`;
  const isBracketed = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const day = isBracketed && place === 'main' ? `[${date}]` : date;
  const link = `<a ${href} target="_blank" title="${escapeHtml(row.title)}">${shown}</a>`;
  return (
    `<tr height="26"><td width="12" align="center">·</td>` +
    `<td align="left">${mark}${link}</td>` +
    `<td width="92" align="right"${hidden}>${day}</td></tr>`
  );
}

function articleHead(model: ArticleModel): string {
  const pieces = [
    sourcePiece(model, '信息来源：'),
    datePiece(model, '发布时间：'),
    '阅读次数：<span id="infohits"></span>',
  ];
  return (
    `<table width="100%"><tr><td id="tdTitle" align="center"><font size="4"><b>` +
    `${escapeHtml(model.title)}</b></font><br><br>` +
    `<font class="webfont">【${joinPieces(pieces, '　')}】</font></td></tr></table>`
  );
}

function menuCells(ink: Ink): string {
  return menuOf(ink.chrome)
    .map((item) => {
      const children = item.children.map((child) => `<li>${anchorMarkup(child, ink)}</li>`);
      const below = children.length > 0 ? `<ul class="pop">${children.join('')}</ul>` : '';
      return `<td align="center">${anchorMarkup(item, ink)}${below}</td>`;
    })
    .join('\n');
}

function epDocument(parts: PageParts, ink: Ink): string {
  const friends = friendLinks(ink, '<td>', '</td>');
  const footer = footerElements(ink.chrome, {
    organiser: '主办单位：',
    siteId: '网站标识码：',
    telephone: '联系电话：',
    errorReport: 'picture',
  });
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
${charsetTag(ink.chrome, 'http-equiv')}
<title>${escapeHtml(parts.title)}</title>
${parts.metas}
${clutterStyle('ep', 75)}
${clutterScript('ep')}
</head>
<body>
<input type="hidden" name="__VIEWSTATE" value="/wEPDwUKLTE2OTg3ODkyNQ9kFgJmD2QWAgIDD2QWAgIBDx" />
<table width="1000" align="center">
<tr><td>${topLine(ink.chrome)}</td><td>${searchBox('ep')}</td></tr>
<tr><td colspan="2">${bannerImages(ink)}</td></tr></table>
<table width="1000" align="center" class="ep-menu"><tr>
${menuCells(ink)}
</tr></table>
${commentedOutList()}
<table width="1000" align="center"><tr>${parts.crumb || '<td></td>'}</tr></table>
<table width="1000" align="center"><tr>
<td width="230" valign="top">${parts.siblings}${parts.sides}</td>
<td valign="top"><table width="100%"><tr><td>
${parts.main}
</td></tr></table></td>
</tr></table>
<table width="1000" align="center" class="ep-friend"><tr>${friends}</tr></table>
<table width="1000" align="center"><tr><td align="center">
${footer.join('&nbsp;&nbsp;\n')}
</td></tr></table>
</body>
</html>`;
}

/** Epoint: tables within tables, titles cut short. */
export const epoint = buildFamily(
  {
    id: 'epoint',
    deliveries: ['html', 'iframe', 'comment-unpacked'],
    address: {
      list: (path, page) => `/${path}/${page > 1 ? page : 'moreinfo'}.html`,
      article: (path, id, date) => {
        const name = `${id.toString(16).padStart(8, '0')}-${stableNumber(path).toString(16)}`;
        return `/${path}/${date ? `${date.replaceAll('-', '')}/` : ''}${name}.html`;
      },
      data: (path) => `/${path}/moreinfolist.html`,
    },
  },
  skin,
);
