import { html } from 'hono/html';
import { chinaDate, chinaTime, parseCivilDate } from '#base/civil-date.ts';
import type { CommonCounts, OfUnit, Share } from '#domain/matter-counts.ts';
import { type MatterStatistics, publicStatistics } from '#office/ask-matter-statistics.ts';
import { show } from '../call.ts';
import type { Html } from '../layout.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { fact } from '../score-parts.ts';
import { linkTo, say, type View } from '../view.ts';
import { answerWords as words } from '../words/answers.ts';

/** Figures of what citizens wrote: with definitions and the moment they are as of. */
export const statisticsRoutes: readonly PortalRoute[] = [
  { method: 'get', path: '/statistics', answer: showStatistics },
];

async function showStatistics(call: Call): Promise<Response> {
  const { view, portal, http } = call;
  const today = chinaDate(portal.now());
  const from = parseCivilDate(http.req.query('from') ?? '');
  const to = parseCivilDate(http.req.query('to') ?? '');
  const isFit = from !== null && to !== null && from <= to;
  const asked = isFit ? { from, to } : { from: `${today.slice(0, 4)}-01-01`, to: today };
  const isWrong = !isFit && (http.req.query('from') ?? http.req.query('to')) !== undefined;
  const told = await publicStatistics(portal.db, asked, portal.now());
  const { cutoff } = told.inquiries.period;
  const body = html`${periodForm(view, asked)}
${isWrong ? html`<p class="note watch" role="status">${say(view, words.periodMistake)}</p>` : ''}
<p>${say(view, words.asOf, { ...asked, cutoff: chinaTime(cutoff) })}</p>
${inquiriesTold(view, told)}${reportsTold(view, told)}
<p class="soft small">${say(view, words.definitions)}</p>`;
  const crumbs = [{ title: say(view, words.title), path: '/answers' }];
  return await show(call, { title: say(view, words.statistics), body, crumbs });
}

function periodForm(view: View, { from, to }: { from: string; to: string }): Html {
  const field = (name: string, label: string, value: string) =>
    html`<div class="field"><label for="${name}">${label}</label><input type="text" inputmode="numeric" id="${name}" name="${name}" value="${value}" maxlength="10" placeholder="2019-04-01"></div>`;
  return html`<form class="row" action="${linkTo(view, '/statistics')}" method="get">
${field('from', say(view, words.from), from)}${field('to', say(view, words.to), to)}
<button type="submit">${say(view, words.show)}</button></form>`;
}

function inquiriesTold(view: View, { inquiries }: MatterStatistics): Html {
  return html`<h2>${say(view, words.inquiries)}</h2><dl class="facts">
${fact(say(view, words.received), inquiries.received)}
${fact(say(view, words.handled), inquiries.handled)}
${fact(say(view, words.inProgress), inquiries.inProgress)}
${fact(say(view, words.unpublished), inquiries.unpublished)}
${rates(view, inquiries)}</dl>${unitTable(view, inquiries.byUnit)}`;
}

function reportsTold(view: View, { errorReports }: MatterStatistics): Html {
  return html`<h2>${say(view, words.reports)}</h2><dl class="facts">
${fact(say(view, words.received), errorReports.received)}
${fact(say(view, words.answered), errorReports.answered)}
${fact(say(view, words.inProgress), errorReports.inProgress)}
${fact(say(view, words.refused), errorReports.refused)}
${fact(say(view, words.true), errorReports.true)}
${rates(view, errorReports)}</dl>${unitTable(view, errorReports.byUnit)}`;
}

function rates(view: View, counts: CommonCounts): Html {
  return html`${fact(say(view, words.replyRate), shareText(counts.replyRate))}
${fact(say(view, words.onTime), shareText(counts.onTimeRate))}
${fact(say(view, words.satisfaction), shareText(counts.satisfaction))}`;
}

function unitTable(view: View, units: readonly OfUnit<CommonCounts>[]): Html | '' {
  if (units.length === 0) return '';
  const rows = units.map(
    (unit) => html`<tr><th scope="row">${unit.unit ?? say(view, words.unitNone)}</th>
<td class="right" data-label="${say(view, words.received)}">${unit.received}</td>
<td class="right" data-label="${say(view, words.answered)}">${unit.answered}</td>
<td class="right" data-label="${say(view, words.late)}">${unit.late + unit.overdue}</td>
<td class="right" data-label="${say(view, words.onTime)}">${shareText(unit.onTimeRate)}</td>
<td class="right" data-label="${say(view, words.satisfaction)}">${shareText(unit.satisfaction)}</td></tr>`,
  );
  const heads = [words.received, words.answered, words.late, words.onTime, words.satisfaction];
  return html`<div class="scroll"><table class="cards"><thead><tr><th scope="col">${say(view, words.unit)}</th>
${heads.map((head) => html`<th scope="col" class="right">${say(view, head)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** `97.1 %（34/35）`; a dash when there is nothing to divide by. */
function shareText({ of, out, rate }: Share): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(1)} %（${of}/${out}）`;
}
