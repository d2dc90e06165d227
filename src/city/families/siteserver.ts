import type { ArticleModel } from '../page-model.ts';
import { buildFamily } from './build-family.ts';
import { datePiece, sourcePiece } from './date-line.ts';
import { escapeHtml } from './escape-html.ts';
import { anchorMarkup } from './ink.ts';
import { plainSkin } from './plain-skin.ts';
import { rowParts } from './row-parts.ts';
import type { Skin } from './skin.ts';

const skin: Skin = {
  ...plainSkin('ss'),
  row: (row, ink, place) => {
    const { href, text, hint, date, isSticky } = rowParts(row, ink);
    const mark = isSticky ? '<sup class="istop">置顶</sup>' : '';
    if (place === 'side') return `<li><a ${href} title="${hint}">${text}</a> <s>${date}</s></li>`;
    const day = date === '' ? '' : `<dd class="time">${date}</dd>`;
    return `<dl><dt>${mark}<a ${href} title="${hint}" target="_blank">${text}</a></dt>${day}</dl>`;
  },
  rows: (list, place) =>
    place === 'side' ? `<ol>${list}</ol>` : `<div class="news_list">\n${list}\n</div>`,
  block: (block, ink) =>
    `<div class="index_box"><div class="tit">` +
    `${anchorMarkup({ text: block.heading, href: block.moreHref }, ink, 'class="l"')}` +
    `${anchorMarkup({ text: '更多', href: block.moreHref }, ink, 'class="r"')}</div>\n` +
    `${block.list}</div>`,
  crumb: (trail, last, ink) => {
    const steps = trail.map((step) => `<li>${anchorMarkup(step, ink)}</li>`);
    if (last !== null) steps.push(`<li class="active">${escapeHtml(last)}</li>`);
    return `<ol class="breadcrumb"><li>当前位置</li>${steps.join('\n')}</ol>`;
  },
  articleHead,
  documentTitle: (parts, chrome) => [chrome.siteName, ...parts.toReversed()].join(' - '),
};

/** The date stands before the title. */
function articleHead(model: ArticleModel): string {
  const date = datePiece(model, '发布于 ');
  const source = sourcePiece(model, '信息来源：');
  return (
    `<div class="article_time">${date === '' ? '' : `<span class="t">${date}</span>`}</div>\n` +
    `<h2 class="article_title">${escapeHtml(model.title)}</h2>\n` +
    `<div class="article_from">${source}</div>`
  );
}

/** SiteServer: addresses with queries, definition lists. */
export const siteserver = buildFamily(
  {
    id: 'siteserver',
    deliveries: ['html', 'json-endpoint', 'script-only'],
    address: {
      list: (path, page) => `/${path}/list.aspx${page > 1 ? `?page=${page}` : ''}`,
      article: (path, id) => `/${path}/content.aspx?id=${id}`,
      data: (path) => `/${path}/list.ashx?format=json`,
    },
  },
  skin,
);
