import { html } from 'hono/html';
import { Refusal } from '#base/refusal.ts';
import { inquiryKindNames, inquiryKinds, type NewInquiry } from '#domain/inquiry.ts';
import { listUnitsForInquiries, unitsMeant } from '#office/list-published-inquiries.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { areaField, choiceField, lineField, listField, type Shown } from '../forms/fields.ts';
import type { Mistakes, Typed } from '../forms/fields.ts';
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
import { linkTo, type Said, say } from '../view.ts';
import { askWords as words } from '../words/forms.ts';
import { frameWords } from '../words/frame.ts';
import { showMatter } from './matter-page.ts';

/** More units than a list that anybody reads: then part of a name is typed. */
const MOST_LISTED = 300;
const MOST_NAMED = 8;

type Units = Awaited<ReturnType<typeof listUnitsForInquiries>>;

/** Something is asked, complained of, suggested, or help is called for (网络问政). */
export function askRoutes(gate: Gate): readonly PortalRoute[] {
  return [
    {
      method: 'get',
      path: '/ask',
      answer: async (call) => showForm(call, await formOf(call, gate), {}, new Map()),
    },
    { method: 'post', path: '/ask', answer: (call) => send(call, gate) },
  ];
}

async function formOf({ portal }: Call, gate: Gate): Promise<FormPage> {
  const known = await listUnitsForInquiries(portal.db, MOST_LISTED + 1);
  return {
    title: frameWords.ask,
    lead: words.lead,
    path: '/ask',
    gate,
    fields: (shown) => fields(shown, known),
  };
}

function fields(shown: Shown, units: Units): Html {
  const { view } = shown;
  const kinds = inquiryKindNames.map((value) => ({ value, said: inquiryKinds[value] }));
  const answers = [
    { value: 'yes', said: words.yes },
    { value: 'no', said: words.no },
  ];
  return html`<p><a href="${linkTo(view, '/answers')}">${say(view, words.readFirst)}</a></p>
${choiceField(shown, { name: 'kind', label: words.kind, choices: kinds, isAcross: true })}
${unitField(shown, units)}
${lineField(shown, { name: 'title', label: words.title, most: 100 })}
${areaField(shown, { name: 'text', label: words.text, hint: words.textHint, most: 5000 })}
${choiceField(shown, {
  name: 'mayPublish',
  label: words.mayPublish,
  hint: words.mayPublishHint,
  choices: answers,
  isAcross: true,
})}
${contactFields(shown)}`;
}

function unitField(shown: Shown, units: Units): Html {
  const field = { name: 'unit', label: words.unit, isOptional: true };
  if (units.length > MOST_LISTED) {
    return lineField(shown, { ...field, hint: words.unitName, most: 100 });
  }
  const options = units.map(({ id, name }) => ({ value: String(id), text: name }));
  return listField(shown, { ...field, hint: words.unitHint, none: words.unitNone, options });
}

async function send(call: Call, gate: Gate): Promise<Response> {
  const { portal } = call;
  const typed = await readForm(call);
  const before = await gate.sentBefore(call, typed);
  if (before !== null) return await showMatter(call, before, { isNew: true });
  const read = await readInquiry(call, typed);
  if ('mistakes' in read) return showForm(call, await formOf(call, gate), typed, read.mistakes);
  try {
    const once = gate.pass(call, typed);
    const made = await submitInquiry(portal.desk, { ...read, contact: contactOf(typed), once });
    return await showMatter(call, made.receipt, { isNew: true });
  } catch (error) {
    const wrong = error instanceof Refusal ? mistakesOf(error) : null;
    if (wrong === null) throw error;
    portal.refused?.(error as Refusal);
    return await showForm(call, await formOf(call, gate), typed, wrong);
  }
}

async function readInquiry(call: Call, typed: Typed): Promise<NewInquiry | { mistakes: Mistakes }> {
  const mistakes = missing(typed, {
    kind: words.kindMissing,
    title: words.titleMissing,
    text: words.textMissing,
    mayPublish: words.mayPublishMissing,
  });
  const kind = inquiryKindNames.find((one) => one === typed['kind']);
  if (kind === undefined) mistakes.set('kind', words.kindMissing);
  const unit = await unitOf(call, typed['unit']?.trim() ?? '');
  if (unit !== null && typeof unit === 'object') mistakes.set('unit', unit);
  if (mistakes.size > 0 || kind === undefined) return { mistakes };
  return {
    kind,
    ...(typeof unit === 'number' && { unitId: unit }),
    title: typed['title'] ?? '',
    text: typed['text'] ?? '',
    mayPublish: typed['mayPublish'] === 'yes',
  };
}

/** The unit that is meant; null: none is named; else why it is not clear. */
async function unitOf({ portal }: Call, typed: string): Promise<number | Said | null> {
  if (typed === '') return null;
  const meant = await unitsMeant(portal.db, typed.slice(0, 100), MOST_NAMED);
  const [only] = meant;
  if (only && meant.length === 1) return only.id;
  const names = meant.map(({ name }) => name);
  const args = { unit: typed.slice(0, 40), names: names.join('、') || '—' };
  return {
    zh: say({ language: 'zh' }, words.unitMany, args),
    en: say({ language: 'en' }, words.unitMany, args),
  };
}
