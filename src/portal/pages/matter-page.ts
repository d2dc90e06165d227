import { html } from 'hono/html';
import { chinaTime } from '#base/civil-date.ts';
import { truths } from '#domain/error-report.ts';
import { faults } from '#domain/error-report.ts';
import { inquiryKinds, refusalReasons, withholdReasons } from '#domain/inquiry.ts';
import type { MatterSeen } from '#domain/public-matter.ts';
import { askByReceipt } from '#office/ask-by-receipt.ts';
import { clockWords } from '#office/clock-words.ts';
import { picturesOf } from '#office/matter-pictures.ts';
import { show } from '../call.ts';
import { type Mistakes, mistakeList, type Typed } from '../forms/fields.ts';
import type { Html } from '../layout.ts';
import type { Call } from '../portal-context.ts';
import { fullLink, linkTo, say, type Said, type View } from '../view.ts';
import { eventWords, matterWords as words, stateWords } from '../words/matter.ts';
import { looksTold, picturesTold } from './matter-looks.ts';
import { matterForms } from './matter-forms.ts';

/** How the page of a matter is shown: just sent, after an act, or with what was wrong. */
export interface MatterShown {
  isNew?: boolean;
  done?: Said;
  typed?: Typed;
  mistakes?: Mistakes;
}

/** The page of a matter for who has its receipt. It is one person's, and kept by nobody. */
export async function showMatter(
  call: Call,
  receipt: string,
  { isNew = false, done, typed = {}, mistakes = new Map() }: MatterShown = {},
): Promise<Response> {
  const { view, portal } = call;
  const seen = await askByReceipt(portal, receipt);
  const pictures = await picturesOf(portal, seen.thing, seen.id);
  const shown = { view, typed, mistakes };
  const body = html`${mistakeList(shown)}
${done ? html`<p class="note fine" role="status">${say(view, done)}</p>` : ''}
${isNew ? receiptBox(view, receipt) : ''}
${standing(view, seen)}
${answerTold(view, seen)}
${matterForms(shown, seen, receipt)}
<h2>${say(view, words.said)}</h2>
${seen.thing === 'inquiry' ? html`<p><strong>${seen.title}</strong></p>` : ''}
<div class="said">${seen.text}</div>
${picturesTold(call, shown, { pictures, receipt })}
${seen.thing === 'error-report' ? looksTold(call, seen.captures) : ''}
${historyTold(view, seen)}`;
  const name = say(view, seen.thing === 'inquiry' ? words.inquiryTitle : words.reportTitle);
  const title = isNew ? `${say(view, words.sent)} · ${name}` : name;
  const status = mistakes.size > 0 ? 422 : 200;
  return await show(call, { title, body, isNarrow: true }, { status, keep: 'private' });
}

function receiptBox(view: View, receipt: string): Html {
  return html`<div class="receipt" role="status"><p>${say(view, words.receipt)}</p>
<p class="code">${receipt}</p><p>${say(view, words.keep)}</p>
<p class="small">${say(view, words.where)} <span class="code">${fullLink(view, '/follow')}</span></p></div>`;
}

/** Where it stands, who has to move and by when, and how that day was computed. */
function standing(view: View, seen: MatterSeen): Html {
  const inWords = (name: Said, value: Html | string) =>
    html`<dt>${say(view, name)}</dt><dd>${value}</dd>`;
  // oxlint-disable-next-line no-nested-ternary
  const state =
    seen.thing === 'inquiry'
      ? stateWords.inquiry[seen.state]
      : stateWords['error-report'][seen.state];
  return html`<dl class="pairs">
${inWords(words.state, html`<strong>${say(view, state)}</strong>`)}
${inWords(words.unit, seen.unit ?? say(view, words.unitNone))}
${dueTold(view, seen)}
${inWords(words.submittedAt, html`<span class="number">${chinaTime(seen.submittedAt)}</span>`)}
${
  seen.thing === 'inquiry'
    ? inWords(words.kind, say(view, inquiryKinds[seen.kind]))
    : html`${inWords(words.page, html`<span class="code small">${seen.pageUrl}</span>`)}
${inWords(words.site, seen.site ?? say(view, words.siteNone))}
${inWords(words.fault, say(view, faults[seen.fault]))}
${seen.truth === null ? '' : inWords(words.truth, say(view, truths[seen.truth]))}`
}</dl>`;
}

function dueTold(view: View, { clock }: MatterSeen): Html | '' {
  if (clock === null) return '';
  const told = clockWords(clock.deadline, clock.left);
  const colour = clock.left.overdue ? 'charged' : clock.metAt === null ? '' : 'fine';
  const left =
    clock.metAt === null
      ? html`<span class="${colour}">（${told.left[view.language]}）</span>`
      : html`<span class="${colour}"> ${say(view, words.answeredOn)} <span class="number">${chinaTime(clock.metAt)}</span></span>`;
  return html`<dt>${say(view, words.due)}</dt><dd>${told.due[view.language]}${left}
<details><summary>${say(view, words.how)}</summary><p class="small">${told.how[view.language]}</p></details></dd>`;
}

function answerTold(view: View, seen: MatterSeen): Html | '' {
  const refused =
    seen.refusedFor === null
      ? ''
      : html`<p class="note watch">${say(view, words.refusedFor, { reason: say(view, refusalReasons[seen.refusedFor]) })}</p>`;
  const withheld =
    seen.thing !== 'inquiry' || seen.withheldFor === null
      ? ''
      : html`<p class="soft">${say(view, words.withheldFor, { reason: say(view, withholdReasons[seen.withheldFor]) })}</p>`;
  if (seen.answer === null) return refused;
  const { text, unit, at } = seen.answer;
  const published =
    seen.thing === 'inquiry' && seen.publishedId !== null
      ? html`<p><a href="${linkTo(view, `/answers/${seen.publishedId}`)}">${say(view, words.published)}</a></p>`
      : '';
  return html`${refused}<h2>${say(view, words.answer)}</h2>
<div class="said">${text}</div>
<p class="soft small">${say(view, words.answerBy, { unit: unit ?? '', at: chinaTime(at) })}</p>
${withheld}${published}`;
}

function historyTold(view: View, seen: MatterSeen): Html {
  const items = seen.history.map(({ at, what, unit, text }) => {
    const named = eventWords[what];
    const isLong = what !== 'submitted' && what !== 'captured' && text !== null;
    return html`<li class="done"><span class="number small soft">${chinaTime(at)}</span><br>
${named ? say(view, named) : what}${unit === null || what === 'submitted' ? '' : `　${unit}`}
${isLong ? html`<br><span class="small">${text}</span>` : ''}</li>`;
  });
  return html`<h2>${say(view, words.steps)}</h2><ol class="steps">${items}</ol>`;
}
