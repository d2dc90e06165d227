import { isHidden } from './lists.ts';
import { type Sheet, textAmount } from './sheet.ts';
import { ATTRIBUTE, attributeOf, TAG, textOf } from './tree.ts';

const LEAST_FIELDS = 3;
/** A page that shows more than this is not there to sign in. */
const LOGIN_TEXT = 600;
const FORM_NAMES = [ATTRIBUTE.id, ATTRIBUTE.class, ATTRIBUTE.name, ATTRIBUTE.action];
const NOT_FILLED = /^(?:hidden|submit|button|image|reset)$/i;

/** Whether a page is there to be filled in: a letter, an application, a sign-in; no search box. */
export function hasForm(sheet: Sheet, from: number, to: number): boolean {
  const { tree } = sheet;
  const isLong = textAmount(sheet, from, to) > LOGIN_TEXT;
  let fields = 0;
  let formEnd = 0;
  for (let node = from; node < to; node++) {
    const tag = tree.tag[node];
    if (tag === TAG.form) {
      if (fields >= LEAST_FIELDS) return true;
      [fields, formEnd] = [0, isSearch(sheet, node) ? 0 : (tree.end[node] ?? node)];
    }
    const isArea = tag === TAG.textarea;
    if (!isArea && tag !== TAG.input && tag !== TAG.select) continue;
    const type = attributeOf(tree, node, ATTRIBUTE.type) ?? '';
    if (NOT_FILLED.test(type) || isHidden(sheet, node + 1)) continue;
    if (isArea) return true;
    const isPassword = /^password$/i.test(type);
    if (isPassword && !isLong) return true;
    if (isPassword) fields = -LEAST_FIELDS;
    else if (node < formEnd) fields++;
  }
  return fields >= LEAST_FIELDS;
}

/** A form that only seeks: by what its author calls it, or by the word on its button. */
function isSearch({ tree }: Sheet, form: number): boolean {
  const names = FORM_NAMES.map((name) => attributeOf(tree, form, name) ?? '');
  if (/search|query|sousuo|jiansuo|chaxun/i.test(names.join(' '))) return true;
  for (let node = form + 1; node < (tree.end[form] ?? form); node++) {
    if (tree.tag[node] !== TAG.input && tree.tag[node] !== TAG.button) continue;
    const words = attributeOf(tree, node, ATTRIBUTE.value) ?? textOf(tree, node);
    if (/^\s*(?:搜\s*索|查\s*询|检\s*索|高级搜索|站内搜索)\s*$/.test(words)) return true;
  }
  return false;
}
