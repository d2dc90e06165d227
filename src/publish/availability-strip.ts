import { chinaTime, type Instant } from '#base/civil-date.ts';
import type { AvailabilitySeries, Probe, ProbeResult } from '#domain/availability.ts';
import { availabilityWords as words } from './availability-words.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Width of a day in units of the drawing: a minute each. It is stretched to the page. */
const DAY_WIDTH = 1440;
const HEIGHT = 26;
const AXIS_HOURS = [0, 6, 12, 18, 24];

/** Top and height of each result's mark: what counts against the site stands tallest. */
const SHAPES: Readonly<Record<ProbeResult, readonly [number, number]>> = {
  opened: [16, 10],
  failed: [0, 26],
  blocked: [6, 20],
  ours: [8, 17],
  maintenance: [0, 9],
};

/** The mark of one visit in a drawing 26 units high. */
export function mark(result: ProbeResult, x: number, width: number, title = ''): string {
  const [y, height] = SHAPES[result];
  const at = `class="${result}" x="${round(x)}" y="${y}" width="${round(width)}" height="${height}"`;
  return title === '' ? `<rect ${at}/>` : `<rect ${at}><title>${title}</title></rect>`;
}

/** The days of a series, a row each, its visits at their time of the day. */
export function dayStrips(series: AvailabilitySeries, results: readonly ProbeResult[]): string[] {
  const { plan } = series;
  const startMs = Date.parse(plan.startsAt);
  const rows = Array.from({ length: plan.days }, (_, day) => {
    const fromMs = startMs + day * DAY_MS;
    const marks = series.probes.flatMap((probe, index) => {
      const dueMs = Date.parse(probe.due);
      const isOfDay = dueMs >= fromMs && dueMs < fromMs + DAY_MS;
      return isOfDay ? [{ probe, result: results[index] ?? 'ours' }] : [];
    });
    return dayRow(new Date(fromMs).toISOString(), marks, plan.visitsPerDay);
  });
  return [
    '<table class="days">',
    `<thead><tr><th scope="col">${words.day}</th><th scope="col">${words.strip}</th>`,
    `<th scope="col">${words.counts}</th></tr></thead>`,
    '<tbody>',
    ...rows,
    `<tr><td></td><td><div class="axis">${axis(startMs)}</div></td><td></td></tr>`,
    '</tbody></table>',
    `<p class="soft">${words.clockNote(clock(startMs))}</p>`,
  ];
}

interface Marked {
  probe: Probe;
  result: ProbeResult;
}

function dayRow(from: Instant, marks: readonly Marked[], visitsPerDay: number): string {
  const width = (DAY_WIDTH / visitsPerDay) * 0.3;
  const drawn = marks.map(({ probe, result }) => {
    const x = ((Date.parse(probe.due) - Date.parse(from)) / DAY_MS) * DAY_WIDTH;
    const title = `${chinaTime(probe.at).slice(5)} ${words.results[result].zh}`;
    return mark(result, Math.min(x, DAY_WIDTH - width), width, title);
  });
  const of = (result: ProbeResult) => marks.filter((one) => one.result === result).length;
  const visits = of('opened') + of('failed') + of('blocked');
  const counts = visits === 0 ? words.none : `${of('opened')}/${visits}`;
  const day = chinaTime(from).slice(0, 10);
  const label = `${day} ${words.counts} ${counts}`;
  return [
    `<tr><th scope="row"><span class="year">${day.slice(0, 5)}</span>${day.slice(5)}</th>`,
    `<td><svg role="img" aria-label="${label}" viewBox="0 0 ${DAY_WIDTH} ${HEIGHT}"`,
    ` preserveAspectRatio="none">${drawn.join('')}</svg></td><td>${counts}</td></tr>`,
  ].join('');
}

function axis(startMs: number): string {
  return AXIS_HOURS.map((hour) => `<span>${clock(startMs + hour * HOUR_MS)}</span>`).join('');
}

function clock(ms: number): string {
  return chinaTime(new Date(ms).toISOString()).slice(11, 16);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
