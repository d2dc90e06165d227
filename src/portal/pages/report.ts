import { html } from 'hono/html';
import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { type Fault, faultNames, faults } from '#domain/error-report.ts';
import type { SimilarReport } from '#domain/public-matter.ts';
import { findSimilarReports, findSiteOfPage } from '#office/find-similar-reports.ts';
import { submitErrorReport } from '#office/submit-error-report.ts';
import { areaField, choiceField, lineField, type Shown, type Typed } from '../forms/fields.ts';
import {
  contactFields,
  contactOf,
  type FormPage,
  missing,
  mistakesOf,
  showForm,
} from '../forms/form-page.ts';
import type { Gate } from '../forms/gate.ts';
import { readForm } from '../forms/read-form.ts';
import type { Html } from '../layout.ts';
import type { Call, PortalRoute } from '../portal-context.ts';
import { say, type View } from '../view.ts';
import { formWords, reportWords as words } from '../words/forms.ts';
import { frameWords } from '../words/frame.ts';
import { stateWords } from '../words/matter.ts';
import { showMatter } from './matter-page.ts';

/** A fault of a page is reported (我为政府网站找错). */
export function reportRoutes(gate: Gate): readonly PortalRoute[] {
  const form: FormPage = {
    title: frameWords.report,
    lead: words.lead,
    path: '/report',
    gate,
    fields,
  };
  return [
    { method: 'get', path: '/report', answer: (call) => showEmpty(call, form) },
    { method: 'post', path: '/report', answer: (call) => send(call, form) },
  ];
}

/** A site links here with the address of the page in question, or the browser tells it. */
function showEmpty(call: Call, form: FormPage) {
  const page = (call.http.req.query('page') ?? '').slice(0, 2000);
  return showForm(call, form, { page }, new Map());
}

function fields(shown: Shown): Html {
  const choices = faultNames.map((value) => ({ value, said: faults[value] }));
  return html`${lineField(shown, {
    name: 'page',
    label: words.page,
    hint: words.pageHint,
    most: 2000,
    type: 'url',
    complete: 'url',
  })}
${choiceField(shown, { name: 'fault', label: words.fault, choices, isAcross: true })}
${areaField(shown, { name: 'text', label: words.text, hint: words.textHint, most: 5000 })}
${contactFields(shown)}`;
}

async function send(call: Call, form: FormPage): Promise<Response> {
  const { portal } = call;
  const typed = await readForm(call);
  const before = await form.gate.sentBefore(call, typed);
  if (before !== null) return await showMatter(call, before, { isNew: true });
  const mistakes = missing(typed, {
    page: words.pageMissing,
    fault: words.faultMissing,
    text: words.textMissing,
  });
  const fault = faultNames.find((one) => one === typed['fault']);
  if (fault === undefined) mistakes.set('fault', words.faultMissing);
  if (mistakes.size > 0 || fault === undefined) return showForm(call, form, typed, mistakes);
  const notice = typed['seen'] === 'yes' ? null : await noticeOf(call, typed['page'] ?? '');
  if (notice !== null) return showForm(call, { ...form, notice }, typed, new Map());
  try {
    const made = await submit(call, form.gate, typed, fault);
    return await showMatter(call, made.receipt, { isNew: true });
  } catch (error) {
    const wrong = error instanceof Refusal ? mistakesOf(error) : null;
    if (wrong === null) throw error;
    portal.refused?.(error as Refusal);
    return await showForm(call, form, typed, wrong);
  }
}

async function submit(call: Call, gate: Gate, typed: Typed, fault: Fault) {
  const once = gate.pass(call, typed);
  return await submitErrorReport(call.portal.desk, {
    pageUrl: typed['page'] ?? '',
    fault,
    text: typed['text'] ?? '',
    contact: contactOf(typed),
    once,
  });
}

/** What to know before sending: an unknown site, or reports like this one. Null: nothing. */
async function noticeOf(
  { view, portal }: Call,
  pageUrl: string,
): Promise<FormPage['notice'] | null> {
  const [site, similar] = await Promise.all([
    findSiteOfPage(portal.db, pageUrl),
    findSimilarReports(portal.db, { pageUrl }),
  ]);
  if (site !== null && similar.length === 0) return null;
  const isAddress = /^\s*(?:https?:\/\/)?[^\s/@]+\.[^\s/@]+/i.test(pageUrl);
  if (site === null && !isAddress) return null;
  const told = html`<div class="note watch" role="status">
${site === null ? html`<p>${say(view, words.noSite)}</p>` : html`<p>${say(view, words.isSite, { site: site.site, unit: site.unit })}</p>`}
${similar.length === 0 ? '' : similarList(view, similar)}</div>`;
  return { told, button: formWords.sendAnyway };
}

function similarList(view: View, similar: readonly SimilarReport[]): Html {
  const items = similar.map(
    ({ pageUrl, fault, submittedAt, state, isSamePage }) =>
      html`<li><strong>${say(view, faults[fault])}</strong>
${say(view, isSamePage ? words.samePage : words.sameSite)}
 <span class="number">${chinaDate(submittedAt)}</span> ${say(view, stateWords['error-report'][state])}<br><span class="code small">${pageUrl}</span></li>`,
  );
  return html`<h2>${say(view, words.similarTitle)}</h2><p>${say(view, words.similarText)}</p><ul>${items}</ul>`;
}
