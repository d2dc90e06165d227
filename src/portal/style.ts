import { sha256 } from '#base/hash.ts';
import { chartStyle } from './style-charts.ts';
import { formStyle } from './style-forms.ts';

// One small sheet for all pages. Colour means state and nothing else; sizes are in rem, so that
// who needs large type gets all of it large; nothing here needs a new browser to be read.

const colours = `
:root{--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--ground:#fff;--raised:#f6f8fa;
--act:#1d4f91;--act-ink:#fff;--fine:#1a7f37;--watch:#8a5300;--charged:#b3261e;--unmeasured:#57606a}
@media(prefers-color-scheme:dark){
:root{--ink:#e6edf3;--soft:#a3adb8;--line:#3d444d;--ground:#0d1117;--raised:#161b22;
--act:#79b0ff;--act-ink:#0d1117;--fine:#57c46d;--watch:#e0a33a;--charged:#ff8078;
--unmeasured:#a3adb8}
}
`;

const ground = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:var(--ground);font:1.0625rem/1.7 'PingFang SC',
'Microsoft YaHei','Noto Sans SC','Source Han Sans SC',system-ui,sans-serif;
overflow-wrap:break-word}
a{color:var(--act);text-underline-offset:.2em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--act);outline-offset:2px;border-radius:2px}
h1{font-size:1.6rem;line-height:1.35;margin:.4em 0 .6em}
h2{font-size:1.25rem;line-height:1.4;margin:1.8em 0 .6em}
h3{font-size:1.0625rem;margin:1.4em 0 .4em}
p,ul,ol,dl{margin:0 0 1em}
.soft{color:var(--soft)}
.small{font-size:.9375rem}
.number{font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-99em}
.skip:focus{left:.5rem;top:.5rem;background:var(--ground);padding:.5em 1em;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.code{font-family:ui-monospace,Consolas,'Noto Sans Mono',monospace;overflow-wrap:anywhere}
.hash{font-size:.8125rem;color:var(--soft)}
`;

const frame = `
.wide{max-width:72rem;margin:0 auto;padding:0 1rem}
.top{border-bottom:1px solid var(--line)}
.top .wide{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;padding-top:.75rem}
.top .name{font-weight:600;color:var(--ink);text-decoration:none;font-size:1.125rem}
.top .tongue{margin-left:auto}
.rail{width:100%}
.rail ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
.rail a{display:inline-block;padding:.5rem 0 .45rem;text-decoration:none;
border-bottom:3px solid transparent}
.rail a:hover{border-color:var(--line)}
.rail [aria-current]{border-color:var(--act);font-weight:600}
main.wide{padding:1rem 1rem 3rem;min-height:60vh}
.crumbs{font-size:.9375rem;color:var(--soft);margin:0}
.narrow{max-width:44rem}
.foot{border-top:1px solid var(--line);color:var(--soft);font-size:.9375rem;padding:1rem 0 2rem}
.foot ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:0 0 .5rem}
`;

const parts = `
.doors{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem;padding:0;
list-style:none}
.doors li{border:1px solid var(--line);border-radius:6px;padding:1rem 1.25rem}
.doors h2{margin:0 0 .25em}
.doors p{margin:0}
.facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0 0 1.25rem;padding:.9rem 1.25rem;
background:var(--raised);border-radius:6px}
.facts div{display:flex;flex-direction:column-reverse}
.facts dt{font-size:.9375rem;color:var(--soft)}
.facts dd{margin:0;font-size:1.5rem;line-height:1.3;font-variant-numeric:tabular-nums}
.pairs{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.25rem}
.pairs dt{color:var(--soft)}
.pairs dd{margin:0;min-width:0}
.state{font-weight:600;white-space:nowrap}
.state::before{content:'';display:inline-block;width:.6em;height:.6em;border-radius:50%;
background:currentColor;margin-right:.4em}
.fine{color:var(--fine)}
.watch{color:var(--watch)}
.charged{color:var(--charged)}
.unmeasured{color:var(--unmeasured)}
.state.unmeasured::before{background:none;border:2px solid currentColor}
.note{border-left:4px solid var(--line);padding:.1rem 0 .1rem 1rem;margin:0 0 1.25rem}
.note.watch{border-color:var(--watch);color:inherit}
.note.fine{border-color:var(--fine);color:inherit}
.was{color:var(--soft);font-size:.9375rem}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;
border-bottom:1px solid var(--line)}
thead th{white-space:nowrap;border-bottom-width:2px}
tbody th{font-weight:400}
.right{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td ul{margin:0;padding-left:1.1em}
.list{list-style:none;padding:0}
.list>li{border-top:1px solid var(--line);padding:.75rem 0}
details{margin:0 0 1rem}
summary{cursor:pointer;color:var(--act)}
.guide img{display:block;max-width:100%;height:auto;margin:.75rem 0;border:1px solid var(--line)}
.guide p,.guide>ul,.guide>ol{max-width:44em}
.guide li{margin:0 0 .4rem}
@media(max-width:40rem){
.pairs{grid-template-columns:1fr;gap:0}
.pairs dd{margin-bottom:.6rem}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards,.cards tbody,.cards tr,.cards td,.cards th{display:block}
.cards tr{border-bottom:1px solid var(--line);padding:.6rem 0}
.cards th,.cards td{border:0;padding:.1rem 0;text-align:left}
.cards td[data-label]::before{content:attr(data-label) ' ';color:var(--soft)}
.cards th{font-weight:600}
.cards td:empty{display:none}
}
`;

const paper = `
@media print{
.top .rail,.top .tongue,.foot ul,.skip,.no-print,button{display:none!important}
:root{--ink:#000;--soft:#333;--ground:#fff;--act:#000}
body{font-size:12pt}
a{text-decoration:none}
main{padding:0}
.guide img,.guide tr,.guide li{break-inside:avoid}
.guide h2{break-after:avoid}
.guide img{max-height:18cm}
}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

/** The sheet of all pages. */
export const style = [colours, ground, frame, parts, formStyle, chartStyle, paper].join('');

/** Its address changes with its text, so that browsers may keep it for good. */
export const stylePath = `/style-${sha256(style).slice(-12)}.css`;
