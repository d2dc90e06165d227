import { parseYaml, type YamlText } from '#base/yaml.ts';
import { nearestName } from './known-names.ts';
import { mistakeText, type RubricMistake, type RubricMistakeCode } from './rubric-mistakes.ts';

/** A rubric text while it is read: mistakes are collected, reading goes on with defaults. */
export interface RubricSheet {
  readonly file: string;
  readonly yaml: YamlText;
  readonly lines: readonly string[];
  readonly mistakes: RubricMistake[];
}

/** A value of a sheet and where it stands. */
export interface Place {
  readonly sheet: RubricSheet;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** Parses a text; YAML errors become the sheet's mistakes. */
export function openSheet(text: string, file: string): RubricSheet {
  const yaml = parseYaml(text);
  const mistakes = yaml.mistakes.map(({ line, message }) => ({
    file,
    line,
    ...mistakeText('yaml', { message: message.split('\n')[0] ?? '' }),
  }));
  return { file, yaml, lines: text.split('\n'), mistakes };
}

/** The whole sheet as a place. */
export function rootOf(sheet: RubricSheet): Place {
  return { sheet, path: [], value: sheet.yaml.value };
}

/** Member of a map or list; its value is undefined when there is none. */
export function member(place: Place, key: string | number): Place {
  const { sheet, path, value } = place;
  const isHolder = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  const found: unknown = isHolder ? (value as Record<string | number, unknown>)[key] : undefined;
  return { sheet, path: [...path, key], value: found };
}

/** Whether a member is there at all. */
export function hasMember(place: Place, key: string): boolean {
  return member(place, key).value !== undefined;
}

/** Notes a mistake at a place. */
export function note(
  place: Place,
  code: RubricMistakeCode,
  args: Readonly<Record<string, string>> = {},
): void {
  const { sheet } = place;
  sheet.mistakes.push({ file: sheet.file, line: lineOf(place), ...mistakeText(code, args) });
}

// A block value starts on the line after its key; the reader wants to see the key.
function lineOf({ sheet, path }: Place): number {
  const line = sheet.yaml.lineOf(path);
  const key = path.at(-1);
  if (typeof key !== 'string') return line;
  const isKeyLine = (text: string) =>
    text
      .trimStart()
      .replace(/^(?:- )+/, '')
      .startsWith(`${key}:`);
  for (let at = line; at > Math.max(0, line - 3); at--) {
    if (isKeyLine(sheet.lines[at - 1] ?? '')) return at;
  }
  return line;
}

/** Notes an unknown name, with the nearest known one. */
export function noteUnknown(
  place: Place,
  code: RubricMistakeCode,
  found: string,
  known: readonly string[],
): void {
  const near = nearestName(found, known);
  const hint = near === null ? '' : `→ ${near}? `;
  note(place, code, { found, key: found, known: known.join(', '), hint });
}

/** A short form of a wrong value, to be shown in a mistake. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
