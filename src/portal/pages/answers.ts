import { html } from 'hono/html';
import { chinaDate } from '#base/civil-date.ts';
import { inquiryKindNames, inquiryKinds } from '#domain/inquiry.ts';
import { type PublishedInquiry, satisfactions } from '#domain/public-matter.ts';
import { listPublishedInquiries, publishedInquiry } from '#office/list-published-inquiries.ts';
import { numberOf, show } from '../call.ts';
import type { Html } from '../layout.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { linkTo, say, type View } from '../view.ts';
import { answerWords as words } from '../words/answers.ts';
import { scoreWords } from '../words/scores.ts';

const PER_PAGE = 20;

/** Questions and answers that everybody may read. */
export const answerRoutes: readonly PortalRoute[] = [
  { method: 'get', path: '/answers', answer: showAnswers },
  { method: 'get', path: '/answers/:inquiry', answer: showAnswer },
];

async function showAnswers(call: Call): Promise<Response> {
  const { view, portal, http } = call;
  const q = (http.req.query('q') ?? '').trim().slice(0, 60);
  const kind = inquiryKindNames.find((one) => one === http.req.query('kind'));
  const after = /^\d{1,9}$/.test(http.req.query('after') ?? '')
    ? Number(http.req.query('after'))
    : undefined;
  const filter = { q: q === '' ? undefined : q, kind, after, limit: PER_PAGE };
  const { items, next } = await listPublishedInquiries(portal.db, filter);
  const more = new URLSearchParams({ ...(q && { q }), ...(kind && { kind }), after: String(next) });
  const body = html`${searchForm(view, q)}
${items.length === 0 ? html`<p role="status">${say(view, q === '' ? words.none : words.foundNone)}</p>` : html`<ul class="list">${items.map((item) => itemOf(view, item))}</ul>`}
${next === null ? '' : html`<p><a href="${linkTo(view, `/answers?${more}`)}">${say(view, words.more)}</a></p>`}
<p><a href="${linkTo(view, '/statistics')}">${say(view, words.statistics)}</a></p>`;
  return await show(call, { title: say(view, words.title), body });
}

function searchForm(view: View, q: string): Html {
  return html`<form class="row" role="search" action="${linkTo(view, '/answers')}" method="get">
<div class="field"><label for="q">${say(view, words.search)}</label>
<input type="search" id="q" name="q" value="${q}" maxlength="60"></div>
<button type="submit">${say(view, scoreWords.findButton)}</button></form>`;
}

function itemOf(view: View, { id, kind, title, unit, publishedAt }: PublishedInquiry): Html {
  return html`<li><a href="${linkTo(view, `/answers/${id}`)}">${title}</a><br>
<span class="soft small">${say(view, inquiryKinds[kind])} · ${unit} ·
<span class="number">${chinaDate(publishedAt)}</span></span></li>`;
}

async function showAnswer(call: Call): Promise<Response> {
  const { view, portal } = call;
  const one = await publishedInquiry(portal.db, numberOf(call, 'inquiry'));
  const body = html`<p class="soft">${say(view, inquiryKinds[one.kind])} ·
${say(view, words.asked)} <span class="number">${chinaDate(one.submittedAt)}</span></p>
<div class="said">${one.question}</div>
<h2>${say(view, words.answer)}</h2>
<div class="said">${one.answer}</div>
<p class="soft">${one.unit} · <span class="number">${chinaDate(one.publishedAt)}</span>${one.satisfaction === null ? '' : html` · ${say(view, words.rated)} ${say(view, satisfactions[one.satisfaction])}`}</p>`;
  const crumbs = [{ title: say(view, words.title), path: '/answers' }];
  return await show(call, { title: one.title, body, crumbs, isNarrow: true });
}
