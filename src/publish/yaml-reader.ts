import { type CivilDate, parseCivilDate } from '#base/civil-date.ts';
import { Refusal, type RefusalCode } from '#base/refusal.ts';
import type { YamlText } from '#base/yaml.ts';

type Path = readonly (string | number)[];

/** Reads members of a yaml text by path; what has the wrong form is refused with file and line. */
export class YamlReader {
  readonly #yaml: YamlText;
  readonly #file: string;
  readonly #code: RefusalCode;

  /** `code`: a refusal with the arguments file, line, field and wanted. */
  constructor(yaml: YamlText, file: string, code: RefusalCode) {
    this.#yaml = yaml;
    this.#file = file;
    this.#code = code;
  }

  /** Refuses what stands at a path; `wanted` says what should stand there. */
  refuse(path: Path, wanted: string): never {
    const line = this.#yaml.lineOf(path);
    throw new Refusal(this.#code, { file: this.#file, line, field: fieldName(path), wanted });
  }

  /** The value at a path; undefined when it is missing or empty. */
  value(path: Path): unknown {
    let value: unknown = this.#yaml.value;
    for (const step of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value ?? undefined;
  }

  /** A mapping; an empty one when nothing stands there. */
  map(path: Path): Record<string, unknown> {
    const value = this.value(path) ?? {};
    if (typeof value !== 'object' || Array.isArray(value)) return this.refuse(path, 'a mapping');
    return value as Record<string, unknown>;
  }

  /** Refuses members of a mapping that are none of `known`: a mistyped name must not be lost. */
  onlyKnown(path: Path, known: readonly string[]): void {
    for (const name of Object.keys(this.map(path))) {
      if (!known.includes(name)) this.refuse([...path, name], known.join(', '));
    }
  }

  list(path: Path): unknown[] {
    const value = this.value(path);
    return Array.isArray(value) ? value : this.refuse(path, 'a list');
  }

  text(path: Path): string {
    return this.optionalText(path) ?? this.refuse(path, 'a text');
  }

  optionalText(path: Path): string | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    return typeof value === 'string' && value !== '' ? value : this.refuse(path, 'a text');
  }

  /** A mapping of texts. */
  texts(path: Path): Record<string, string> {
    const names = Object.keys(this.map(path));
    return Object.fromEntries(names.map((name) => [name, this.text([...path, name])]));
  }

  number(path: Path): number {
    const value = this.value(path);
    return typeof value === 'number' && value >= 0 ? value : this.refuse(path, 'a number');
  }

  optionalCount(path: Path): number | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0;
    return fits ? value : this.refuse(path, 'a count: 0, 1, 2 …');
  }

  /** A share from 0 to 1. */
  optionalShare(path: Path): number | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    const fits = typeof value === 'number' && value >= 0 && value <= 1;
    return fits ? value : this.refuse(path, 'a share from 0 to 1 (1 = 100 %)');
  }

  optionalDate(path: Path): CivilDate | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    const date = typeof value === 'string' ? parseCivilDate(value) : null;
    return date ?? this.refuse(path, 'a date: YYYY-MM-DD');
  }

  optionalTexts(path: Path): string[] | undefined {
    if (this.value(path) === undefined) return undefined;
    return this.list(path).map((_, index) => this.text([...path, index]));
  }
}

function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step + 1}]` : name ? `${name}.${step}` : step,
    '',
  );
}
