import { formatPoints } from '#base/points.ts';
import type { Language } from '#base/refusal.ts';
import type { Cap, Indicator, Points } from '#domain/rubric.ts';

/** What an indicator costs, in words: `每个链接扣0.1分`, `0.1 points a link`. */
export function ruleWords({ rule, per }: Indicator, language: Language): string {
  const isZh = language === 'zh';
  const points = (value: Points) => pointsWords(value, language);
  const unit = per?.[language] ?? (isZh ? '处' : 'item');
  switch (rule.kind) {
    case 'each':
    case 'share': {
      if (rule.points === 'unknown') return points(rule.points);
      const text = isZh ? `每${unit}${points(rule.points)}` : `${points(rule.points)} a ${unit}`;
      return text + capWords(rule.cap, language);
    }
    case 'flat':
      return points(rule.points);
    case 'manual':
      return isZh ? `人工评定，${points(rule.points)}` : `by a person, ${points(rule.points)}`;
    case 'ladder':
      return rule.rungs.map((rung) => `≥${rung.atLeast}: ${points(rung.points)}`).join(' / ');
    case 'joint': {
      const counts = rule.counts.map((count) => `≥${count.atLeast}`).join(isZh ? ' 或 ' : ' or ');
      return isZh ? `否决：${counts}` : `veto: ${counts}`;
    }
  }
}

function pointsWords(points: Points, language: Language): string {
  if (points === 'unknown') return language === 'zh' ? '分值未知' : 'points unknown';
  const text = formatPoints(points);
  return language === 'zh' ? `${text}分` : `${text} ${text === '1' ? 'point' : 'points'}`;
}

function capWords(cap: Cap, language: Language): string {
  if (typeof cap !== 'number') return '';
  return language === 'zh' ? `，最多${formatPoints(cap)}分` : `, at most ${formatPoints(cap)}`;
}
