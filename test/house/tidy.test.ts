import assert from 'node:assert/strict';
import { basename, dirname, join, normalize } from 'node:path/posix';
import { test } from 'node:test';
import { importsOf, isTestFile, type SourceFile, sourceFiles } from './source-files.ts';

const drawers = /^(?:utils?|helpers?|lib|common|manager|service|types|misc)(?:\.tsx?)?$/;
const code = [...sourceFiles('src'), ...sourceFiles('console/src')];
/** Words of both languages are called what they are; this is no drawer of code. */
const wordFiles = 'console/src/words/';
/** Made by a script, as wide as it comes. */
const made = 'console/src/api/paths.ts';

test('no line of code is longer than 100 columns, quoted texts aside', () => {
  const long = code
    .filter(({ path }) => path !== made)
    .flatMap((file) =>
      file.text
        .split('\n')
        .flatMap((line, index) => (columns(line) > 100 ? [`${file.path}:${index + 1}`] : [])),
    );
  assert.deepEqual(long, [], 'break the line, or let biome format do it');
});

test('files are kebab-case, and no drawer is named utils or its cousins', () => {
  const wrong = code.filter(
    (file) =>
      !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.tsx?$/.test(basename(file.path)) ||
      (!file.path.startsWith(wordFiles) && file.path.split('/').some((part) => drawers.test(part))),
  );
  assert.deepEqual(
    wrong.map((file) => file.path),
    [],
  );
});

for (const [folder, main] of [
  ['src', 'src/main.ts'],
  ['console/src', 'console/src/main.tsx'],
] as const) {
  test(`every file of ${folder} is reached from its main program`, () => {
    const files = sourceFiles(folder).filter((file) => !isTestFile(file.path));
    const reached = reachedFrom(main, new Map(files.map((file) => [file.path, file])));
    const dead = files.map((file) => file.path).filter((path) => !reached.has(path));
    assert.deepEqual(dead, [], 'delete it, or import it where it is needed');
  });
}

function reachedFrom(start: string, files: Map<string, SourceFile>): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = files.get(path);
    if (!file || reached.has(path)) continue;
    reached.add(path);
    waiting.push(...importsOf(file.text).map((specifier) => target(file.path, specifier)));
  }
  return reached;
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  return normalize(join(dirname(from), specifier));
}

/**
 * Width in characters, quoted texts and patterns left out: a sentence for people is not broken
 * over lines of code only to be short.
 */
function columns(line: string): number {
  if ([...line].length <= 100) return 0;
  if (/^\s*\/[^/*].*\/[a-z]*[,;)]*$/.test(line)) return 0;
  const code = line.replace(/(['"`])(?:\\.|(?!\1).)*\1|\/(?:\\.|[^/\n])+\/[a-z]*/g, "''");
  return [...code].length;
}
