import { html } from 'hono/html';
import { formatPoints, toCentipoints } from '#base/points.ts';
import { chinaDate } from '#base/civil-date.ts';
import type { PublicRound, PublicScore, ScoreCount } from '#domain/scoreboard.ts';
import { askPublicRounds, askPublicSheet, searchPublicSites } from '#office/ask-scoreboard.ts';
import { barChart, lineChart } from '../chart.ts';
import type { Html } from '../layout.ts';
import { numberOf, show } from '../call.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { fact, rateText, scoreCell, verdictMark } from '../score-parts.ts';
import { linkTo, say, type View } from '../view.ts';
import { scoreWords as words } from '../words/scores.ts';

const FEWEST_LETTERS = 2;

/** The scoreboard: all rounds, one round. */
export const roundRoutes: readonly PortalRoute[] = [
  { method: 'get', path: '/rounds', answer: showRounds },
  { method: 'get', path: '/rounds/:round', answer: showRound },
];

async function showRounds(call: Call): Promise<Response> {
  const { view, portal, http } = call;
  const q = (http.req.query('q') ?? '').trim().slice(0, 60);
  const rounds = await askPublicRounds(portal);
  const found = q.length >= FEWEST_LETTERS ? await searchPublicSites(portal, q) : null;
  const body = html`
${findForm(view, q)}
${found === null ? '' : foundList(view, found)}
${rounds.length === 0 ? html`<p>${say(view, words.noRounds)}</p>` : roundsTold(view, rounds)}`;
  return show(call, { title: say(view, words.results), body, feed: '/feed.xml' });
}

function findForm(view: View, q: string): Html {
  return html`<form class="row" role="search" action="${linkTo(view, '/rounds')}" method="get">
<div class="field"><label for="q">${say(view, words.find)}</label>
<p class="hint" id="q-hint">${say(view, words.findHint)}</p>
<input type="search" id="q" name="q" value="${q}" minlength="${FEWEST_LETTERS}" maxlength="60" aria-describedby="q-hint"></div>
<button type="submit">${say(view, words.findButton)}</button></form>`;
}

function foundList(view: View, found: Awaited<ReturnType<typeof searchPublicSites>>): Html {
  if (found.length === 0) return html`<p role="status">${say(view, words.foundNone)}</p>`;
  const items = found.map(
    ({ id, name, unit, homepage }) =>
      html`<li><a href="${linkTo(view, `/sites/${id}`)}">${name}</a><br><span class="soft small">${unit}　${homepage}</span></li>`,
  );
  return html`<p role="status">${say(view, words.found, { count: found.length })}</p>
<ul class="list">${items}</ul>`;
}

