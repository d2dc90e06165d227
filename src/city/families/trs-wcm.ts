import { anchorMarkup } from './ink.ts';
import { buildFamily } from './build-family.ts';
import { linkedPager } from './linked-pager.ts';
import { plainSkin } from './plain-skin.ts';
import { rowParts } from './row-parts.ts';
import { joinPieces, datePiece, sourcePiece } from './date-line.ts';
import { escapeHtml } from './escape-html.ts';
import type { Ink, Pager, Skin } from './skin.ts';

const skin: Skin = {
  ...plainSkin('trs'),
  hrefStyle: 'relative',
  row: (row, ink) => {
    const { href, text, hint, date, isSticky } = rowParts(row, ink);
    const mark = isSticky ? '<font color="#cc0000">[置顶]</font>' : '';
    const day = date === '' ? '' : `<span>${date}</span>`;
    return `<li>${mark}<a ${href} target="_blank" title="${hint}">${text}</a>${day}</li>`;
  },
  rows: (list, place) => `<ul class="${place === 'main' ? 'list' : 'list01'}">\n${list}\n</ul>`,
  crumb: (trail, last, ink) => {
    const steps = trail.map((step) => anchorMarkup(step, ink, 'class="CurrChnlCls"'));
    if (last !== null) steps.push(escapeHtml(last));
    return `<div class="position">当前位置：${steps.join('&nbsp;&raquo;&nbsp;')}</div>`;
  },
  pager: scriptedPager,
  articleHead: (model) => {
    const pieces = [
      datePiece(model, '发布时间：'),
      sourcePiece(model, '来源：'),
      '浏览次数：<span id="hits"></span>次',
      '字体：[ <a href="javascript:trs_size(18)">大</a> <a href="javascript:trs_size(14)">小</a> ]',
    ];
    return (
      `<div class="xl_tit">${escapeHtml(model.title)}</div>\n` +
      `<div class="xl_tit2">${joinPieces(pieces, '&nbsp;&nbsp;')}</div>`
    );
  },
};

/** The pages are named by a script, unless they are not named as that script names them. */
function scriptedPager(pager: Pager, ink: Ink): string {
  const match = /^(.*\/)([\w-]+)\.(s?html?)$/.exec(pager.pageHref(1));
  if (!match) return linkedPager(pager, ink, 'page');
  const [, folder = '', name = '', suffix = ''] = match;
  const isRegular =
    pager.pages < 2 ||
    pager.pageHref(pager.pages) === `${folder}${name}_${pager.pages - 1}.${suffix}`;
  if (!isRegular) return linkedPager(pager, ink, 'page');
  return `<div class="page"><script type="text/javascript">
function createPageHTML(pages, current, name, suffix) {
  if (pages < 2) { return; }
  var html = "共" + pages + "页&nbsp;";
  for (var i = 0; i < pages; i++) {
    var file = name + (i === 0 ? "" : "_" + i) + "." + suffix;
    var link = "<a href=\\"" + file + "\\">" + (i + 1) + "</a>&nbsp;";
    html += i === current ? "<b>" + (i + 1) + "</b>&nbsp;" : link;
  }
  document.write(html);
}
createPageHTML(${Math.max(1, pager.pages)}, ${pager.page - 1}, "${name}", "${suffix}");
</script></div>`;
}

function digits(date: string): string {
  return date.replaceAll('-', '');
}

/** TRS WCM: static pages in folders, page names from a script, addresses relative to the page. */
export const trsWcm = buildFamily(
  {
    id: 'trs-wcm',
    deliveries: ['html', 'iframe', 'script-only'],
    address: {
      list: (path, page) => `/${path}/index${page > 1 ? `_${page - 1}` : ''}.html`,
      article: (path, id, date) =>
        date
          ? `/${path}/${digits(date).slice(0, 6)}/t${digits(date)}_${id}.html`
          : `/${path}/t_${id}.html`,
      data: (path) => `/${path}/list_frame.html`,
    },
  },
  skin,
);
