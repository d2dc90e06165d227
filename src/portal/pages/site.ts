import { html } from 'hono/html';
import { chinaTime } from '#base/civil-date.ts';
import type { PublicLook, PublicRound, PublicScore } from '#domain/scoreboard.ts';
import {
  askPublicSite,
  askPublicUnit,
  type PublicSiteSheet,
  type ToldProblem,
} from '#office/ask-scoreboard.ts';
import { numberOf, show } from '../call.ts';
import { lineChart } from '../chart.ts';
import type { Html } from '../layout.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { scoreCell, scoreText, verdictMark } from '../score-parts.ts';
import { fullLink, linkTo, plainLink, say, type View } from '../view.ts';
import { kindWords, scoreWords as words } from '../words/scores.ts';

/** A page for each site and each unit, to be linked to by anybody. */
export const siteRoutes: readonly PortalRoute[] = [
  { method: 'get', path: '/sites/:site', answer: showSite },
  { method: 'get', path: '/units/:unit', answer: showUnit },
];

type Told = { round: PublicRound; score: PublicScore };

async function showSite(call: Call): Promise<Response> {
  const { view, portal } = call;
  const sheet = await askPublicSite(portal, numberOf(call, 'site'));
  const { site, scores, problems } = sheet;
  const newest = scores.at(-1);
  const body = html`
<dl class="pairs">
<dt>${say(view, words.unit)}</dt><dd><a href="${linkTo(view, `/units/${site.unitId}`)}">${site.unit}</a></dd>
<dt>${say(view, words.homepage)}</dt><dd><a href="${site.homepage}" rel="noreferrer">${site.homepage}</a></dd>
<dt>${say(view, words.code)}</dt><dd class="number">${site.siteIdCode ?? '—'}</dd>
<dt>${say(view, words.kind)}</dt><dd>${say(view, kindWords[site.kind])}</dd>
<dt>${say(view, words.score)}</dt><dd>${newest ? html`${verdictMark(view, newest.score)} ${scoreCell(view, newest.score)}` : say(view, words.notLooked)}</dd>
</dl>
<p><a class="button other" href="${linkTo(view, `/report?page=${encodeURIComponent(site.homepage)}`)}">${say(view, words.reportThis)}</a></p>
${scoreChart(view, scores)}
${problemList(view, newest, problems)}
${historyTable(view, scores, null)}
${badge(view, sheet)}`;
  const crumbs = [{ title: say(view, words.results), path: '/rounds' }];
  return show(call, { title: site.name, body, crumbs, feed: `/sites/${site.id}/feed.xml` });
}

async function showUnit(call: Call): Promise<Response> {
  const { view, portal } = call;
  const { unit, sites, scores } = await askPublicUnit(portal, numberOf(call, 'unit'));
  const list = sites.map(
    ({ id, name, homepage }) =>
      html`<li><a href="${linkTo(view, `/sites/${id}`)}">${name}</a><br><span class="soft small">${homepage}</span></li>`,
  );
  const body = html`
<h2>${say(view, words.sitesOf)}</h2>
${list.length === 0 ? html`<p>${say(view, words.noSites)}</p>` : html`<ul class="list">${list}</ul>`}
${historyTable(view, scores, new Map(sites.map(({ key, name }) => [key, name])))}`;
  const crumbs = [{ title: say(view, words.results), path: '/rounds' }];
  return show(call, { title: unit.name, body, crumbs });
}

function scoreChart(view: View, scores: readonly Told[]): Html | '' {
  if (scores.length < 2) return '';
  const points = scores.map(({ round, score }) => ({
    label: round.asOf.slice(0, 7),
    value: score.score === null ? null : score.score / 100,
    shown: scoreText(view, score),
  }));
  const heads = [say(view, words.period), say(view, words.score)] as const;
  const title = say(view, words.scoreTitle);
  const lowest = Math.min(...points.map(({ value }) => value ?? 100));
  const least = Math.min(50, Math.floor(lowest / 10) * 10);
  const limit = scores.at(-1)?.round.passLine;
  const scale = { least, most: 100, ...(limit !== undefined && { limit }) };
  const gap = points.some(({ value }) => value === null);
  return html`${lineChart(view, { title, heads, points }, scale)}
${gap ? html`<p class="soft small">${say(view, words.unmeasuredGap)}</p>` : ''}`;
}

