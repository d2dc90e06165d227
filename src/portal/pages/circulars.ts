import { html, raw } from 'hono/html';
import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { PublicRound } from '#domain/scoreboard.ts';
import { askCircularFile, askPublicVersion } from '#office/ask-circulars.ts';
import { askPublicRound, askPublicRounds } from '#office/ask-scoreboard.ts';
import { numberOf, show } from '../call.ts';
import { download } from '../file-answer.ts';
import type { Html } from '../layout.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { rateText } from '../score-parts.ts';
import { linkTo, plainLink, say, type View } from '../view.ts';
import { circularWords as words } from '../words/circulars.ts';
import { scoreWords } from '../words/scores.ts';

/** Circulars: every version that was published, its hash and its files. */
export const circularRoutes: readonly PortalRoute[] = [
  { method: 'get', path: '/circulars', answer: showCirculars },
  { method: 'get', path: '/circulars/:circular', answer: showCircular },
  { method: 'get', path: '/circulars/:circular/:file', isPlain: true, answer: sendFile },
];

async function showCirculars(call: Call): Promise<Response> {
  const { view, portal } = call;
  const rounds = await askPublicRounds(portal);
  const items = rounds.map((round) => roundItem(view, round));
  const body = html`${items.length === 0 ? html`<p>${say(view, words.none)}</p>` : html`<ul class="list">${items}</ul>`}
<p><a href="${linkTo(view, '/feed.xml')}">${say(view, words.feed)}</a></p>`;
  return show(call, { title: say(view, words.title), body, feed: '/feed.xml' });
}

function roundItem(view: View, { name, region, passRate, versions }: PublicRound): Html {
  const lines = versions.map(
    ({ circularId, number, publishedAt }, index) =>
      html`${index > 0 ? raw('<br>') : ''}<a href="${linkTo(view, `/circulars/${circularId}`)}">${say(view, scoreWords.version, { number })}</a>
<span class="number">${chinaDate(publishedAt)}</span>
${say(view, index === 0 ? scoreWords.holds : scoreWords.replaced)}`,
  );
  return html`<li><strong>${name}</strong> <span class="soft">${region} · ${say(view, scoreWords.passRate)} ${rateText(passRate)}</span><br>${lines}</li>`;
}

async function showCircular(call: Call): Promise<Response> {
  const { view, portal } = call;
  const version = await askPublicVersion(portal, numberOf(call, 'circular'));
  const round = await askPublicRound(portal, version.campaignId);
  const [held] = round.versions;
  const isHeld = held?.circularId === version.circularId;
  const body = html`
${isHeld || !held ? '' : replacedNote(view, held)}
<dl class="pairs">
<dt>${say(view, words.number)}</dt><dd>${say(view, scoreWords.version, { number: version.number })}</dd>
<dt>${say(view, words.published)}</dt><dd class="number">${chinaDate(version.publishedAt)}</dd>
<dt>${say(view, words.hash)}</dt><dd class="code small">${version.hash}</dd>
</dl>
${version.correctionReason === null ? '' : html`<p class="note">${say(view, scoreWords.reason, { reason: version.correctionReason })}</p>`}
<p><a href="${linkTo(view, `/rounds/${round.campaignId}`)}">${say(view, words.results)}</a></p>
<h2>${say(view, words.files)}</h2>
<p class="soft">${say(view, words.verify)}</p>
${fileTable(view, version)}`;
  const crumbs = [{ title: say(view, words.title), path: '/circulars' }];
  return show(call, { title: round.name, body, crumbs });
}

function replacedNote(view: View, held: PublicRound['versions'][number]): Html {
  const said = say(view, words.replacedBy).split('{link}');
  const name = say(view, scoreWords.version, { number: held.number });
  return html`<p class="note watch">${said[0] ?? ''}<a href="${linkTo(view, `/circulars/${held.circularId}`)}">${name}</a>${said[1] ?? ''}</p>`;
}

function fileTable(view: View, version: Awaited<ReturnType<typeof askPublicVersion>>): Html {
  const rows = version.files.map(({ name, hash }) => {
    const href = plainLink(view, `/circulars/${version.circularId}/${name}`);
    const kind = words.kinds[name];
    return html`<tr><th scope="row"><a href="${href}">${name}</a></th>
<td>${kind ? say(view, kind) : ''}</td><td class="code hash">${hash}</td></tr>`;
  });
  return html`<div class="scroll"><table class="cards"><thead><tr><th scope="col">${say(view, words.file)}</th>
<th scope="col">${say(view, words.what)}</th><th scope="col">${say(view, words.fileHash)}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

async function sendFile(call: Call): Promise<Response> {
  const name = call.http.req.param('file') ?? '';
  if (name.length > 60)
    throw new Refusal('not-found', { thing: 'circular', id: name.slice(0, 60) });
  const file = await askCircularFile(call.portal, numberOf(call, 'circular'), name);
  return download(call, file);
}
