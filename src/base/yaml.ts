import { LineCounter, parseDocument } from 'yaml';

/** A mistake in a YAML text, with the place of it (lines and columns from 1). */
export interface YamlMistake {
  line: number;
  column: number;
  message: string;
}

/** A parsed YAML text that can still say on which line a value stands. */
export interface YamlText {
  value: unknown;
  mistakes: YamlMistake[];
  /** The line (from 1) of the value at a path such as `['indicators', 3, 'points']`; of its nearest parent when it is missing. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Parses one YAML 1.2 document; never throws: what is wrong stands in `mistakes`. */
export function parseYaml(text: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { line, column: col, message: error.message };
  });
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const value: unknown = mistakes.length > 0 ? null : document.toJS();
  return { value, mistakes, lineOf };
}
