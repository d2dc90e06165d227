import { present } from '#base/assert.ts';
import type { Run } from '#domain/circular.ts';

const SLOT = /\{(\w+)\}/g;

/** Names of the slots of a template, in order. */
export function slotsOf(template: string): string[] {
  return [...template.matchAll(SLOT)].map((match) => match[1] ?? '');
}

/** A template with its `{slots}` filled by runs (or one run); words between stay words. */
export function fill(template: string, slots: Record<string, Run | Run[]>): Run[] {
  const runs = template.split(/(\{\w+\})/).flatMap((part): Run[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part === '' ? [] : [{ text: part }];
    const value = present(slots[name], `the template has no value for {${name}}: ${template}`);
    return Array.isArray(value) ? value : [value];
  });
  return runs;
}

/** The same with plain texts, for phrases. Only what the template names is worked out. */
export function fillText(
  template: string,
  slots: Readonly<Record<string, string | (() => string)>>,
): string {
  return template.replace(SLOT, (_, name: string) => {
    const value = present(slots[name], `the template has no value for {${name}}: ${template}`);
    return typeof value === 'string' ? value : value();
  });
}

/** Runs joined by a separator of words. */
export function join(items: readonly Run[][], separator: string): Run[] {
  return items.flatMap((item, index) => (index === 0 ? item : [{ text: separator }, ...item]));
}

/** Runs that end with a full stop, whatever they ended with before. */
export function sentence(runs: readonly Run[]): Run[] {
  const last = runs.at(-1);
  if (!last || /[。！？；：]$/.test(last.text)) return [...runs];
  return [...runs, { text: '。' }];
}

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as Chinese numerals for headings: 一, 十, 十二, 二十. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`;
  return head + (ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? ''));
}
