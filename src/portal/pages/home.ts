import { html } from 'hono/html';
import type { PublicRound } from '#domain/scoreboard.ts';
import { askPublicRounds } from '#office/ask-scoreboard.ts';
import { show } from '../call.ts';
import type { Html } from '../layout.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { fact, rateText } from '../score-parts.ts';
import { linkTo, say, type Said, type View } from '../view.ts';
import { answerWords } from '../words/answers.ts';
import { frameWords } from '../words/frame.ts';
import { homeWords as words } from '../words/home.ts';
import { scoreWords } from '../words/scores.ts';

export const homeRoutes: readonly PortalRoute[] = [{ method: 'get', path: '/', answer: showHome }];

async function showHome(call: Call): Promise<Response> {
  const { view, portal } = call;
  const [newest] = await askPublicRounds(portal);
  const body = html`
<ul class="doors">
${door(view, '/report', frameWords.report, words.reportWhat)}
${door(view, '/ask', frameWords.ask, words.askWhat)}
<li><h2>${say(view, frameWords.follow)}</h2><p>${say(view, words.followWhat)}</p>${followForm(view)}</li>
</ul>
<p><a href="${linkTo(view, '/answers')}">${say(view, words.answered)}</a>　
<a href="${linkTo(view, '/statistics')}">${say(view, answerWords.statistics)}</a></p>
<h2>${say(view, words.newest)}</h2>
${newest ? newestRound(view, newest) : html`<p>${say(view, scoreWords.noRounds)}</p>`}`;
  return show(call, { title: view.name, body, feed: '/feed.xml' });
}

function door(view: View, path: string, name: Said, what: Said): Html {
  return html`<li><h2><a href="${linkTo(view, path)}">${say(view, name)}</a></h2><p>${say(view, what)}</p></li>`;
}

/** One field: the receipt. It is sent, not put into the address, where others could read it. */
export function followForm(view: View): Html {
  return html`<form action="${linkTo(view, '/follow')}" method="post" class="row">
<div class="field"><label for="receipt">${say(view, words.receipt)}</label>
<input type="text" id="receipt" name="receipt" autocomplete="off"
autocapitalize="characters" spellcheck="false" required maxlength="40" class="code"></div>
<button type="submit">${say(view, words.followButton)}</button></form>`;
}

function newestRound(view: View, round: PublicRound): Html {
  return html`<p><strong>${round.name}</strong> <span class="soft">${round.region} · ${round.asOf}</span></p>
<dl class="facts">
${fact(say(view, scoreWords.passRate), rateText(round.passRate))}
${fact(say(view, scoreWords.sites), round.counts.total)}
${fact(say(view, scoreWords.failed), round.counts.fail)}
</dl>
<p><a href="${linkTo(view, `/rounds/${round.campaignId}`)}">${say(view, words.newestLink)}</a></p>`;
}
