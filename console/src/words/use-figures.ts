import { dayWords, instantWords, shortDayWords } from './figures.ts';
import { useLanguage } from './language.ts';

/** Dates in the language of the page. */
export function useDates() {
  const language = useLanguage();
  return {
    day: (when: string) => dayWords(when, language),
    shortDay: (when: string) => shortDayWords(when, language),
    instant: (when: string) => instantWords(when, language),
  };
}
