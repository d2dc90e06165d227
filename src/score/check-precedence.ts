import type { Indicator } from '#domain/rubric.ts';
import { member, note, type Place } from './rubric-sheet.ts';
import { commonKind } from './select-findings.ts';

/**
 * Notes deductions that could charge the same finding without saying which comes first: one fact
 * is charged once, so an overlap must be stated by `after`.
 */
export function checkPrecedence(deductions: readonly Indicator[], list: Place): void {
  for (const [index, indicator] of deductions.entries()) {
    const place = member(list, index);
    const earlier = deductions.slice(0, index);
    for (const [at, id] of indicator.after.entries()) {
      if (earlier.some((other) => other.id === id)) continue;
      note(member(member(place, 'after'), at), 'after-unknown', { found: id });
    }
    for (const other of earlier) {
      const kind = overlap(other, indicator);
      if (kind === null || indicator.after.includes(other.id)) continue;
      note(member(place, 'takes'), 'overlap', { id: indicator.id, other: other.id, kind });
    }
  }
}

function overlap(a: Indicator, b: Indicator): string | null {
  for (const one of a.takes) {
    for (const other of b.takes) {
      const kind = commonKind(one, other);
      if (kind !== null) return kind;
    }
  }
  return null;
}
