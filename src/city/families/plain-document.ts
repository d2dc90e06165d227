import { escapeHtml } from './escape-html.ts';
import {
  bannerImages,
  charsetTag,
  footerElements,
  type FooterWords,
  friendLinks,
  menuItems,
  topLine,
} from './chrome-html.ts';
import { clutterScript, clutterStyle, commentedOutList } from './clutter.ts';
import type { Ink, PageParts } from './skin.ts';

/** How the usual footer is worded. */
export const USUAL_FOOTER: FooterWords = {
  organiser: '主办单位：',
  siteId: '网站标识码：',
  telephone: '联系电话：',
  errorReport: 'words',
};

/** The usual head: charset, title, tags, then the page's own styles and scripts. */
export function plainHead(prefix: string, parts: PageParts, ink: Ink, rules = 70): string {
  return `<head>
${charsetTag(ink.chrome, 'short')}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
${parts.metas}
${clutterStyle(prefix, rules)}
${clutterScript(prefix)}
</head>`;
}

/** The usual page of boxes: top line, banner, menu, columns, friends, footer. */
export function plainDocument(prefix: string, parts: PageParts, ink: Ink): string {
  const friends = friendLinks(ink, '<li>', '</li>');
  return `<!DOCTYPE html>
<html lang="zh-CN">
${plainHead(prefix, parts, ink)}
<body class="${prefix}-body">
<div class="${prefix}-top"><p>${topLine(ink.chrome)}</p></div>
<div class="${prefix}-banner">${bannerImages(ink)}</div>
${searchBox(prefix)}
<div class="${prefix}-nav"><ul>
${menuItems(ink, `${prefix}-sub`)}
</ul></div>
${commentedOutList()}
<div class="${prefix}-wrap">
${parts.crumb}
<div class="${prefix}-aside">${parts.siblings}${parts.sides}</div>
<div class="${prefix}-content">
${parts.main}
</div>
</div>
${friends === '' ? '' : `<div class="${prefix}-friends"><h3>友情链接</h3><ul>${friends}</ul></div>`}
<div class="${prefix}-footer">
<p>${footerElements(ink.chrome, USUAL_FOOTER).join('</p>\n<p>')}</p>
</div>
</body>
</html>`;
}

/** A search form; its action is no link. */
export function searchBox(prefix: string): string {
  return (
    `<form class="${prefix}-search" action="/search/result.html" method="get" ` +
    `onsubmit="return ${prefix}_search()"><input id="${prefix}_wd" name="wd" type="text" ` +
    `value=""><input type="submit" value="搜索"></form>`
  );
}
