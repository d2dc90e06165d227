import type { ArticleModel, Row } from '../page-model.ts';
import { buildFamily } from './build-family.ts';
import { datePiece, joinPieces, sourcePiece } from './date-line.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup } from './ink.ts';
import { nearbyPages, pageLink } from './linked-pager.ts';
import { plainSkin } from './plain-skin.ts';
import { rowParts } from './row-parts.ts';
import type { Ink, Pager, Place, Skin } from './skin.ts';
import { stableNumber } from './stable-number.ts';

/** The component number that stands in the id of a row. */
const COMPONENT: Record<Place, number> = { main: 8, block: 5, side: 11 };

const skin: Skin = {
  ...plainSkin('vsb'),
  hrefStyle: 'relative',
  row,
  rows: (list, place) => {
    let index = 0;
    const numbered = list.replace(/<li id="line_u\d+_x">/g, (open) =>
      open.replace('_x', `_${index++}`),
    );
    return `<div class="list-${place}"><ul>\n${numbered}\n</ul></div>`;
  },
  side: (heading, list) =>
    `<div class="box"><div class="tt"><span>${escapeHtml(heading)}</span></div>${list}</div>`,
  crumb: (trail, last, ink) => {
    const steps = trail.map((step) => anchorMarkup(step, ink));
    if (last !== null) steps.push(escapeHtml(last));
    return `<div class="weizhi">当前位置: ${steps.join('<span> &gt; </span>')}</div>`;
  },
  pager: pagerTable,
  articleHead,
};

/** The date comes first within the link. */
function row(row: Row, ink: Ink, place: Place): string {
  const { href, text, hint, date, isSticky } = rowParts(row, ink);
  const day = date === '' ? '' : `<span class="date">${date}</span>`;
  const mark = isSticky ? '<i class="zd">顶</i>' : '';
  const inside = place === 'main' ? `${day}${text}` : text;
  const after = place === 'main' ? '' : day;
  const link = `<a ${href} title="${hint}">${inside}</a>`;
  return `<li id="line_u${COMPONENT[place]}_x">${mark}${link}${after}</li>`;
}

function pagerTable(pager: Pager, ink: Ink): string {
  const numbers = nearbyPages(pager, 2).map((page) => pageLink(pager, page, String(page), ink));
  return (
    `<table cellspacing="0" class="headStyle"><tr><td nowrap align="left" id="fanye18">` +
    `共${pager.total}条&nbsp;&nbsp;${pager.page}/${Math.max(1, pager.pages)}&nbsp;</td>` +
    `<td nowrap align="left"><div>${[
      pageLink(pager, 1, '首页', ink),
      pageLink(pager, pager.page - 1, '上页', ink),
      ...numbers,
      pageLink(pager, pager.page + 1, '下页', ink),
      pageLink(pager, pager.pages, '尾页', ink),
    ].join('&nbsp;')}</div></td></tr></table>`
  );
}

function articleHead(model: ArticleModel): string {
  const line = joinPieces(
    [
      datePiece(model, '日期：'),
      sourcePiece(model, '来源：'),
      '点击：[<span id="dynclicks"></span>]',
    ],
    '　',
  );
  return (
    `<form name="_newscontent_fromname"><div class="content-t"><h3 align="center">` +
    `${escapeHtml(model.title)}</h3>\n<p align="center">${line}</p></div></form>`
  );
}

/** vsb, the CMS of universities: dates within the link, pager in a table. */
export const vsb = buildFamily(
  {
    id: 'vsb',
    deliveries: ['html', 'comment-unpacked'],
    address: {
      list: (path, page) => `/${path}${page > 1 ? `/${page}` : ''}.htm`,
      article: (path, id) => `/info/${stableNumber(path)}/${id}.htm`,
      data: (path) => `/${path}/rows.htm`,
    },
  },
  skin,
);
