import type { Indicator, Rubric } from '#domain/rubric.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { rubricPlaceWords } from '../../words/rubric-places.ts';
import { channelKindWords } from '../../words/sites.ts';
import { kindWords, siteKindWords } from '../../words/states.ts';
import { useRuleWords } from '../../parts/rule-words.ts';

/** One place in which two rubrics differ, as the API tells it. */
interface Place {
  part: 'indicator' | 'scale' | 'class' | 'term' | 'advice';
  where: string;
}

/** Names a place of a rubric, and says what it holds, as readers of the rubric would. */
export function useRubricPlaces(rubrics: readonly (Rubric | undefined)[]): {
  nameOf(place: Place): string;
  valueOf(place: Place, value: string, of: Rubric | undefined): string;
} {
  const words = useWords(rubricPlaceWords);
  const ruleOf = useRuleWords();
  const language = useLanguage();
  const kinds = useWords(kindWords);
  const channels = useWords(channelKindWords);
  const sites = useWords(siteKindWords);
  const titleOf = (id: string) =>
    rubrics.map((rubric) => indicatorOf(rubric, id)?.title[language]).find(Boolean) ?? id;
  const nameOf = ({ part, where }: Place) => {
    if (part === 'scale') return wordOf(words.scale, where);
    if (part === 'advice') return wordOf(kinds, where);
    const [first = '', ...rest] = where.split('.');
    const field = rest.map((one) => wordOf(words.fields, one)).join('.');
    const owner =
      part === 'indicator' ? titleOf(first) : first === 'all' ? words.all : wordOf(sites, first);
    return field === '' ? owner : `${owner} · ${field}`;
  };
  const named: Record<string, string> = { ...channels, ...kinds };
  const valueOf = ({ part, where }: Place, value: string, of: Rubric | undefined) => {
    const [id = '', field = 'rule'] = where.split('.');
    const indicator = part === 'indicator' && field === 'rule' ? indicatorOf(of, id) : undefined;
    if (indicator) return ruleOf(indicator);
    if (value === 'none') return words.none;
    if (value === 'unknown') return words.unknown;
    return value.replace(/[a-z]+(?:-[a-z0-9]+)*/g, (one) => named[one] ?? one);
  };
  return { nameOf, valueOf };
}

function indicatorOf(rubric: Rubric | undefined, id: string): Indicator | undefined {
  if (!rubric) return undefined;
  return [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus].find((one) => one.id === id);
}