function roundsTold(view: View, rounds: readonly PublicRound[]): Html {
  const rows = rounds.map(
    (round) => html`<tr>
<th scope="row"><a href="${linkTo(view, `/rounds/${round.campaignId}`)}">${round.period}</a></th>
<td data-label="${say(view, words.region)}">${round.region}</td>
<td data-label="${say(view, words.asOf)}">${round.asOf}</td>
<td data-label="${say(view, words.sites)}" class="right">${round.counts.total}</td>
<td data-label="${say(view, words.failed)}" class="right">${round.counts.fail}</td>
<td data-label="${say(view, words.passRate)}" class="right">${rateText(round.passRate)}</td></tr>`,
  );
  return html`${rateChart(view, rounds)}
<div class="scroll"><table class="cards"><thead><tr>
<th scope="col">${say(view, words.period)}</th><th scope="col">${say(view, words.region)}</th>
<th scope="col">${say(view, words.asOf)}</th><th scope="col" class="right">${say(view, words.sites)}</th>
<th scope="col" class="right">${say(view, words.failed)}</th>
<th scope="col" class="right">${say(view, words.passRate)}</th>
</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Of the region of the newest round: rates of different regions do not belong on one line. */
function rateChart(view: View, rounds: readonly PublicRound[]): Html | '' {
  const region = rounds[0]?.region ?? '';
  const mine = rounds.filter((round) => round.region === region).toReversed();
  if (mine.length < 2) return '';
  const points = mine.map(({ asOf, passRate }) => ({
    label: asOf.slice(0, 7),
    value: passRate?.rounded ?? null,
    shown: passRate === null ? '—' : `${passRate.rounded.toFixed(1)} %`,
  }));
  const title = `${region}${say(view, words.rateTitle)}`;
  const heads = [say(view, words.period), say(view, words.passRate)] as const;
  const least = Math.min(80, ...points.map(({ value }) => Math.floor((value ?? 100) / 10) * 10));
  return lineChart(view, { title, heads, points }, { least, most: 100 });
}

/** So many sites stand on one page. */
const PER_PAGE = 100;

async function showRound(call: Call): Promise<Response> {
  const { view, portal, http } = call;
  const asked = http.req.query('after') ?? '';
  const after = /^\d{1,9}$/.test(asked) ? Number(asked) : undefined;
  const id = numberOf(call, 'round');
  const sheet = await askPublicSheet(portal, id, { after, limit: PER_PAGE });
  const { round, scores, standing, next } = sheet;
  const rest = next === null ? null : linkTo(view, `/rounds/${id}?after=${next}`);
  const body = html`
${roundFacts(view, round)}
${correctedNote(view, round)}
${bandChart(view, round, standing)}
<div class="scroll"><table class="cards"><thead><tr>
<th scope="col">${say(view, words.unit)}</th><th scope="col" class="right">${say(view, words.score)}</th>
<th scope="col">${say(view, words.verdict)}</th><th scope="col">${say(view, words.problems)}</th>
</tr></thead><tbody>${scores.map((score) => scoreRow(view, score))}</tbody></table></div>
${rest === null ? '' : html`<p><a href="${rest}">${say(view, words.moreSites)}</a></p>`}
${versionList(view, round)}`;
  const crumbs = [{ title: say(view, words.results), path: '/rounds' }];
  return show(call, { title: round.name, body, crumbs, feed: '/feed.xml' });
}

function roundFacts(view: View, round: PublicRound): Html {
  return html`<dl class="facts">
${fact(say(view, words.passRate), rateText(round.passRate))}
${fact(say(view, words.sites), round.counts.total)}
${fact(say(view, words.passed), round.counts.pass)}
${fact(say(view, words.failed), round.counts.fail)}
${fact(say(view, words.incomplete), round.counts.incomplete)}
</dl>
<dl class="pairs">
<dt>${say(view, words.region)}</dt><dd>${round.region}</dd>
<dt>${say(view, words.asOf)}</dt><dd>${round.asOf}</dd>
<dt>${say(view, words.passLine)}</dt><dd>${formatPoints(toCentipoints(round.passLine))}</dd>
<dt>${say(view, words.rubric)}</dt><dd>${round.rubric.id} ${round.rubric.version}</dd>
</dl>`;
}

function correctedNote(view: View, round: PublicRound): Html | '' {
  const count = round.versions.length - 1;
  if (count < 1) return '';
  const number = round.versions[0]?.number ?? 1;
  return html`<p class="note watch">${say(view, words.correctedRound, { count, number })}</p>`;
}

function scoreRow(view: View, score: PublicScore): Html {
  const name =
    score.siteId === null
      ? score.unit
      : html`<a href="${linkTo(view, `/sites/${score.siteId}`)}">${score.unit}</a>`;
  const problems =
    score.problems.length === 0
      ? html`<span class="soft">${say(view, words.none)}</span>`
      : html`<ul>${score.problems.map((problem) => html`<li>${problem}</li>`)}</ul>`;
  return html`<tr><th scope="row">${name}</th>
<td class="right" data-label="${say(view, words.score)}">${scoreCell(view, score)}</td>
<td>${verdictMark(view, score)}</td><td>${problems}</td></tr>`;
}

/** Bands of points as circulars count them; a veto is a band of its own. */
const BANDS = [60, 80, 90, 95, 100] as const;

function bandChart(view: View, round: PublicRound, standing: readonly ScoreCount[]): Html {
  const veto = say(view, words.veto);
  const labels = BANDS.map((to, index) => bandLabel(index, to));
  const numberOfThose = (isOne: (one: ScoreCount) => boolean) =>
    standing.filter(isOne).reduce((sum, { count }) => sum + count, 0);
  const counts = BANDS.map((_, index) =>
    numberOfThose(({ score }) => score !== null && bandOf(score) === index),
  );
  const full = numberOfThose(({ score }) => score !== null && score >= 10_000);
  const vetoed = numberOfThose(({ score, verdict }) => score === null && verdict === 'fail');
  const points = [
    { label: veto, value: vetoed, shown: String(vetoed) },
    ...labels.map((label, index) => ({
      label,
      value: counts[index] ?? 0,
      shown: String(counts[index] ?? 0),
    })),
    { label: '100', value: full, shown: String(full) },
  ];
  const heads = [say(view, words.band), say(view, words.count)] as const;
  const title = `${say(view, words.bandsTitle)}（${round.counts.total}）`;
  return barChart(view, { title, heads, points, charged: [veto] });
}

function bandOf(score: number): number {
  return BANDS.findIndex((to) => score < to * 100);
}

function bandLabel(index: number, to: number): string {
  const from = BANDS[index - 1];
  return from === undefined ? `＜${to}` : `${from}+`;
}

function versionList(view: View, round: PublicRound): Html {
  const items = round.versions.map(
    ({ circularId, number, publishedAt, correctionReason }, index) =>
      html`<li><a href="${linkTo(view, `/circulars/${circularId}`)}">${say(view, words.version, { number })}</a>
${chinaDate(publishedAt)} ${say(view, index === 0 ? words.holds : words.replaced)}
${correctionReason === null ? '' : html`<br><span class="soft">${say(view, words.reason, { reason: correctionReason })}</span>`}</li>`,
  );
  return html`<h2>${say(view, words.versions)}</h2><ul class="list">${items}</ul>
<p><a href="${linkTo(view, '/data')}">${say(view, words.download)}</a></p>`;
}
