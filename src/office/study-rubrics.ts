import type { Rubric, RubricDifference, RubricWarning } from '#domain/rubric.ts';
import { checkRubric } from '#score/check-rubric.ts';
import { renderRubricDoc } from '#score/render-rubric-doc.ts';
import { diffRubrics } from '#score/diff-rubrics.ts';
import { listRubrics } from '#store/load-data.ts';
import { loadRubric } from './run-instruments.ts';

/** The packaged rubrics, parsed. */
export function packagedRubrics(): Rubric[] {
  return listRubrics().map((id) => loadRubric(id, []).rubric);
}

/** One rubric, packaged or the user's own. */
export function studyRubric(
  idOrPath: string,
  overlays: readonly string[],
): { rubric: Rubric; warnings: RubricWarning[] } {
  const { rubric } = loadRubric(idOrPath, overlays);
  return { rubric, warnings: checkRubric(rubric) };
}

/** A rubric as Markdown tables, as `docs/rubrics.md` shows the packaged ones. */
export function rubricAsMarkdown(rubric: Rubric): string {
  return renderRubricDoc(rubric);
}

/** What differs between two rubrics. */
export function compareRubrics(one: Rubric, other: Rubric): RubricDifference[] {
  return diffRubrics(one, other);
}
