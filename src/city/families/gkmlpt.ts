import type { ListModel, RenderedPage } from '../page-model.ts';
import { buildFamily } from './build-family.ts';
import {
  bannerImages,
  charsetTag,
  footerElements,
  friendLinks,
  menuItems,
  topLine,
} from './chrome-html.ts';
import { clutterScript, clutterStyle, commentedOutList } from './clutter.ts';
import { datePiece, joinPieces, sourcePiece } from './date-line.ts';
import { escapeHtml, scriptString } from './escape-html.ts';
import { anchorMarkup } from './ink.ts';
import { askEndpoint, jsonPage } from './list-endpoint.ts';
import { plainSkin } from './plain-skin.ts';
import { unixSeconds } from './print-date.ts';
import { rowParts } from './row-parts.ts';
import type { Ink, PageParts, Skin } from './skin.ts';
import { stableNumber } from './stable-number.ts';

const skin: Skin = {
  ...plainSkin('gk'),
  hrefStyle: 'absolute',
  document: gkDocument,
  row: (row, ink) => {
    const { href, text, hint, date, isSticky } = rowParts(row, ink);
    const mark = isSticky ? '<i class="icon-top">顶</i>' : '';
    const day = date === '' ? '' : `<span class="date">${date}</span>`;
    const link = `<a ${href} class="title" title="${hint}">${text}</a>`;
    return `<li class="item">${day}${mark}${link}</li>`;
  },
  rows: (list, place) => `<ul class="post-list post-${place}">\n${list}\n</ul>`,
  crumb: (trail, last, ink) => {
    const steps = trail.map((step) => anchorMarkup(step, ink));
    if (last !== null) steps.push(`<em>${escapeHtml(last)}</em>`);
    return `<nav class="crumbs"><i>您的位置：</i>${steps.join('<i>/</i>')}</nav>`;
  },
  articleHead: (model) => {
    const line = joinPieces(
      [datePiece(model, '时间 : '), sourcePiece(model, '来源 : ')],
      '</span><span>',
    );
    return (
      `<h1 class="content-title">${escapeHtml(model.title)}</h1>\n` +
      `<p class="content-info"><span>${line}</span></p>`
    );
  },
  guideElements: (elements) =>
    elements
      .map(({ label, text }) => `<h3>${escapeHtml(label)}</h3>\n<p>${escapeHtml(text)}</p>`)
      .join('\n'),
  endpointScript: configScript,
  endpointData: articlesJson,
};

function gkDocument(parts: PageParts, ink: Ink): string {
  const friends = friendLinks(ink, '<span>', '</span>');
  const footer = footerElements(ink.chrome, {
    organiser: '主办：',
    siteId: '网站标识码 ',
    telephone: '联系方式：',
    errorReport: 'picture',
  });
  return `<!DOCTYPE html>
<html lang="zh">
<head>
${charsetTag(ink.chrome, 'short')}
<title>${escapeHtml(parts.title)}</title>
${parts.metas}
${clutterStyle('gk', 80)}
${clutterScript('gk')}
</head>
<body>
<header><div class="gk-top">${topLine(ink.chrome)}</div>
${bannerImages(ink)}
<nav class="gk-nav"><ul>
${menuItems(ink, 'gk-drop')}
</ul></nav></header>
<main class="gk-main">
${parts.crumb}
${parts.siblings}
<section class="gk-content">
${parts.main}
</section>
<aside>${parts.sides}</aside>
</main>
${commentedOutList()}
<footer>
<div class="gk-friend">${friends}</div>
<ul><li>${footer.join('</li>\n<li>')}</li></ul>
</footer>
</body>
</html>`;
}

function configScript(model: ListModel, dataHref: string, box: string): string {
  const listUrl = scriptString(dataHref).replaceAll('"', "'");
  return `<script>
var _CONFIG = {
  SITE_NAME: ${scriptString(model.chrome.siteName)},
  PAGE: ${model.page}, PAGE_COUNT: ${model.pages}, TOTAL: ${model.total},
  LIST_URL: ${listUrl}
};
${askEndpoint('_CONFIG.LIST_URL', box, 'articles', model.blankText ?? '')}
</script>`;
}

/** Dates as seconds since 1970, of a moment that day in China; no `date` where none is printed. */
function articlesJson(model: ListModel): RenderedPage {
  const { origin } = model.chrome;
  const articles = model.rows.map((row, index) => ({
    id: (model.page - 1) * 1000 + index + 1,
    title: row.title,
    url: row.href.startsWith('/') ? origin + row.href : row.href,
    ...(row.date && row.dateForm !== 'none' ? { date: unixSeconds(row.date) } : {}),
    is_top: row.sticky ? 1 : 0,
  }));
  const { page, pages, total } = model;
  return jsonPage({ articles, page, page_count: pages, total }, model.chrome);
}

/** gkmlpt, an open-government platform: its lists ask a JSON endpoint named in the page. */
export const gkmlpt = buildFamily(
  {
    id: 'gkmlpt',
    deliveries: ['json-endpoint', 'html', 'script-only'],
    address: {
      list: (path, page) => `/gkmlpt/${path}/index.html${page > 1 ? `?page=${page}` : ''}`,
      article: (path, id) => `/${path}/content/post_${id}.html`,
      data: (path) => `/gkmlpt/api/all/${stableNumber(path)}?page=1`,
    },
  },
  skin,
);
