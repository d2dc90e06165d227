import { Refusal, type Language } from '#base/refusal.ts';
import { parseSettings } from '#domain/parse-settings.ts';
import type { SettingMistake, Settings } from '#domain/settings.ts';

/** The settings of a call. Refuses `settings-wrong` with all mistakes at once. */
export function settingsOf(
  environment: Readonly<Record<string, string | undefined>>,
  language: Language,
): Settings {
  const { values, mistakes } = parseSettings(environment);
  if (mistakes.length === 0) return values;
  const list = mistakes.map((mistake) => `  ${mistakeText(mistake, language)}`).join('\n');
  throw new Refusal('settings-wrong', { count: mistakes.length, mistakes: list });
}

const words = {
  zh: {
    unknown: '没有这项设置',
    'no-number': '应为整数',
    'out-of-range': '超出范围',
    empty: '不能为空；删去此变量即用默认值',
  },
  en: {
    unknown: 'there is no such setting',
    'no-number': 'must be a whole number',
    'out-of-range': 'out of range',
    empty: 'is empty; take the variable away for the default',
  },
} as const;

/** One mistake in a line: `XUNWANG_PORT: must be a whole number`. */
export function mistakeText(mistake: SettingMistake, language: Language): string {
  const { env, why, least, most } = mistake;
  const range = why === 'out-of-range' ? ` (${least ?? 0}–${most})` : '';
  return `${env}: ${words[language][why]}${range}`;
}
