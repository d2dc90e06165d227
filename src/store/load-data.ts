import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#base/refusal.ts';
import type { NamedText } from '#domain/run-settings.ts';
import { onDisk } from './disk-refusal.ts';

/** The package's own folder: this file lies two levels below it, as source and compiled alike. */
const packageRoot = new URL('../../', import.meta.url);

/** The text of a rubric; `file` is named in messages about its mistakes. */
export interface RubricText extends NamedText {
  id: string;
}

/** Ids of the packaged rubrics, sorted. */
export function listRubrics(): string[] {
  return yamlFiles('rubrics').map((file) => basename(file, '.yaml'));
}

/** Ids of the packaged rubrics and overlays, sorted. */
export function listPackagedRubrics(): string[] {
  const overlays = yamlFiles('rubrics/overlays').map((file) => basename(file, '.yaml'));
  return [...listRubrics(), ...overlays].sort();
}

/**
 * A packaged rubric or overlay by its id, or a file of the user's by its path (it ends in `.yaml`
 * or `.yml`, or holds a slash). Refuses `rubric-unknown` with the known ones, and `file-missing`.
 */
export function loadRubricText(idOrPath: string): RubricText {
  if (/[\\/]|\.ya?ml$/i.test(idOrPath)) {
    const id = basename(idOrPath).replace(/\.ya?ml$/i, '');
    return { id, file: idOrPath, text: readTextFile(idOrPath) };
  }
  const folder = ['rubrics', 'rubrics/overlays'].find((one) =>
    yamlFiles(one).includes(`${idOrPath}.yaml`),
  );
  if (folder === undefined) {
    throw new Refusal('rubric-unknown', { rubric: idOrPath, known: listRubrics().join(', ') });
  }
  const file = `${folder}/${idOrPath}.yaml`;
  return { id: idOrPath, file, text: readTextFile(fileURLToPath(new URL(file, packageRoot))) };
}

/** All packaged lexicons: their texts by file name (`channel-kinds.yaml`). */
export function loadLexiconTexts(): Record<string, string> {
  const texts = yamlFiles('lexicons').map((file) => {
    const path = fileURLToPath(new URL(`lexicons/${file}`, packageRoot));
    return [file, readTextFile(path)];
  });
  return Object.fromEntries(texts);
}

/** The text of a packaged wording file, by its name without `.yaml`. */
export function loadWordingText(name: string): string {
  return readTextFile(fileURLToPath(new URL(`wording/${name}.yaml`, packageRoot)));
}

/** A packaged JSON Schema, by its name without `.schema.json`. */
export function loadSchemaText(name: 'open-data' | 'result' | 'scores'): string {
  return readTextFile(fileURLToPath(new URL(`docs/${name}.schema.json`, packageRoot)));
}

/** The packaged ladder of escalation; `file` is named in messages about its mistakes. */
export function loadLadderText(): NamedText {
  const file = 'clocks/escalation-ladder.yaml';
  return { file, text: readTextFile(fileURLToPath(new URL(file, packageRoot))) };
}

/** The packaged clocks of the office; `file` is named in messages about their mistakes. */
export function loadClocksText(): NamedText {
  const file = 'clocks/office-clocks.yaml';
  return { file, text: readTextFile(fileURLToPath(new URL(file, packageRoot))) };
}

/** A packaged JSON Schema: `result` for `docs/result.schema.json`. */
export function loadSchema(name: string): object {
  const path = fileURLToPath(new URL(`docs/${name}.schema.json`, packageRoot));
  return JSON.parse(readTextFile(path)) as object;
}

/** A text file in UTF-8 that a user named, without its byte order mark. Refuses `file-missing`. */
export function readTextFile(path: string): string {
  const isFile = onDisk(path, () => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (!isFile) throw new Refusal('file-missing', { file: path });
  return onDisk(path, () => readFileSync(path, 'utf8')).replace(/^\uFEFF/, '');
}

function yamlFiles(folder: string): string[] {
  const path = fileURLToPath(new URL(`${folder}/`, packageRoot));
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}
