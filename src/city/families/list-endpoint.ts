import type { Chrome, ListModel, RenderedPage, Row } from '../page-model.ts';
import { encodePage } from './encode-page.ts';
import { asciiJson, scriptString } from './escape-html.ts';
import { printDate } from './print-date.ts';
import type { Ink } from './skin.ts';

/** JSON as a site of that charset sends it: UTF-8, beyond ASCII escaped where the site is not. */
export function jsonPage(value: unknown, chrome: Chrome): RenderedPage {
  const json = JSON.stringify(value);
  return {
    body: encodePage(chrome.charset === 'utf-8' ? json : asciiJson(json), 'utf-8'),
    contentType: 'application/json; charset=utf-8',
  };
}

/** The date of a row as a text field of JSON; null when the row prints none. */
export function textDate(row: Row): string | null {
  return row.date && row.dateForm !== 'none' ? printDate(row.date, row.dateForm) : null;
}

/** `{ total, list: [{ title, url, date }] }`, the dates as text. */
export function plainEndpointData(model: ListModel, _ink: Ink): RenderedPage {
  const list = model.rows.map((row) => ({ title: row.title, url: row.href, date: textDate(row) }));
  return jsonPage({ total: model.total, page: model.page, pages: model.pages, list }, model.chrome);
}

/** A script that asks the endpoint and writes `field` of the answer into the element `box`. */
export function askEndpoint(fetchUrl: string, box: string, field: string, blank: string): string {
  return `(function () {
  var ask = new XMLHttpRequest();
  ask.onreadystatechange = function () {
    if (ask.readyState !== 4 || ask.status !== 200) { return; }
    var rows = JSON.parse(ask.responseText).${field}, box = document.getElementById("${box}");
    box.innerHTML = "";
    for (var i = 0; i < rows.length; i++) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = rows[i].url;
      link.appendChild(document.createTextNode(rows[i].title));
      item.appendChild(link);
      item.appendChild(document.createTextNode(" " + showDate(rows[i].date)));
      box.appendChild(item);
    }
    if (rows.length === 0) { box.appendChild(document.createTextNode(${scriptString(blank)})); }
  };
  function showDate(date) {
    if (typeof date !== "number") { return date || ""; }
    var day = new Date((date + 28800) * 1000);
    return day.toISOString().slice(0, 10);
  }
  ask.open("GET", ${fetchUrl}, true);
  ask.send();
})();`;
}

/** A page script with a `dataUrl` setting. */
export function plainEndpointScript(model: ListModel, dataHref: string, box: string): string {
  return `<script type="text/javascript">
var listSetting = { dataUrl: ${scriptString(dataHref)}, box: "${box}" };
${askEndpoint('listSetting.dataUrl', box, 'list', model.blankText ?? '')}
</script>`;
}
