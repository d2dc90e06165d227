import { parseYaml } from '#base/yaml.ts';
import { loadLexiconTexts } from '#store/load-data.ts';

/** A lexicon: the words that the reader knows channels, dates and faults by. */
export interface LexiconSheet {
  name: string;
  version: string;
  /** What its file says of itself: where the words are from and how they are matched. */
  about: string;
  value: Record<string, unknown>;
}

/** The packaged lexicons, by name. */
export function askLexicons(): LexiconSheet[] {
  return Object.entries(loadLexiconTexts()).map(([file, text]) => {
    const { value } = parseYaml(text);
    const { version = 1, ...rest } = value as { version?: unknown } & Record<string, unknown>;
    const name = file.replace(/\.yaml$/, '');
    return { name, version: String(version), about: headOf(text), value: rest };
  });
}

/** The comment that a file begins with. */
function headOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s?/, ''))
    .join('\n')
    .trim();
}
