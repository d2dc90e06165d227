import { html } from 'hono/html';
import { askLedgerHeads } from '#office/ask-ledger.ts';
import { askPublicRounds, askPublicSite } from '#office/ask-scoreboard.ts';
import { schemaText, scoreSeries } from '#office/score-series.ts';
import { badgeOf } from '../badge.ts';
import { numberOf, show } from '../call.ts';
import { atomFeed } from '../feed.ts';
import { download } from '../file-answer.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { rateText, scoreText } from '../score-parts.ts';
import { linkTo, plainLink, say } from '../view.ts';
import { circularWords as words } from '../words/circulars.ts';
import { scoreWords } from '../words/scores.ts';

const schemas = ['scores', 'open-data', 'result'] as const;

/** Open data, feeds and badges: for machines and for other people's pages. */
export const dataRoutes: readonly PortalRoute[] = [
  { method: 'get', path: '/data', answer: showData },
  { method: 'get', path: '/data/scores.json', isPlain: true, answer: sendSeries('json') },
  { method: 'get', path: '/data/scores.csv', isPlain: true, answer: sendSeries('csv') },
  ...schemas.map(
    (name): PortalRoute => ({
      method: 'get',
      path: `/data/${name}.schema.json`,
      isPlain: true,
      answer: (call) => sendText(call, `${name}.schema.json`, JSON_TYPE, schemaText(name)),
    }),
  ),
  { method: 'get', path: '/feed.xml', answer: sendFeed },
  { method: 'get', path: '/sites/:site/feed.xml', answer: sendSiteFeed },
  { method: 'get', path: '/sites/:site/badge.svg', isPlain: true, answer: sendBadge },
];

const JSON_TYPE = 'application/json; charset=utf-8';
const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

async function showData(call: Call): Promise<Response> {
  const { view, portal } = call;
  const [rounds, heads] = await Promise.all([askPublicRounds(portal), askLedgerHeads(portal)]);
  const link = (path: string, text: string) => html`<a href="${plainLink(view, path)}">${text}</a>`;
  const perRound = rounds.flatMap(({ name, versions }) =>
    versions.map(
      ({ circularId, number }) =>
        html`<li>${link(`/circulars/${circularId}/open-data.json`, `${name} ${say(view, scoreWords.version, { number })}`)}</li>`,
    ),
  );
  const days = heads.map(
    ({ day, number, hash }) =>
      html`<tr><th scope="row">${day}</th><td class="right">${number}</td><td class="code hash">${hash}</td></tr>`,
  );
  const body = html`<p>${say(view, words.dataIntro)}</p>
<h2>${say(view, words.scores)}</h2>
<p>${link('/data/scores.csv', 'CSV')}　${link('/data/scores.json', 'JSON')}　${link('/data/scores.schema.json', say(view, words.schema))}</p>
<h2>${say(view, words.perCircular)}</h2>
${perRound.length === 0 ? html`<p>${say(view, words.none)}</p>` : html`<ul>${perRound}</ul>`}
<p>${link('/data/open-data.schema.json', say(view, words.schema))}　<a href="${linkTo(view, '/feed.xml')}">${say(view, words.feed)}</a></p>
<h2>${say(view, words.ledger)}</h2><p>${say(view, words.ledgerText)}</p>
${
  days.length === 0
    ? ''
    : html`<div class="scroll"><table><thead><tr><th scope="col">${say(view, words.day)}</th>
<th scope="col" class="right">${say(view, words.line)}</th><th scope="col">${say(view, words.lineHash)}</th></tr></thead><tbody>${days}</tbody></table></div>`
}`;
  return show(call, { title: say(view, words.dataTitle), body });
}

function sendSeries(form: 'json' | 'csv'): PortalRoute['answer'] {
  return async (call) => download(call, await scoreSeries(call.portal, form));
}

async function sendFeed(call: Call): Promise<Response> {
  const { view, portal } = call;
  const rounds = await askPublicRounds(portal);
  const entries = rounds
    .flatMap(({ name, passRate, versions }) =>
      versions.map(({ circularId, number, publishedAt, correctionReason }) => ({
        path: `/circulars/${circularId}`,
        title: `${name}（${say(view, scoreWords.version, { number })}）`,
        at: publishedAt,
        text: correctionReason ?? `${say(view, scoreWords.passRate)} ${rateText(passRate)}`,
      })),
    )
    .toSorted((one, other) => other.at.localeCompare(one.at));
  const title = say(view, words.feedTitle, { name: view.name });
  return sendText(
    call,
    'feed.xml',
    ATOM_TYPE,
    String(await atomFeed(view, { title, path: '/feed.xml', entries })),
  );
}

async function sendSiteFeed(call: Call): Promise<Response> {
  const { view, portal } = call;
  const { site, scores } = await askPublicSite(portal, numberOf(call, 'site'));
  const entries = scores.toReversed().map(({ round, score }) => ({
    path: `/rounds/${round.campaignId}`,
    title: `${round.period}：${say(view, scoreWords[score.verdict])} ${scoreText(view, score)}`,
    at: round.versions[0]?.publishedAt ?? `${round.asOf}T00:00:00.000Z`,
    text: score.problems.join('；') || say(view, scoreWords.none),
  }));
  const title = say(view, words.siteFeed, { site: site.name });
  const path = `/sites/${site.id}/feed.xml`;
  return sendText(
    call,
    'feed.xml',
    ATOM_TYPE,
    String(await atomFeed(view, { title, path, entries })),
  );
}

async function sendBadge(call: Call): Promise<Response> {
  const { scores } = await askPublicSite(call.portal, numberOf(call, 'site'));
  return sendText(call, 'badge.svg', 'image/svg+xml; charset=utf-8', badgeOf(scores.at(-1)));
}

function sendText(call: Call, name: string, mediaType: string, text: string): Response {
  return download(call, { name, mediaType, bytes: new TextEncoder().encode(text) });
}
