import type { Cap, Indicator, Points } from '#domain/rubric.ts';
import { useWords } from '../words/dictionary.ts';
import { scoreWords } from '../words/figures.ts';
import { useLanguage } from '../words/language.ts';
import { lawWords } from '../words/law.ts';

/** Says the rule of an indicator as its reader would. */
export function useRuleWords(): (indicator: Indicator) => string {
  const words = useWords(lawWords);
  const language = useLanguage();
  const cap = (most: Cap) =>
    typeof most === 'number'
      ? `${language === 'zh' ? '，' : ', '}${words.cap(scoreWords(most))}`
      : '';
  const known = (points: Points, say: (text: string) => string) =>
    points === 'unknown' ? words.unknown : say(scoreWords(points));
  return ({ rule, per }) => {
    switch (rule.kind) {
      case 'each':
        return (
          known(rule.points, (text) => words.each(text, per?.[language] ?? words.one)) +
          cap(rule.cap)
        );
      case 'flat':
        return known(rule.points, words.flat);
      case 'manual':
        return known(rule.points, words.manual);
      case 'ladder':
        return rule.rungs
          .map(({ atLeast, points }) => known(points, (text) => words.rung(atLeast, text)))
          .join(language === 'zh' ? '；' : '; ');
      case 'share':
        return (
          known(rule.points, (text) => words.share(`${rule.per * 100}%`, text)) + cap(rule.cap)
        );
      case 'joint':
        return rule.counts
          .map(({ atLeast }) => (atLeast === 1 ? words.once : words.joint(atLeast)))
          .join(language === 'zh' ? '；' : '; ');
    }
  };
}
