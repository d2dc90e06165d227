import type { ListModel } from '../page-model.ts';
import { escapeHtml, scriptString } from './escape-html.ts';
import type { Ink, Skin } from './skin.ts';

const BOX = 'list_box';
const MASK = 0x2f;

/**
 * The main list of a list page, the way its rows arrive. With `html` they stand in the page;
 * else the page holds what a browser would build them from.
 */
export function deliverRows(
  skin: Skin,
  model: ListModel,
  delivery: ListModel['delivery'],
  ink: Ink,
): string {
  const data = model.dataHref ?? '';
  switch (delivery) {
    case 'html':
      return mainList(skin, model, ink);
    case 'xml-in-script':
      return recordsInScript(skin, model, ink);
    case 'comment-unpacked':
      return rowsInComment(skin, mainList(skin, model, ink));
    case 'script-only':
      return rowsInDisguise(mainList(skin, model, ink));
    case 'iframe':
      return `<iframe name="listframe" ${ink.src(data)} width="100%" height="680"></iframe>`;
    case 'json-endpoint':
      return `<ul id="${BOX}" class="list"></ul>\n${skin.endpointScript(model, data, BOX)}`;
  }
}

/** The rows as markup; what a blank channel says when there are none. */
export function mainList(skin: Skin, model: ListModel, ink: Ink): string {
  const rows = model.rows.map((row) => skin.row(row, ink, 'main'));
  const list = skin.rows(rows.join('\n'), 'main');
  return model.blankText
    ? `${list}\n<div class="nodata">${escapeHtml(model.blankText)}</div>`
    : list;
}

function recordsInScript(skin: Skin, model: ListModel, ink: Ink): string {
  const records = model.rows.map(
    (row) => `<record><![CDATA[${skin.row(row, ink, 'main')}]]></record>`,
  );
  return `<div id="${BOX}"><script type="text/xml"><datastore>
<totalrecord>${model.total}</totalrecord><totalpage>${model.pages}</totalpage>
<recordset>
${records.join('\n')}
</recordset></datastore></script></div>
<script type="text/javascript">
(function () {
  var box = document.getElementById("${BOX}"), html = "", hit;
  var xml = box.getElementsByTagName("script")[0].text;
  var each = /<record><!\\[CDATA\\[([\\s\\S]*?)\\]\\]><\\/record>/g;
  while ((hit = each.exec(xml)) !== null) { html += hit[1]; }
  box.innerHTML = html === "" ? ${scriptString(model.blankText ?? '')} : ${wrapScript(skin)};
})();
</script>`;
}

function wrapScript(skin: Skin): string {
  const [open = '', close = ''] = skin.rows('{rows}', 'main').split('{rows}');
  return `${scriptString(open)} + html + ${scriptString(close)}`;
}

/** In a textarea the parser resolves references once before the script sees the text. */
function rowsInComment(skin: Skin, list: string): string {
  const isArea = skin.commentHolder === 'textarea';
  const name = isArea ? 'textarea' : 'div';
  const packed = isArea ? list.replaceAll('&', '&amp;') : list;
  return `<${name} id="${BOX}_src" style="display:none"><!--\n${packed}\n--></${name}>
<div id="${BOX}"></div>
<script type="text/javascript">
(function () {
  var packed = document.getElementById("${BOX}_src").${isArea ? 'value' : 'innerHTML'};
  document.getElementById("${BOX}").innerHTML = packed.replace("<!--", "").replace("-->", "");
})();
</script>`;
}

/** Rows as numbers that only a running script turns back into markup. */
function rowsInDisguise(list: string): string {
  const units = Array.from({ length: list.length }, (_, index) => list.charCodeAt(index) ^ MASK);
  return `<div id="${BOX}" class="loading">数据加载中，请稍候…</div>
<script type="text/javascript">
(function(_0x1a){var _0x2b=[${units.join(',')}],_0x3c='',_0x4d=0;
for(;_0x4d<_0x2b['length'];_0x4d++){_0x3c+=String['fromCharCode'](_0x2b[_0x4d]^_0x1a);}
document['getElementById']('${BOX}')['innerHTML']=_0x3c;})(${MASK});
</script>`;
}
