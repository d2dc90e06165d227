/** Charts drawn on the server: they take their colours from the page. */
export const chartStyle = `
.chart{margin:0 0 1.5rem;max-width:44rem}
.chart figcaption{font-weight:600;margin-bottom:.25rem}
.chart svg{width:100%;height:auto;display:block}
.chart text{fill:var(--soft);font-size:13px;font-variant-numeric:tabular-nums}
.chart .value{fill:var(--ink)}
.chart .axis{stroke:var(--line);stroke-width:1;fill:none}
.chart .line{stroke:var(--act);stroke-width:2.5;fill:none}
.chart .dot{fill:var(--act)}
.chart .bar{fill:var(--act)}
.chart .bar.charged{fill:var(--charged)}
.chart .limit{stroke:var(--charged);stroke-width:1;stroke-dasharray:4 4}
.chart .gap{fill:none;stroke:var(--unmeasured);stroke-width:1.5;stroke-dasharray:2 2}
@media(max-width:40rem){.chart text{font-size:20px}}
`;
