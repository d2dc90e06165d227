import { html, raw } from 'hono/html';
import { type Language, type Refusal, refusalText } from '#base/refusal.ts';
import type { Html } from '../layout.ts';
import { say, type Said, type View } from '../view.ts';
import { formWords as words } from '../words/forms.ts';

// Fields in one column, each with a name that says what is wanted, a hint, and what is wrong with
// it. Whatever was typed is in it again when the form comes back.

/** What is wrong with which field, in the order of the form. */
export type Mistakes = ReadonlyMap<string, Said>;

/** What was typed, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;

/** A form as it is shown: for whom, what was typed, what is wrong. */
export interface Shown {
  view: View;
  typed: Typed;
  mistakes: Mistakes;
}

interface Field {
  name: string;
  label: Said;
  hint?: Said;
  /** Said behind the name; what is not optional is wanted. */
  isOptional?: boolean;
}

/** The words of a refusal in both languages. */
export function saidBy({ code, args }: Refusal): Said {
  const inWords = (language: Language) => refusalText(code, args, language);
  return { zh: inWords('zh'), en: inWords('en') };
}

/** All mistakes on top of the form, each leading to its field. */
export function mistakeList({ view, mistakes }: Pick<Shown, 'view' | 'mistakes'>): Html | '' {
  if (mistakes.size === 0) return '';
  const items = [...mistakes].map(([name, said]) => {
    const text = say(view, said);
    return html`<li>${name === '' ? text : html`<a href="#${name}">${text}</a>`}</li>`;
  });
  return html`<div class="mistakes" role="alert" aria-labelledby="mistakes"><h2 id="mistakes">${say(view, words.mistakes)}</h2><ul>${items}</ul></div>`;
}

/** Around a field: name, hint and mistake, all tied to it. */
function around(shown: Shown, field: Field, input: Html): Html {
  const { view, mistakes } = shown;
  const { name, hint } = field;
  const wrong = mistakes.get(name);
  return html`<div class="field${wrong ? ' wrong' : ''}"><label for="${name}">${labelOf(view, field)}</label>
${hint ? html`<p class="hint" id="${name}-hint">${say(view, hint)}</p>` : ''}
${wrong ? html`<p class="mistake" id="${name}-mistake">${say(view, wrong)}</p>` : ''}
${input}</div>`;
}

function labelOf(view: View, { label, isOptional = false }: Field): string {
  return isOptional ? `${say(view, label)}${say(view, words.optional)}` : say(view, label);
}

/** Names what describes a field, and says when it is wrong. */
function tied({ mistakes }: Shown, { name, hint, isOptional }: Field): Html {
  const parts = [hint && `${name}-hint`, mistakes.has(name) && `${name}-mistake`].filter(Boolean);
  const described = parts.length > 0 ? html` aria-describedby="${parts.join(' ')}"` : '';
  const wrong = mistakes.has(name) ? raw(' aria-invalid="true"') : '';
  return html`${described}${wrong}${isOptional ? '' : raw(' required')}`;
}

/** A line of text. */
export function lineField(
  shown: Shown,
  field: Field & {
    type?: 'text' | 'url' | 'email' | 'tel';
    most: number;
    complete?: string;
    isShort?: boolean;
  },
): Html {
  const { name, type = 'text', most, complete = 'off', isShort = false } = field;
  const value = shown.typed[name] ?? '';
  return around(
    shown,
    field,
    html`<input type="${type}" id="${name}" name="${name}" value="${value}" maxlength="${most}" autocomplete="${complete}" class="${isShort ? 'short' : ''}"${tied(shown, field)}>`,
  );
}

/** Several lines of text. */
export function areaField(shown: Shown, field: Field & { most: number; isLow?: boolean }): Html {
  const { name, most, isLow = false } = field;
  return around(
    shown,
    field,
    html`<textarea id="${name}" name="${name}" maxlength="${most}" rows="${isLow ? 3 : 6}" class="${isLow ? 'low' : ''}"${tied(shown, field)}>
${shown.typed[name] ?? ''}</textarea>`,
  );
}

/** One of a few. */
export function choiceField(
  shown: Shown,
  field: Field & { choices: readonly { value: string; said: Said }[]; isAcross?: boolean },
): Html {
  const { view, typed, mistakes } = shown;
  const { name, hint, choices, isAcross = false } = field;
  const wrong = mistakes.get(name);
  const parts = [hint && `${name}-hint`, wrong && `${name}-mistake`].filter(Boolean);
  const described = parts.length > 0 ? html` aria-describedby="${parts.join(' ')}"` : '';
  const items = choices.map(({ value, said }, index) => {
    const id = index === 0 ? name : `${name}-${value}`;
    const checked = typed[name] === value ? raw(' checked') : '';
    return html`<label for="${id}"><input type="radio" id="${id}" name="${name}" value="${value}" required${checked}> <span>${say(view, said)}</span></label>`;
  });
  return html`<fieldset class="field${wrong ? ' wrong' : ''}"${described}><legend>${labelOf(view, field)}</legend>
${hint ? html`<p class="hint" id="${name}-hint">${say(view, hint)}</p>` : ''}
${wrong ? html`<p class="mistake" id="${name}-mistake">${say(view, wrong)}</p>` : ''}
<div class="choices${isAcross ? ' across' : ''}">${items}</div></fieldset>`;
}

/** One of a list. */
export function listField(
  shown: Shown,
  field: Field & { none: Said; options: readonly { value: string; text: string }[] },
): Html {
  const { name, none, options } = field;
  const items = options.map(({ value, text }) => {
    const selected = shown.typed[name] === value ? raw(' selected') : '';
    return html`<option value="${value}"${selected}>${text}</option>`;
  });
  return around(
    shown,
    field,
    html`<select id="${name}" name="${name}"${tied(shown, field)}><option value="">${say(shown.view, none)}</option>${items}</select>`,
  );
}
