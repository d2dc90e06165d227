/**
 * What weighs on real pages and means nothing: style sheets and scripts in the page. Nothing
 * here names a file, a row or a date of the site; the scripts hold strings that look like links.
 */
const PARTS = ['top', 'nav', 'logo', 'sub', 'list', 'more', 'foot', 'link', 'tab', 'pic', 'box'];
const STATES = ['', ' a', ' a:hover', ' li', ' .cur', ' .bt', ' span'];

/** A style sheet of `count` rules for class names with a prefix. */
export function clutterStyle(prefix: string, count: number): string {
  const rules: string[] = [`body,ul,li,p{margin:0;padding:0}img{border:0}`];
  for (let index = 0; index < count; index++) {
    const part = PARTS[index % PARTS.length] ?? '';
    const state = STATES[index % STATES.length] ?? '';
    const color = ((index * 7919 + prefix.length * 104_729) % 0xffffff).toString(16);
    rules.push(
      `.${prefix}-${part}${state}{width:${120 + ((index * 37) % 880)}px;` +
        `line-height:${20 + (index % 16)}px;color:#${color.padStart(6, '0')};` +
        `margin:${index % 9}px auto 0;overflow:hidden;}`,
    );
  }
  return `<style type="text/css">\n${rules.join('\n')}\n</style>`;
}

/** A script of menus, search and favourites whose strings look like links and rows. */
export function clutterScript(prefix: string): string {
  return `<script type="text/javascript">
var ${prefix}_tpl = '<li><a href="/template/{id}.html">{title}</a><span>2011-01-01</span></li>';
function ${prefix}_search() {
  var box = document.getElementById("${prefix}_wd");
  var wd = box ? box.value.replace(/(^\\s+)|(\\s+$)/g, "") : "";
  if (wd === "") { alert("请输入检索内容"); return false; }
  window.location.href = "/search/result.html?wd=" + encodeURIComponent(wd);
  return false;
}
function ${prefix}_tab(group, index, count) {
  for (var i = 0; i < count; i++) {
    var head = document.getElementById(group + "_h" + i);
    var body = document.getElementById(group + "_b" + i);
    if (head) head.className = i === index ? "on" : "";
    if (body) body.style.display = i === index ? "block" : "none";
  }
}
function ${prefix}_size(px) {
  var zoom = document.getElementById("zoom");
  if (zoom) zoom.style.fontSize = px + "px";
}
function ${prefix}_favourite(url, name) {
  try { window.external.addFavorite(url, name); } catch (e) { alert("请使用 Ctrl+D 收藏本站"); }
}
function ${prefix}_mobile() {
  var agent = navigator.userAgent.toLowerCase();
  if (agent.indexOf("symbian") > 0) { window.location.href = "/wap/index.html"; }
}
/* ${prefix}_menu('<a href="/old/menu.html">旧版导航</a>'); */
</script>`;
}

/** A list somebody took out years ago and left in the source. */
export function commentedOutList(): string {
  return `<!-- 旧版栏目，改版时停用
<ul class="oldlist">
<li><a href="/old/2012/0301/1.html">旧版示例信息一</a><span>2012-03-01</span></li>
<li><a href="/old/2012/0217/2.html">旧版示例信息二</a><span>2012-02-17</span></li>
<li><a href="/old/2011/1230/3.html">旧版示例信息三</a><span>2011-12-30</span></li>
</ul>
-->`;
}
