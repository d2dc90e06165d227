import type { Cap, Points, Rule } from '#domain/rubric.ts';
import type { Language } from '../../words/language.ts';

/** A rule of a rubric in a line of the reader's language: 每个扣 0.1 分，最多 9 分. */
export function ruleOf(rule: Rule, language: Language): string {
  const say = language === 'zh' ? chinese : english;
  switch (rule.kind) {
    case 'each':
      if (rule.points === 'unknown') return say.unknown;
      return say.each(pointsOf(rule.points, say)) + capOf(rule.cap, say);
    case 'flat':
      return say.flat(pointsOf(rule.points, say));
    case 'manual':
      return say.manual(pointsOf(rule.points, say));
    case 'ladder':
      return rule.rungs
        .map(({ atLeast, points }) => say.rung(atLeast, pointsOf(points, say)))
        .join(say.comma);
    case 'share':
      return say.share(rule.per * 100, pointsOf(rule.points, say)) + capOf(rule.cap, say);
    case 'joint':
      return rule.counts.map(({ atLeast }) => say.count(atLeast)).join(say.or);
  }
}

const chinese = {
  unknown: '分值未知',
  each: (points: string) => `每个扣 ${points} 分`,
  flat: (points: string) => `扣 ${points} 分`,
  manual: (points: string) => `人工评定，${points} 分`,
  rung: (least: number, points: string) => `达到 ${least} 个扣 ${points} 分`,
  share: (per: number, points: string) => `每 ${per}% 扣 ${points} 分`,
  count: (least: number) => `${least} 个以上`,
  cap: (points: string) => `，最多 ${points} 分`,
  comma: '；',
  or: ' 或 ',
};

const english: typeof chinese = {
  unknown: 'points unknown',
  each: (points) => `${points} each`,
  flat: (points) => `${points}`,
  manual: (points) => `${points}, by hand`,
  rung: (least, points) => `${points} from ${least}`,
  share: (per, points) => `${points} for each ${per}%`,
  count: (least) => `${least} or more`,
  cap: (points) => `, at most ${points}`,
  comma: '; ',
  or: ' or ',
};

function pointsOf(points: Points, { unknown }: typeof chinese): string {
  return points === 'unknown' ? unknown : String(points / 100);
}

function capOf(cap: Cap, say: typeof chinese): string {
  return cap === 'none' ? '' : say.cap(cap === 'unknown' ? say.unknown : String(cap / 100));
}
