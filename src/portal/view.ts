import type { Language } from '#base/refusal.ts';

/** A sentence in both languages of the portal. */
export interface Said {
  zh: string;
  en: string;
}

/** For whom a page is made, and where it stands. */
export interface View {
  language: Language;
  /** What every address begins with, as browsers see it: `/public`, or nothing. */
  base: string;
  /** Address within the portal, without the language: `/rounds/3`. */
  path: string;
  /** What the office calls its portal. */
  name: string;
  /** Where the portal is reached from outside: `https://jiandu.example.gov.cn`. */
  origin: string;
}

/** A sentence in the reader's language, with its `{arguments}` filled in. */
export function say(
  { language }: Pick<View, 'language'>,
  said: Said,
  args: Readonly<Record<string, string | number>> = {},
): string {
  return said[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in args ? String(args[name]) : whole,
  );
}

/** Address of a page in the reader's language. */
export function linkTo({ base, language }: Pick<View, 'base' | 'language'>, path: string): string {
  return `${base}${language === 'en' ? '/en' : ''}${path}`;
}

/** Address of what has no language: style, pictures, data. */
export function plainLink({ base }: Pick<View, 'base'>, path: string): string {
  return `${base}${path}`;
}

/** The same from outside: for feeds, mail and other people's pages. */
export function fullLink(view: View, path: string): string {
  return `${view.origin}${linkTo(view, path)}`;
}
