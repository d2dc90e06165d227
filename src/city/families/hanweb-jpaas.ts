import type { ListModel, RenderedPage } from '../page-model.ts';
import { buildFamily } from './build-family.ts';
import { datePiece, joinPieces, sourcePiece } from './date-line.ts';
import { encodePage } from './encode-page.ts';
import { escapeHtml, scriptString } from './escape-html.ts';
import { anchorMarkup } from './ink.ts';
import { nearbyPages, pageLink } from './linked-pager.ts';
import { plainSkin } from './plain-skin.ts';
import { rowParts } from './row-parts.ts';
import type { Ink, Skin } from './skin.ts';
import { stableNumber } from './stable-number.ts';

const skin: Skin = {
  ...plainSkin('jp'),
  row: (row, ink, place) => {
    const { href, text, hint, date, isSticky } = rowParts(row, ink);
    const mark = isSticky ? '<span class="settop">置顶</span>' : '';
    const link = `${mark}<a ${href} title="${hint}" target="_blank">${text}</a>`;
    if (place === 'side') return `<li>${link} ${date === '' ? '' : `<b>${date}</b>`}</li>`;
    const day = date === '' ? '' : `<td class="bt_time" width="90" align="center">${date}</td>`;
    return `<tr><td height="30" class="bt_link">${link}</td>${day}</tr>`;
  },
  rows: (list, place) =>
    place === 'side'
      ? `<ul class="ph">${list}</ul>`
      : `<table width="100%" class="tb_${place}"><tbody>\n${list}\n</tbody></table>`,
  crumb: (trail, last, ink) => {
    const steps = trail.map((step) => `<td>${anchorMarkup(step, ink, 'class="bt_link"')}</td>`);
    const end = last === null ? '' : `<td>&gt;</td><td>${escapeHtml(last)}</td>`;
    return (
      '<table class="dqwz"><tr><td>当前位置：</td>' +
      `${steps.join('<td>&gt;</td>')}${end}</tr></table>`
    );
  },
  pager: (pager, ink) =>
    `<div class="pgContainer"><span class="pgTotalPage">${Math.max(1, pager.pages)}</span>页 ` +
    `<span>共${pager.total}条</span> ${pageLink(pager, pager.page - 1, '上页', ink)} ` +
    `${nearbyPages(pager, 2)
      .map((page) => pageLink(pager, page, String(page), ink))
      .join(' ')} ` +
    `${pageLink(pager, pager.page + 1, '下页', ink)}</div>`,
  articleHead: (model) => {
    const cells = [
      datePiece(model, '发布日期：'),
      sourcePiece(model, '信息来源：'),
      '浏览次数：<span id="view_count"></span>',
    ];
    return (
      `<table id="article" width="100%"><tr><td class="title" align="center">` +
      `${escapeHtml(model.title)}</td></tr>\n<tr><td align="center" class="bt_content">` +
      `${joinPieces(cells, '</td><td align="center">')}</td></tr></table>`
    );
  },
  endpointScript: proxyScript,
  endpointData: datastore,
};

/** The rows come from a data proxy that answers XML. */
function proxyScript(model: ListModel, dataHref: string, box: string): string {
  return `<script type="text/javascript">
var jpage = { proxyurl: ${scriptString(dataHref)}, perpage: 20, box: "${box}" };
(function () {
  var ask = new XMLHttpRequest();
  ask.onreadystatechange = function () {
    if (ask.readyState !== 4 || ask.status !== 200) { return; }
    var each = /<record><!\\[CDATA\\[([\\s\\S]*?)\\]\\]><\\/record>/g, html = "", hit;
    while ((hit = each.exec(ask.responseText)) !== null) { html += hit[1]; }
    var blank = ${scriptString(model.blankText ?? '')};
    html = html === "" ? blank : "<table>" + html + "</table>";
    document.getElementById(jpage.box).innerHTML = html;
  };
  ask.open("GET", jpage.proxyurl, true);
  ask.send();
})();
</script>`;
}

function datastore(model: ListModel, ink: Ink): RenderedPage {
  const { charset } = model.chrome;
  const records = model.rows.map(
    (row) => `<record><![CDATA[${skin.row(row, ink, 'main')}]]></record>`,
  );
  const xml = `<?xml version="1.0" encoding="${charset}"?>
<datastore><totalrecord>${model.total}</totalrecord><totalpage>${model.pages}</totalpage>
<recordset>
${records.join('\n')}
</recordset></datastore>`;
  return { body: encodePage(xml, charset), contentType: `text/xml; charset=${charset}` };
}

/** Hanweb jpaas: numbered columns, rows as XML records in a script or from a data proxy. */
export const hanwebJpaas = buildFamily(
  {
    id: 'hanweb-jpaas',
    deliveries: ['xml-in-script', 'html', 'json-endpoint'],
    address: {
      list: (path, page) =>
        `/col/col${stableNumber(path)}/index.html${page > 1 ? `?pageNum=${page}` : ''}`,
      article: (path, id, date) => {
        const day = date
          ? `${date.slice(0, 4)}/${Number(date.slice(5, 7))}/${Number(date.slice(8))}/`
          : '';
        return `/art/${day}art_${stableNumber(path)}_${id}.html`;
      },
      data: (path) => `/module/jpage/dataproxy.jsp?columnid=${stableNumber(path)}&page=1`,
    },
  },
  skin,
);
