import { useLanguage } from './language.ts';

type Phrase = string | ((...args: never[]) => string);
type Other<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends object
        ? Other<T[K]>
        : never;
};
interface Phrases {
  [key: string]: Phrase | Phrases;
}

/** The same words in both languages. A missing one fails the compiler. */
export interface Dictionary<T> {
  zh: T;
  en: T;
}

/** Chinese first: it says which words there are; English must have all of them. */
export function dictionary<const T extends Phrases>(zh: T, en: Other<T>): Dictionary<Other<T>> {
  return { zh: zh as unknown as Other<T>, en };
}

/** A dictionary in the language of the page. */
export function useWords<T>({ zh, en }: Dictionary<T>): T {
  return useLanguage() === 'zh' ? zh : en;
}

/** The word of a value that may be newer than the dictionary: then the value itself. */
export function wordOf(words: object, value: string): string {
  return (words as Record<string, string | undefined>)[value] ?? value;
}