function problemList(
  view: View,
  newest: Told | undefined,
  problems: readonly ToldProblem[],
): Html | '' {
  if (!newest) return '';
  const items = problems.map((problem) => problemItem(view, problem));
  return html`<h2>${say(view, words.newest, { period: newest.round.period })}</h2>
${items.length === 0 ? html`<p>${say(view, words.none)}</p>` : html`<ul class="list">${items}</ul>`}`;
}

function problemItem(view: View, problem: ToldProblem): Html {
  const { sentence, charge, indicatorTitle, url, foundOn, looks } = problem;
  const lang = view.language === 'zh' ? 'zh-CN' : 'en';
  const where =
    url === null ? say(view, words.hidden) : html`<span class="code small">${url}</span>`;
  return html`<li lang="zh-CN">${sentence}<br>
<span class="soft small" lang="${lang}">${say(view, words.charge[charge])} · ${say(view, indicatorTitle)}</span>
<details><summary lang="${lang}">${say(view, words.proof)}
（${say(view, words.looks, { count: looks.length })}）</summary>
<dl class="pairs small"><dt>${say(view, words.target)}</dt><dd>${where}</dd>
${foundOn === null ? '' : html`<dt>${say(view, words.where)}</dt><dd class="code small">${foundOn}</dd>`}
</dl><ul class="small">${looks.map((look) => lookItem(view, look))}</ul></details></li>`;
}

function lookItem(view: View, { at, status, outcome, bodyHash }: PublicLook): Html {
  const said =
    status === null ? say(view, words.noAnswer, { outcome }) : say(view, words.status, { status });
  return html`<li><span class="number">${chinaTime(at)}</span> ${said}
${bodyHash === null ? '' : html`<br><span class="code hash">${say(view, words.hash)} ${bodyHash}</span>`}</li>`;
}

/** Every round, the newest first; with the names of the sites where there are several. */
function historyTable(
  view: View,
  scores: readonly Told[],
  names: ReadonlyMap<string, string> | null,
): Html | '' {
  if (scores.length === 0) return '';
  const rows = scores.toReversed().map(
    ({ round, score }) => html`<tr>
<th scope="row"><a href="${linkTo(view, `/rounds/${round.campaignId}`)}">${round.period}</a></th>
${names === null ? '' : html`<td>${names.get(score.siteKey) ?? score.homepage}</td>`}
<td class="right" data-label="${say(view, words.score)}">${scoreCell(view, score)}</td>
<td>${verdictMark(view, score)}</td>
<td>${score.problems.length === 0 ? say(view, words.none) : score.problems.join('；')}</td></tr>`,
  );
  return html`<h2>${say(view, words.history)}</h2>
<div class="scroll"><table class="cards"><thead><tr><th scope="col">${say(view, words.period)}</th>
${names === null ? '' : html`<th scope="col">${say(view, words.site)}</th>`}
<th scope="col" class="right">${say(view, words.score)}</th><th scope="col">${say(view, words.verdict)}</th>
<th scope="col">${say(view, words.problems)}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function badge(view: View, { site, scores }: PublicSiteSheet): Html | '' {
  const newest = scores.at(-1);
  if (!newest) return '';
  const text = `${newest.round.period} ${scoreText(view, newest.score)}`;
  const alt = say(view, words.badgeAlt, { unit: site.unit, text });
  const picture = plainLink(view, `/sites/${site.id}/badge.svg`);
  const code = `<a href="${fullLink(view, `/sites/${site.id}`)}"><img src="${view.origin}${picture}" alt="${alt}" height="24"></a>`;
  return html`<details><summary>${say(view, words.badge)}</summary>
<p>${say(view, words.badgeHow)}</p>
<p><img src="${picture}" alt="${alt}" height="24"></p>
<pre class="said code small">${code}</pre></details>`;
}
