import { chinaTime, type Instant } from '#base/civil-date.ts';
import type { AvailabilitySeries, Probe, ProbeResult, ProbeTally } from '#domain/availability.ts';
import { dayStrips, mark } from './availability-strip.ts';
import { availabilityStyle } from './availability-style.ts';
import { availabilityWords as words } from './availability-words.ts';
import { escapeXml } from './docx-parts.ts';

/** A series with what each of its visits counts as. */
export interface JudgedStrip {
  series: AvailabilitySeries;
  /** By visit. */
  results: readonly ProbeResult[];
  tally: ProbeTally;
}

const resultOrder: readonly ProbeResult[] = ['opened', 'failed', 'blocked', 'ours', 'maintenance'];

/** Series as one html page that loads nothing and runs nothing: a mark a visit, a day a row. */
export function renderAvailability(
  strips: readonly JudgedStrip[],
  made: { at: Instant; engine: string },
): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${words.title}</title>`,
    `<style>${availabilityStyle}</style>`,
    '</head>',
    '<body><main>',
    `<h1>${words.title}</h1>`,
    `<p class="en" lang="en">${words.subtitle}</p>`,
    `<ul class="legend">${resultOrder.map(legend).join('')}</ul>`,
    ...strips.flatMap(siteHtml),
    `<footer>${escapeXml(words.made(chinaTime(made.at), made.engine))}</footer>`,
    '</main></body>',
    '</html>',
    '',
  ].join('\n');
}

function legend(result: ProbeResult): string {
  const { zh, en } = words.results[result];
  const drawing = `<svg viewBox="0 0 10 26" aria-hidden="true">${mark(result, 2, 6)}</svg>`;
  return `<li>${drawing}${zh} <span class="en" lang="en">${en}</span></li>`;
}

function siteHtml(strip: JudgedStrip): string[] {
  const { site, plan, timeoutMs, controls } = strip.series;
  const seconds = timeoutMs / 1000;
  return [
    '<section>',
    `<h2>${escapeXml(site.unit)}</h2>`,
    `<p><a href="${escapeXml(site.homepage)}">${escapeXml(site.homepage)}</a></p>`,
    `<p class="total">${totalHtml(strip.tally)}</p>`,
    `<p class="soft">${words.plan(plan.days, plan.visitsPerDay, seconds, controls.length)}</p>`,
    ...dayStrips(strip.series, strip.results),
    ...maintenanceHtml(strip.series),
    ...exceptionsHtml(strip),
    '</section>',
  ];
}

function totalHtml(tally: ProbeTally): string {
  const visits = tally.opened + tally.failed + tally.blocked;
  const apart = words.apart(tally);
  const rest = apart === '' ? '' : `；${apart}`;
  if (visits === 0) return `${words.noneCounted}${rest}`;
  return `<strong>${words.total(visits, tally.failed, share(tally.failed, visits))}</strong>${rest}`;
}

/** In per cent with two decimals, rounded half up in integers: 4.97 must not be told as 5.0. */
function share(failed: number, visits: number): string {
  const hundredths = Math.floor((2 * failed * 10_000 + visits) / (2 * visits));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

function maintenanceHtml({ maintenance }: AvailabilitySeries): string[] {
  if (maintenance.length === 0) return [];
  const items = maintenance.map(({ from, to, reportedAt }) => {
    const text = words.window(minute(from), minute(to), minute(reportedAt));
    return `<li>${text}${reportedAt > from ? ` ${words.late}` : ''}</li>`;
  });
  return [`<h3>${words.maintenance}</h3>`, `<ul>${items.join('')}</ul>`];
}

/** Every visit that did not open, with what there is to know of it. */
function exceptionsHtml({ series, results }: JudgedStrip): string[] {
  const rows = series.probes.flatMap((probe, index) => {
    const result = results[index] ?? 'ours';
    return result === 'opened' ? [] : [row(probe, result)];
  });
  if (rows.length === 0) return [];
  const columns = words.columns.map((name) => `<th scope="col">${name}</th>`).join('');
  return [
    `<h3>${words.failures}</h3>`,
    `<div class="list"><table><thead><tr>${columns}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table></div>',
  ];
}

function row(probe: Probe, result: ProbeResult): string {
  const { at, openMs, controls, tries } = probe;
  const cells = [
    chinaTime(at),
    words.short[result],
    escapeXml(outcomeWord(probe)),
    tries === 0 ? words.none : `${(openMs / 1000).toFixed(1)} s`,
    controls === null ? words.none : `${controls.answered}/${controls.asked}`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function outcomeWord({ outcome, tries }: Probe): string {
  if (tries === 0) return words.missed;
  if (outcome.kind === 'answered') return `HTTP ${outcome.status}`;
  return outcome.detail === '' ? outcome.why : `${outcome.why} (${outcome.detail})`;
}

function minute(at: Instant): string {
  return chinaTime(at).slice(0, 16);
}
