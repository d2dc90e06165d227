import { closeByEndTag, isTablePart, type Stack } from './nesting.ts';
import { TAG } from './tree.ts';

/**
 * Whether a start tag inside `<select>` counts for nothing, as the standard has it: a choice
 * holds words only, so links in it lead nowhere. Some tags end the choice first.
 */
export function isDroppedInSelect(stack: Stack, tag: number): boolean {
  if (!stack.open[TAG.select]) return false;
  if (tag === TAG.option || tag === TAG.optgroup || tag === TAG.hr) return false;
  if (tag === TAG.script || tag === TAG.template) return false;
  if (tag === TAG.select) {
    closeByEndTag(stack, TAG.select);
    return true;
  }
  const isEnd = tag === TAG.input || tag === TAG.textarea;
  if (!isEnd && !(isTablePart(tag) && isInTable(stack))) return true;
  closeByEndTag(stack, TAG.select);
  return false;
}

/** The same for end tags. */
export function isEndDroppedInSelect(stack: Stack, tag: number): boolean {
  if (!stack.open[TAG.select]) return false;
  if (tag === TAG.option || tag === TAG.optgroup || tag === TAG.select) return false;
  if (!isTablePart(tag) || !isInTable(stack) || !stack.open[tag]) return true;
  closeByEndTag(stack, TAG.select);
  return false;
}

/** Whether the choice was begun in a table, outside its cells or in them. */
function isInTable(stack: Stack): boolean {
  return (stack.open[TAG.table] ?? 0) > 0;
}
