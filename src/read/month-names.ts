import { Refusal } from '#base/refusal.ts';
import { parseYaml, type YamlText } from '#base/yaml.ts';

/** Written-out months of many languages, and the words that announce a date there. */
export interface MonthNames {
  /** An alternation of all names, longest first, to build patterns from. */
  alternation: string;
  /** The month (1–12) of a name in lower case; of languages that differ, that of the first. */
  months: Map<string, number>;
  /** The same for one language (`pl`): listopada is November there, October in Croatian. */
  ofLanguage: Map<string, Map<string, number>>;
  published: RegExp;
  updated: RegExp;
  notPublished: RegExp;
  copyright: RegExp;
}

/** Name of the file this is compiled from. */
export const MONTH_FILE = 'month-names.yaml';

/** Compiles `lexicons/month-names.yaml`; a mistake is a Refusal `lexicon-mistake`. */
export function compileMonthNames(text: string): MonthNames {
  const yaml = parseYaml(text);
  const mistake = yaml.mistakes[0];
  if (mistake) refuse(mistake.line, mistake.message);
  const root = record(yaml.value);
  if (root?.['version'] !== 1) refuse(1, 'version must be 1');
  const months = new Map<string, number>();
  const ofLanguage: MonthNames['ofLanguage'] = new Map();
  const languages = root?.['languages'];
  if (!Array.isArray(languages)) return refuse(1, 'languages: must be a list');
  for (const [index, language] of languages.entries()) {
    const lists = record(language)?.['months'];
    if (!Array.isArray(lists) || lists.length !== 12) {
      return refuse(yaml.lineOf(['languages', index]), 'months: must be twelve lists of names');
    }
    const own = new Map<string, number>();
    const codes = record(language)?.['language'];
    for (const code of String(codes).split(/,\s*/)) ofLanguage.set(code, own);
    for (const [at, names] of lists.entries()) {
      for (const name of words(yaml, names, ['languages', index, 'months', at])) {
        for (const form of [name, plainOf(name)]) {
          own.set(form, at + 1);
          if (!months.has(form)) months.set(form, at + 1);
        }
      }
    }
  }
  const alternation = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
  const said = (key: string) => labels(words(yaml, root?.[key], [key]));
  const [published, updated] = [said('published'), said('updated')];
  const [notPublished, copyright] = [said('notPublished'), said('copyright')];
  return { alternation, months, ofLanguage, published, updated, notPublished, copyright };
}

function record(value: unknown): Record<string, unknown> | null {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : null;
}

function words(yaml: YamlText, value: unknown, path: (string | number)[]): string[] {
  if (!Array.isArray(value)) return refuse(yaml.lineOf(path), 'must be a list of words');
  return value.map((word: unknown) => {
    if (typeof word === 'string' && /^[\p{L}\p{M} ©]+$/u.test(word)) return word.toLowerCase();
    return refuse(yaml.lineOf(path), `no word: ${String(word)}`);
  });
}

function refuse(line: number, message: string): never {
  throw new Refusal('lexicon-mistake', { file: MONTH_FILE, line, message });
}

/** Without accents, as sloppy pages write. */
function plainOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

function labels(list: string[]): RegExp {
  const sorted = [...list].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<!\\p{L})(?:${sorted.join('|')})(?!\\p{L})`, 'giu');
}
