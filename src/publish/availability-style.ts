const SANS = "'PingFang SC','Microsoft YaHei','Noto Sans SC','Source Han Sans SC',sans-serif";

/**
 * Style of the plot of a series. A result is told by place and height of its mark as well as by
 * colour, so that it survives a black and white printer.
 */
export const availabilityStyle = `
:root{color-scheme:light dark;--ink:#1a1d21;--soft:#596270;--paper:#fff;--line:#d5dae0;
--opened:#7fb58a;--failed:#b3201f;--blocked:#a66a00;--ours:#6b7280;--maintenance:#2b6cb0}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e4e7eb;--soft:#9aa4b1;--paper:#15181c;--line:#39414a;
--opened:#4f8a5c;--failed:#ff6b63;--blocked:#e0a23c;--ours:#9aa4b1;--maintenance:#6cb0f0}
}
*{box-sizing:border-box}
body{margin:0;padding:24px 16px;font:15px/1.6 ${SANS};color:var(--ink);background:var(--paper)}
main{max-width:960px;margin:0 auto}
h1{font-size:1.5em;margin:0}
h2{font-size:1.2em;margin:0}
h3{font-size:1em;margin:16px 0 4px}
p{margin:4px 0}
.soft,.en{color:var(--soft)}
.en{font-size:.85em}
a{color:inherit;overflow-wrap:anywhere}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;margin:12px 0 0;padding:0}
.legend svg{width:14px;height:20px;vertical-align:-4px;margin-right:6px;
border-bottom:1px solid var(--line)}
section{border-top:2px solid var(--ink);margin-top:28px;padding-top:12px}
.total{font-size:1.1em}
.total strong{font-weight:600}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:3px 8px 3px 0;font-weight:400;vertical-align:middle}
thead th{color:var(--soft);font-size:.85em}
.days th:first-child,.days td:last-child{white-space:nowrap;width:1%}
.days td:last-child{padding:3px 0 3px 8px;text-align:right}
.days thead th:last-child{text-align:right;padding:3px 0 3px 8px;white-space:nowrap}
.days svg{display:block;width:100%;height:26px;border-bottom:1px solid var(--line)}
.axis{display:flex;justify-content:space-between;color:var(--soft);font-size:.8em}
.list{overflow-x:auto}
.list table{font-size:.9em}
.list td:nth-child(1),.list td:nth-child(2){white-space:nowrap}
.list tr{border-bottom:1px solid var(--line)}
.opened{fill:var(--opened)}.failed{fill:var(--failed)}.blocked{fill:var(--blocked)}
.maintenance{fill:var(--maintenance)}
.ours{fill:none;stroke:var(--ours);stroke-width:1.5;vector-effect:non-scaling-stroke}
footer{color:var(--soft);font-size:.85em;margin-top:28px}
@media (max-width:520px){body{padding:16px 12px;font-size:14px}th,td{padding-right:6px}
.list th,.list td{white-space:nowrap}
.year{display:none}}
@media print{
@page{size:A4;margin:16mm}
body{padding:0;font-size:10pt}
section{break-before:auto}
.days,.total,h2{break-inside:avoid;break-after:avoid}
.list{overflow:visible}
.list tr{break-inside:avoid}
*{print-color-adjust:exact}
}
`;
