import { formatPoints } from '#base/points.ts';
import type { Cap, Points, Rule, Selector } from '#domain/rubric.ts';

/** Points as tables show them: `0.1`, or `unknown`. */
export function pointsText(points: Points): string {
  return points === 'unknown' ? points : formatPoints(points);
}

/** A rule in one line, language-neutral: `each 0.1`, `joint ≥5 | ≥10`, `each 3, cap 9`. */
export function describeRule(rule: Rule): string {
  switch (rule.kind) {
    case 'each':
      return `each ${pointsText(rule.points)}${capText(rule.cap)}`;
    case 'flat':
    case 'manual':
      return `${rule.kind} ${pointsText(rule.points)}`;
    case 'ladder': {
      const rungs = rule.rungs.map((rung) => `≥${rung.atLeast}: ${pointsText(rung.points)}`);
      return `ladder ${rungs.join(' | ')}`;
    }
    case 'share': {
      const step = `${rule.per * 100} % of ${rule.member}`;
      return `${pointsText(rule.points)} per ${step}, parts ${rule.parts}${capText(rule.cap)}`;
    }
    case 'joint':
      return `joint ${rule.counts.map((count) => `≥${count.atLeast}`).join(' | ')}`;
  }
}

function capText(cap: Cap): string {
  return cap === 'none' ? '' : `, cap ${pointsText(cap)}`;
}

/** A selector in one line: `channel-stale (news, notices; level ≤ 1; not historical)`. */
export function describeSelector(selector: Selector): string {
  const { kinds, position, channelKinds, maxLevel, historical, measure } = selector;
  const filters = [
    position ?? '',
    channelKinds?.join(', ') ?? '',
    maxLevel === null ? '' : `level ≤ ${maxLevel}`,
    historical === null ? '' : historical ? 'historical' : 'not historical',
    ...measure.map((test) => `${test.member} ${test.is === 'equal' ? '=' : '≥'} ${test.value}`),
  ].filter((filter) => filter !== '');
  return `${kinds.join(', ')}${filters.length > 0 ? ` (${filters.join('; ')})` : ''}`;
}
