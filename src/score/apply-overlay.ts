import type { Indicator, Marked, MarkedTerms, Rubric, Rule, Scale } from '#domain/rubric.ts';
import type { SiteKind } from '#domain/site.ts';
import { siteKinds } from './known-names.ts';
import type { Overlay } from './parse-overlay.ts';
import { member, note, type Place } from './rubric-sheet.ts';

/** Notes what an overlay names that its rubric does not have. */
export function checkOverlay(rubric: Rubric, overlay: Overlay, place: Place): void {
  const { id } = rubric.ref;
  if (!overlay.on.includes(id)) {
    const known = overlay.on.join(', ');
    note(member(place, 'on'), 'other-rubric', { overlay: overlay.id, rubric: id, known });
  }
  const priced = [...rubric.deductions, ...rubric.bonus].filter(({ rule }) => 'points' in rule);
  for (const [key] of overlay.points) {
    if (priced.some((indicator) => indicator.id === key)) continue;
    note(member(member(place, 'points'), key), 'not-to-change', { key });
  }
  const bonus = member(member(place, 'scale'), 'bonus');
  if (bonus.value !== undefined && rubric.scale.bonus === null) {
    note(bonus, 'not-to-change', { key: 'bonus' });
  }
}

/** The rubric with an overlay's values, each carrying the overlay's mark and source. */
export function applyOverlay(rubric: Rubric, overlay: Overlay): Rubric {
  const { id, title, mark, source } = overlay;
  const points = new Map(overlay.points);
  const priced = (indicator: Indicator): Indicator => {
    const changed = points.get(indicator.id);
    if (changed === undefined || !('points' in indicator.rule)) return indicator;
    const rule: Rule = { ...indicator.rule, points: changed };
    return { ...indicator, mark, rule, note: said(overlay) };
  };
  const classes = { ...rubric.classes };
  for (const [kind, rescale] of overlay.rescale) {
    classes[kind] = { ...classes[kind], rescale, mark, note: said(overlay) };
  }
  return {
    ...rubric,
    scale: changeScale(rubric.scale, overlay),
    classes,
    terms: changeTerms(rubric.terms, overlay),
    deductions: rubric.deductions.map(priced),
    bonus: rubric.bonus.map(priced),
    overlays: [...rubric.overlays, { id, title, mark, source }],
  };
}

function said(overlay: Overlay): string {
  return overlay.note ?? overlay.source;
}

function changeScale(scale: Scale, overlay: Overlay): Scale {
  const { passLine, vetoScore, maxUnmeasuredShare, bonusMaximum, bonusOpensAbove } = overlay.scale;
  const marked = <T>(value: T): Marked<T> => ({ value, mark: overlay.mark, note: said(overlay) });
  const changed = <T>(value: T | undefined, old: Marked<T>) =>
    value === undefined ? old : marked(value);
  return {
    ...scale,
    passLine: changed(passLine, scale.passLine),
    vetoScore:
      vetoScore === undefined ? scale.vetoScore : vetoScore === 'none' ? null : marked(vetoScore),
    maxUnmeasuredShare: changed(maxUnmeasuredShare, scale.maxUnmeasuredShare),
    bonus: scale.bonus && {
      maximum: changed(bonusMaximum, scale.bonus.maximum),
      opensAbove: changed(bonusOpensAbove, scale.bonus.opensAbove),
    },
  };
}

function changeTerms(terms: Rubric['terms'], overlay: Overlay): Rubric['terms'] {
  const changed: Record<SiteKind, MarkedTerms> = { ...terms };
  for (const { scope, key, value } of overlay.terms) {
    for (const kind of scope === 'all' ? siteKinds : [scope]) {
      const marked = { value, mark: overlay.mark, note: said(overlay) };
      changed[kind] = { ...changed[kind], [key]: marked };
    }
  }
  return changed;
}
