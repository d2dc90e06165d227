import { chinaDate, formatChineseDate } from '#base/civil-date.ts';
import { formatPoints, toCentipoints } from '#base/points.ts';
import type { Circular } from '#domain/circular.ts';
import type { Finding } from '#domain/finding.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Wording } from '#domain/wording.ts';
import { escapeXml } from './docx-parts.ts';
import { linkHtml, siteAnchor } from './html-runs.ts';
import { countedFindings } from './tally.ts';
import { fillText } from './template.ts';
import { describeFinding, describeGaps, words } from './wording.ts';

/** Names of indicators by id. */
type Titles = Readonly<Record<string, string>>;

/** What every score is made of, site by site: lines of the rubric, findings, proof. Screen only. */
export function explanations({ wording }: Circular, { sites }: Result, titles: Titles): string[] {
  return [
    '<section class="explanations" aria-labelledby="explanations">',
    `<h2 id="explanations">${words(wording, 'explanations')}</h2>`,
    ...sites.flatMap((site) => explanation(site, wording, titles)),
    '</section>',
  ];
}

function explanation(site: SiteResult, wording: Wording, titles: Titles): string[] {
  const anchor = siteAnchor(site.key);
  const gaps = describeGaps(site, wording);
  const findings = countedFindings(site);
  return [
    `<section id="site-${anchor}" aria-labelledby="name-${anchor}">`,
    `<h3 id="name-${anchor}">${escapeXml(site.unit)}：${heading(site, wording)}</h3>`,
    `<p>${linkHtml(site.homepage)}</p>`,
    ...(gaps === null ? [] : [`<p>${escapeXml(gaps)}</p>`]),
    ...charges(site, wording, titles),
    ...(findings.length === 0 ? [] : ['<ol>', ...findings.map((f) => item(f, wording)), '</ol>']),
    `<p><a href="#row-${anchor}">${words(wording, 'backToAnnex')}</a></p>`,
    '</section>',
  ];
}

function heading({ vetoes, verdict, score }: SiteResult, wording: Wording): string {
  const name = wording.verdicts[verdict];
  if (vetoes.length > 0) return `${words(wording, 'vetoScore')}，${name}`;
  if (verdict === 'incomplete' || score === null) return name;
  return `${formatPoints(toCentipoints(score))}，${name}`;
}

function charges(site: SiteResult, wording: Wording, titles: Titles): string[] {
  const title = (indicator: string) => titles[indicator] ?? indicator;
  const points = (value: number) => formatPoints(toCentipoints(value));
  const lines: [string, string, string][] = [
    ...site.vetoes.map(({ indicator, findings }): [string, string, string] => [
      title(indicator),
      String(findings.length),
      words(wording, 'vetoLines'),
    ]),
    ...site.deductions.map((line): [string, string, string] => [
      title(line.indicator),
      String(line.count),
      points(line.points),
    ]),
    ...site.unpriced.map((line): [string, string, string] => [
      title(line.indicator),
      String(line.count),
      words(wording, 'unpricedPoints'),
    ]),
    ...site.bonus.map((line): [string, string, string] => [
      `${words(wording, 'bonus')} ${title(line.indicator)}`,
      '',
      `+${points(line.points)}`,
    ]),
  ];
  if (lines.length === 0) return [];
  const names = ['indicator', 'count', 'points'].map((key) => words(wording, key));
  const head = names.map((name) => `<th scope="col">${name}</th>`).join('');
  return [
    `<table><thead><tr>${head}</tr></thead><tbody>`,
    ...lines.map(([name, ...cells]) => {
      const rest = cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join('');
      return `<tr><th scope="row">${escapeXml(name)}</th>${rest}</tr>`;
    }),
    '</tbody></table>',
  ];
}

/** The sentence of a finding, its address made a link where it stands, or put behind. */
function item(finding: Finding, wording: Wording): string {
  const said = describeFinding(finding, wording);
  const link = linkHtml(finding.url);
  const parts = said.split(finding.url).map(escapeXml);
  const told = parts.length > 1 ? parts.join(link) : `${parts.join('')} ${link}`;
  const on = finding.foundOn === null ? '' : ` ← ${linkHtml(finding.foundOn)}`;
  const id = escapeXml(finding.id);
  return `<li id="finding-${id}">${told}${on}${proof(finding, wording)}</li>`;
}

/** When and with what status the deciding visits were made. */
function proof({ evidence }: Finding, wording: Wording): string {
  const seen = evidence.map(({ at, status, outcome, visit }) => {
    const date = fillText(words(wording, 'seenAt'), { date: formatChineseDate(chinaDate(at)) });
    const answer =
      status === null
        ? (wording.terms[outcome] ?? outcome)
        : fillText(words(wording, 'seenStatus'), { status: String(status) });
    return `${date}，${answer}（${visit}）`;
  });
  return seen.length === 0 ? '' : `<br><small>${escapeXml(seen.join('；'))}</small>`;
}
