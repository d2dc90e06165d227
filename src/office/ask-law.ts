import { parseYaml } from '#base/yaml.ts';
import { Refusal } from '#base/refusal.ts';
import type { Rubric, RubricDifference, RubricWarning } from '#domain/rubric.ts';
import { listPackagedRubrics, listRubrics, loadLexiconTexts } from '#store/load-data.ts';
import { compareRubrics, packagedRubrics, studyRubric } from './study-rubrics.ts';

/** A packaged rubric, in the list of them. */
export interface RubricHead {
  ref: Rubric['ref'];
  title: Rubric['title'];
  vetoes: number;
  deductions: number;
  bonus: number;
}

/** The rubrics that come with the service. A used one never changes: a change is another version. */
export function askRubrics(): RubricHead[] {
  return packagedRubrics().map((rubric) => ({
    ref: rubric.ref,
    title: rubric.title,
    vetoes: rubric.vetoes.length,
    deductions: rubric.deductions.length,
    bonus: rubric.bonus.length,
  }));
}

/** One packaged rubric, and what its user should know. Refuses an unknown one. */
export function askRubric(id: string): { rubric: Rubric; warnings: RubricWarning[] } {
  // Packaged ones alone: a path would read any file of this machine.
  if (!listRubrics().includes(id)) {
    throw new Refusal('rubric-unknown', { rubric: id, known: listPackagedRubrics().join(', ') });
  }
  return studyRubric(id, []);
}

/** Where one packaged rubric differs from another. */
export function askRubricDifferences(from: string, to: string): RubricDifference[] {
  return compareRubrics(askRubric(from).rubric, askRubric(to).rubric);
}

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
