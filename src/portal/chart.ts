import { html } from 'hono/html';
import type { Html } from './layout.ts';
import { say, type View } from './view.ts';
import { scoreWords } from './words/scores.ts';

// Charts are drawn on the server, with a table of the same figures behind a switch: who sees no
// picture, or prints the page, loses nothing.

/** One thing on the axis; null has no value, and is drawn as a gap. */
export interface Point {
  label: string;
  value: number | null;
  /** As people read it. */
  shown: string;
}

interface Chart {
  /** Says what is found, not what is drawn. */
  title: string;
  /** Heads of the table: what is on the axis, what is measured. */
  heads: readonly [string, string];
  points: readonly Point[];
}

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 40;
const TOP = 24;
const BOTTOM = 190;
const MOST_LABELS = 6;

/** Values over rounds, from `least` to `most`; a dashed ring where there is none. */
export function lineChart(
  view: View,
  chart: Chart,
  scale: { least: number; most: number; limit?: number },
): Html {
  const { points } = chart;
  const span = scale.most - scale.least;
  const x = (index: number) =>
    points.length === 1
      ? (LEFT + WIDTH) / 2
      : LEFT + 24 + (index * (WIDTH - LEFT - 60)) / (points.length - 1);
  const y = (value: number) => BOTTOM - ((value - scale.least) / span) * (BOTTOM - TOP);
  const every = Math.ceil(points.length / MOST_LABELS);
  const drawn = points.map(({ value, label, shown }, index) => {
    const at = round(x(index));
    const isLabelled = (points.length - 1 - index) % every === 0;
    const mark =
      value === null
        ? html`<circle class="gap" cx="${at}" cy="${BOTTOM - 8}" r="5"/>`
        : html`<circle class="dot" cx="${at}" cy="${round(y(value))}" r="4"/>`;
    const above = value === null ? BOTTOM - 20 : y(value) - 10;
    const text = isLabelled
      ? html`<text class="value" x="${at}" y="${round(above)}" text-anchor="middle">${shown}</text>
<text x="${at}" y="${BOTTOM + 20}" text-anchor="middle">${label}</text>`
      : '';
    return html`${mark}${text}`;
  });
  const lines = stretches(points).map(
    (stretch) =>
      html`<polyline class="line" points="${stretch
        .map(([index, value]) => `${round(x(index))},${round(y(value))}`)
        .join(' ')}"/>`,
  );
  const limit =
    scale.limit === undefined
      ? ''
      : html`<path class="limit" d="M${LEFT} ${round(y(scale.limit))}H${WIDTH}"/>
<text x="${LEFT - 4}" y="${round(y(scale.limit) + 4)}" text-anchor="end">${scale.limit}</text>`;
  return figure(
    view,
    chart,
    html`<path class="axis" d="M${LEFT} ${BOTTOM}H${WIDTH}"/>
<text x="${LEFT - 4}" y="${BOTTOM + 4}" text-anchor="end">${scale.least}</text>
<text x="${LEFT - 4}" y="${TOP + 4}" text-anchor="end">${scale.most}</text>
${limit}${lines}${drawn}`,
  );
}

/** Counts by band, one bar each. */
export function barChart(view: View, chart: Chart & { charged?: readonly string[] }): Html {
  const most = Math.max(1, ...chart.points.map(({ value }) => value ?? 0));
  const step = (WIDTH - LEFT) / chart.points.length;
  const bars = chart.points.map(({ value, label, shown }, index) => {
    const height = ((value ?? 0) / most) * (BOTTOM - TOP - 10);
    const x = LEFT + index * step;
    const middle = round(x + step / 2);
    const kind = chart.charged?.includes(label) ? 'bar charged' : 'bar';
    return html`<rect class="${kind}" x="${round(x + step * 0.2)}" y="${round(BOTTOM - height)}" width="${round(step * 0.6)}" height="${round(height)}"/>
<text class="value" x="${middle}" y="${round(BOTTOM - height - 6)}" text-anchor="middle">${shown}</text>
<text x="${middle}" y="${BOTTOM + 20}" text-anchor="middle">${label}</text>`;
  });
  return figure(view, chart, html`<path class="axis" d="M${LEFT} ${BOTTOM}H${WIDTH}"/>${bars}`);
}

function figure(view: View, { title, heads, points }: Chart, drawing: Html): Html {
  const [what, measure] = heads;
  const told = points.map(({ label, shown }) => `${label} ${shown}`).join('，');
  const rows = points.map(
    ({ label, shown }) =>
      html`<tr><th scope="row">${label}</th><td class="right">${shown}</td></tr>`,
  );
  return html`<figure class="chart"><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}：${told}">${drawing}</svg>
<details><summary>${say(view, scoreWords.tableBehind)}</summary>
<table><thead><tr><th scope="col">${what}</th><th scope="col" class="right">${measure}</th></tr></thead>
<tbody>${rows}</tbody></table></details></figure>`;
}

/** Points that follow each other without a gap. */
function stretches(points: readonly Point[]): [number, number][][] {
  const all: [number, number][][] = [[]];
  for (const [index, { value }] of points.entries()) {
    if (value === null) all.push([]);
    else all.at(-1)?.push([index, value]);
  }
  return all.filter((stretch) => stretch.length > 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
