import { readFileSync } from 'node:fs';
import type { Rubric } from '#domain/rubric.ts';
import { parseRubric } from '../parse-rubric.ts';

const FOLDER = new URL('../../../rubrics/', import.meta.url);

/** The text of a packaged rubric or overlay, for tests: `cn-census-2015`, `overlays/…`. */
export function rubricText(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8');
}

/** A packaged rubric with packaged overlays on top. */
export function packagedRubric(name: string, overlays: readonly string[] = []): Rubric {
  const layers = overlays.map((id) => ({
    file: `${id}.yaml`,
    text: rubricText(`overlays/${id}`),
  }));
  return parseRubric(rubricText(name), { file: `${name}.yaml`, overlays: layers });
}
