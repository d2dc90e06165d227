const TITLE = "'方正小标宋简体', '方正小标宋_GBK', '华文中宋', 'Noto Serif SC', serif";
const BODY = "'仿宋_GB2312', '仿宋', FangSong, '华文仿宋', 'Noto Serif SC', serif";
const HEADING = "'黑体', SimHei, 'Noto Sans SC', sans-serif";
const SUBHEADING = "'楷体_GB2312', '楷体', KaiTi, '华文楷体', 'Noto Serif SC', serif";
const SONG = "'宋体', SimSun, 'Noto Serif SC', serif";

const everywhere = `
*{box-sizing:border-box}
body{margin:0;font-family:${BODY}}
h1,h2,h3{font-weight:400;margin:0;font-size:inherit}
h1,.annex-title{font-family:${TITLE};text-align:center}
h2,.annex-label,thead th{font-family:${HEADING};font-weight:400}
h3{font-family:${SUBHEADING}}
tbody th{font-weight:400}
.circular p,.circular .item,.circular>h2{margin:0;text-indent:2em;text-align:justify}
.circular .item h3,.circular .item p{display:inline}
.circular .number{text-align:center;text-indent:0;white-space:pre}
.circular .flush,.annex-label{text-indent:0}
.annex-note{margin-top:1lh!important}
.annex-note a,table a{color:inherit}
.signature{display:grid;justify-content:end;margin-top:1lh;padding-right:2em}
.circular .annex-note,.signature{break-before:avoid;break-inside:avoid}
.circular .signature p{text-indent:0}
.circular .signature .date{padding-left:2em}
.circular>h2{break-after:avoid}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid;padding:.2em .3em;text-align:center;font-variant-numeric:tabular-nums}
.annex tbody th,.annex .url,.annex .text{text-align:left}
.url{overflow-wrap:anywhere}
`;

const paper = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page :right{@bottom-right{
content:'— ' counter(page) ' —';font:14pt ${SONG};vertical-align:top;padding:4.5mm 14pt 0 0}}
@page :left{@bottom-left{
content:'— ' counter(page) ' —';font:14pt ${SONG};vertical-align:top;padding:4.5mm 0 0 14pt}}
@media print{
:root{color:#000;background:#fff}
body{font-size:16pt;line-height:28pt;letter-spacing:-.25pt;
line-break:strict;text-spacing-trim:space-all;widows:1;orphans:1}
h1,.annex-title{font-size:22pt;line-height:36pt;letter-spacing:0}
.circular .number{margin-bottom:2lh}
h1{margin-bottom:28pt}
.annex{break-before:page}
.annex-title{margin:28pt 0}
.annex table,.annex .notes{font-size:9pt;line-height:13pt;letter-spacing:0}
.annex table{table-layout:fixed}
.annex th:nth-child(1){width:5%}
.annex th:nth-child(2){width:15%}
.annex th:nth-child(3){width:13%}
.annex th:nth-child(4){width:18%}.annex th:nth-child(5){width:33%}
.annex th:nth-child(6){width:8%}.annex th:nth-child(7){width:8%}
th,td{border:.5pt solid #000;padding:1pt 2pt}
thead{display:table-header-group}
tr{break-inside:avoid}
ol.notes{margin:0;padding-left:2em}
p.notes{margin:4pt 0 0}
.copies{font-size:14pt;border:solid #000;border-width:1pt 0;margin:1lh 0 0;
padding:0 1em;break-inside:avoid}
a{text-decoration:none}
.explanations{display:none}
}
`;

const screen = `
@media screen{
:root{--ink:#1a1d21;--paper:#fff;--line:#b9c0c8;--act:#0b4a8f;--back:#f3f4f6}
:root{color:var(--ink);background:var(--back)}
@media (prefers-color-scheme:dark){
:root{--ink:#e4e7eb;--paper:#181b1f;--line:#4a525b;--act:#8bbcf5;--back:#101214}
}
body{line-height:1.8;font-size:17px}
main{max-width:1080px;margin:0 auto;padding:24px 16px}
.circular,.annex,.explanations{background:var(--paper);border:1px solid var(--line);
padding:40px clamp(16px,6vw,88px);margin-bottom:24px}
h1,.annex-title{font-size:1.6em;line-height:1.5;margin:16px 0 24px}
.explanations h2{font-size:1.3em}
.explanations h3{font-family:${HEADING};margin-top:24px}
.explanations table{width:auto;min-width:50%}
a{color:var(--act)}
.table{overflow-x:auto}
table,.notes,.explanations{font-size:14px;line-height:1.6;
font-family:'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif}
th,td{border-color:var(--line)}
.annex .text{min-width:20em}
.annex td:nth-child(n+6){white-space:nowrap}
.annex .url{min-width:11em}
.annex tbody th{min-width:9em}
.field:hover{background:color-mix(in srgb,var(--act) 18%,transparent)}
:target{outline:2px solid var(--act);outline-offset:4px}
li{overflow-wrap:anywhere}
}
`;

/** Styles of the html circular: on paper by GB/T 9704-2012, on screen light or dark. */
export const htmlStyle = `${everywhere}${paper}${screen}`;
