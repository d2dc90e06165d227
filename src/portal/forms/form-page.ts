import { html } from 'hono/html';
import { type Refusal, type RefusalCode } from '#base/refusal.ts';
import type { Contact } from '#domain/public-matter.ts';
import { show } from '../call.ts';
import type { Html } from '../layout.ts';
import type { Call } from '../portal-context.ts';
import { puzzlePath } from '../puzzle.ts';
import { linkTo, say, type Said } from '../view.ts';
import { formWords as words } from '../words/forms.ts';
import { lineField, type Mistakes, mistakeList, saidBy, type Shown, type Typed } from './fields.ts';
import type { Gate } from './gate.ts';

/** What makes a form of a page. */
export interface FormPage {
  title: Said;
  lead: Said;
  path: string;
  gate: Gate;
  fields(shown: Shown): Html;
  /** Said above the form before it is sent, and what the button says then. */
  notice?: { told: Html; button: Said };
}

/** A form as it is first shown, or as it comes back with what is wrong and all that was typed. */
export function showForm(
  call: Call,
  form: FormPage,
  typed: Typed,
  mistakes: Mistakes,
): Response | Promise<Response> {
  const { view } = call;
  const shown: Shown = { view, typed, mistakes };
  const { notice } = form;
  const body = html`${mistakeList(shown)}
<p>${say(view, form.lead)}</p>
${notice?.told ?? ''}
<form action="${linkTo(view, form.path)}" method="post" novalidate>
${form.fields(shown)}
${form.gate.fields(call, typed)}
${notice ? html`<input type="hidden" name="seen" value="yes">` : ''}
<button type="submit">${say(view, notice?.button ?? words.send)}</button></form>`;
  const title = say(view, form.title);
  const isWrong = mistakes.size > 0;
  const page = {
    title: isWrong ? `${say(view, words.titleMistake)}${title}` : title,
    body,
    isNarrow: true,
    script: puzzlePath,
  };
  return show(call, page, { status: isWrong ? 422 : 200, keep: 'private' });
}

/** The three fields of how a writer may be reached, folded away. */
export function contactFields(shown: Shown): Html {
  const { view, typed, mistakes } = shown;
  const names = ['name', 'phone', 'email'] as const;
  const isOpen = names.some((name) => typed[name] || mistakes.has(name));
  const field = { isOptional: true, isShort: true };
  return html`<details${isOpen ? html` open` : ''}><summary>${say(view, words.contact)}</summary>
<p class="hint">${say(view, words.contactWhy)}</p>
${lineField(shown, { ...field, name: 'name', label: words.name, most: 50, complete: 'name' })}
${lineField(shown, { ...field, name: 'phone', label: words.phone, most: 20, type: 'tel', complete: 'tel' })}
${lineField(shown, { ...field, name: 'email', label: words.email, most: 200, type: 'email', complete: 'email' })}
</details>`;
}

/** What was typed there; nothing when it is empty. */
export function contactOf({ name, phone, email }: Typed): Contact | undefined {
  return name || phone || email ? { name, phone, email } : undefined;
}

/** Fields that refusals of acts are about; any other stands above the form. */
const fieldOf: Partial<Record<RefusalCode, string>> = {
  'page-url-mistake': 'page',
  'text-missing': 'text',
  'text-length': 'text',
  'same-text-often': 'text',
  'unit-unknown': 'unit',
};
const contactFieldOf: Readonly<Record<string, string>> = {
  姓名: 'name',
  电话: 'phone',
  邮箱: 'email',
};

/** Refusals that a form is shown again for, rather than a page of their own. */
const shownAgain: ReadonlySet<RefusalCode> = new Set([
  'page-url-mistake',
  'text-missing',
  'text-length',
  'same-text-often',
  'unit-unknown',
  'contact-mistake',
  'contact-key-missing',
  'form-stale',
  'form-too-fast',
  'form-by-program',
  'request-too-often',
]);

/** Mistakes of a form that an act refused; null: the refusal is not about the form. */
export function mistakesOf(refusal: Refusal): Mistakes | null {
  const { code, args } = refusal;
  if (!shownAgain.has(code)) return null;
  const ofTitle = args['field'] === '标题' ? 'title' : undefined;
  const ofContact = code === 'contact-mistake' ? contactFieldOf[String(args['field'])] : undefined;
  return new Map([[ofTitle ?? ofContact ?? fieldOf[code] ?? '', saidBy(refusal)]]);
}

/** Fields that are empty though they are wanted. */
export function missing(typed: Typed, wanted: Readonly<Record<string, Said>>): Map<string, Said> {
  return new Map(Object.entries(wanted).filter(([name]) => !typed[name]?.trim()));
}
