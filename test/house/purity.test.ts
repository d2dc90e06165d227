import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rooms } from './rooms.ts';
import { isTestFile, type SourceFile, sourceFiles } from './source-files.ts';

const banned: { pattern: RegExp; instead: string }[] = [
  { pattern: /\basync\b|\bawait\b|\bnew Promise\b/, instead: 'return a value; let office wait' },
  {
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
    instead: 'take the time as an argument',
  },
  {
    pattern: /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/,
    instead: 'derive it from the content, or take a seed',
  },
  { pattern: /\bprocess\.|\bglobalThis\b/, instead: 'take the setting as an argument' },
  {
    pattern: /\bsetTimeout\(|\bsetInterval\(|\bsetImmediate\(|\bqueueMicrotask\(/,
    instead: 'let office wait',
  },
  { pattern: /from 'node:(?!crypto|buffer|assert)/, instead: 'take bytes or text as an argument' },
  { pattern: /\bfetch\(/, instead: 'crawl fetches' },
  {
    pattern: /toLocale|Intl\./,
    instead: 'write dates and numbers by our own rule: locales differ by machine',
  },
];

/** The one file of a pure room that may wait, and why. */
const waiting: Record<string, string> = {
  'src/publish/render-docx.ts': 'the docx library zips asynchronously; nothing else is awaited',
};

test('pure rooms neither wait nor look at clock, chance, process or disk', () => {
  const pure = Object.entries(rooms).flatMap(([name, room]) => (room.pure ? [name] : []));
  const broken = pure
    .flatMap((name) => sourceFiles(`src/${name}`))
    .filter((file) => !isTestFile(file.path))
    .flatMap(impurities);
  assert.deepEqual(broken, []);
});

function impurities(file: SourceFile): string[] {
  return codeLines(file.text).flatMap((line, index) =>
    banned
      .filter(({ pattern }) => pattern.test(line))
      .filter(() => waiting[file.path] === undefined)
      .map(({ instead }) => `${file.path}:${index + 1}: ${line.trim()} Instead: ${instead}.`),
  );
}

/** Lines with comments and string contents blanked, so that only code is judged. */
function codeLines(text: string): string[] {
  const blanked = text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');
  return blanked.split('\n');
}
