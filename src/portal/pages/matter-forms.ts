import { html } from 'hono/html';
import { chinaTime } from '#base/civil-date.ts';
import { type MatterSeen, satisfactionNames, satisfactions } from '#domain/public-matter.ts';
import { areaField, choiceField, type Shown } from '../forms/fields.ts';
import type { Html } from '../layout.ts';
import { linkTo, type Said, say } from '../view.ts';
import { matterWords as words } from '../words/matter.ts';

/** What the writer may do now: answer a question, rate, reopen. Nothing else is shown. */
export function matterForms(shown: Shown, seen: MatterSeen, receipt: string): Html {
  const { view } = shown;
  const form = (path: string, button: Said, fields: Html) =>
    html`<form action="${linkTo(view, path)}" method="post" novalidate class="no-print">
<input type="hidden" name="receipt" value="${receipt}">${fields}<button type="submit">${say(view, button)}</button></form>`;
  const asked = seen.thing === 'inquiry' ? seen.question : null;
  const reply =
    seen.may.answerBack && asked !== null
      ? html`<h2>${say(view, words.question)}</h2><div class="said">${asked}</div>${form(
          '/follow/reply',
          words.sendReply,
          areaField(shown, { name: 'reply', label: words.reply, most: 5000 }),
        )}`
      : '';
  return html`${reply}${rated(shown, seen)}
${seen.may.rate ? form('/follow/rate', words.sendRating, rateFields(shown)) : ''}
${seen.may.reopen ? reopening(shown, seen, form) : ''}`;
}

function rateFields(shown: Shown): Html {
  const choices = satisfactionNames.map((value) => ({ value, said: satisfactions[value] }));
  return html`${choiceField(shown, { name: 'satisfaction', label: words.rate, choices, isAcross: true })}
${areaField(shown, { name: 'comment', label: words.comment, isOptional: true, most: 1000, isLow: true })}`;
}

function rated({ view }: Shown, { rating }: MatterSeen): Html | '' {
  if (rating === null) return '';
  return html`<p>${say(view, words.rated)}：<strong>${say(view, satisfactions[rating.satisfaction])}</strong> ${rating.comment ?? ''}</p>`;
}

function reopening(
  shown: Shown,
  { reopenUntil }: MatterSeen,
  form: (path: string, button: Said, fields: Html) => Html,
): Html {
  const { view, mistakes } = shown;
  const until = reopenUntil === null ? '' : chinaTime(reopenUntil).slice(0, 16);
  return html`<details class="no-print"${mistakes.has('reason') ? html` open` : ''}><summary>${say(view, words.reopen)}</summary>
<p>${say(view, words.reopenWhy, { until })}</p>
${form(
  '/follow/reopen',
  words.sendReopening,
  areaField(shown, { name: 'reason', label: words.reason, most: 2000 }),
)}</details>`;
}
