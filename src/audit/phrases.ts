import { Refusal } from '#base/refusal.ts';
import { parseYaml } from '#base/yaml.ts';
import { type FindingKind, findingKinds } from '#domain/finding.ts';

/** A wording of hand-made circulars and what it charges. */
export interface Phrase {
  id: string;
  pattern: RegExp;
  finding: FindingKind;
  also: FindingKind | null;
  position: 'homepage' | 'other' | null;
  ambiguous: 'named-link' | 'unnamed-channels' | null;
}

export interface PhraseBook {
  phrases: Phrase[];
  /** Long official name of a kind of office to its short one. */
  unitAliases: Record<string, string>;
}

/** Compiles `lexicons/problem-phrases.yaml`; a mistake names file and line. */
export function compilePhrases(text: string, file: string): PhraseBook {
  const yaml = parseYaml(text);
  const mistake = yaml.mistakes[0];
  if (mistake) throw lexiconMistake(file, mistake.line, mistake.message);
  const book = (yaml.value ?? {}) as { phrases?: unknown; unitAliases?: Record<string, string> };
  if (!Array.isArray(book.phrases)) throw lexiconMistake(file, 1, '`phrases` must be a list');
  const phrases = book.phrases.map((entry: unknown, index) => {
    const line = yaml.lineOf(['phrases', index]);
    return compilePhrase(entry as Record<string, unknown>, (why) =>
      lexiconMistake(file, line, why),
    );
  });
  return { phrases, unitAliases: book.unitAliases ?? {} };
}

function lexiconMistake(file: string, line: number, mistake: string): Refusal {
  return new Refusal('lexicon-mistake', { file, line, message: mistake });
}

function compilePhrase(entry: Record<string, unknown>, mistake: (why: string) => Refusal): Phrase {
  const kind = (name: unknown): FindingKind => {
    const known = findingKinds.find((candidate) => candidate === name);
    if (!known) throw mistake(`unknown finding kind ${String(name)}`);
    return known;
  };
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${String(entry.pattern)})$`, 'u');
  } catch (error) {
    throw mistake(`pattern: ${error instanceof Error ? error.message : String(error)}`);
  }
  return {
    id: String(entry.id),
    pattern,
    finding: kind(entry.finding),
    also: entry.also === undefined ? null : kind(entry.also),
    position: (entry.position as Phrase['position']) ?? null,
    ambiguous: (entry.ambiguous as Phrase['ambiguous']) ?? null,
  };
}
