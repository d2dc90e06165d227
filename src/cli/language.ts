import { Refusal, type Language } from '#base/refusal.ts';

/**
 * The language of a call: `--lang`, else the locale of the environment, else Chinese. `C`, `POSIX`
 * and an unset locale say nothing, so they mean Chinese, the language of the product's users.
 */
export function chooseLanguage(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = languageOption(argv);
  if (asked !== null) {
    if (asked !== 'zh' && asked !== 'en')
      throw new Refusal('language-unknown', { language: asked });
    return asked;
  }
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  if (/^(?:zh|$)/i.test(locale) || /^(?:C|POSIX)\b/.test(locale)) return 'zh';
  return 'en';
}

function languageOption(argv: readonly string[]): string | null {
  for (const [index, word] of argv.entries()) {
    if (word === '--') return null;
    if (word.startsWith('--lang=')) return word.slice('--lang='.length);
    if (word === '--lang') return argv[index + 1] ?? '';
  }
  return null;
}
