import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageFacts } from '#domain/page.ts';
import { openReader, type Reader } from '#office/read-saved-page.ts';
import { readDates } from '#read/read-dates.ts';
import { type DatedPage, openDateTruth, type Phrase } from './date-truth.ts';
import { isDoubtful, openPageFolder } from './page-label.ts';

// Measures how dates are read, on pages and phrases that are no part of the repository.
// npm run check:dates -- [--dir FOLDER] [--as-of DATE] [--misses] [--htmldate PYTHON]
// PYTHON is an interpreter that has htmldate, to measure it on the same files.

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: join(import.meta.dirname, '../../../shared/pages') },
    'as-of': { type: 'string', default: '2024-12-31' },
    misses: { type: 'boolean', default: false },
    htmldate: { type: 'string' },
  },
});

/** Least figures (issue 4, acceptance 1 and 2). */
const bars = { benchmark: 0.95, phrases: 0.98, articles: 0.97 };
const reader: Reader = openReader();
const figures: Record<string, number> = {};
const misses: string[] = [];

const truth = openDateTruth(values.dir);
if (truth) {
  checkBenchmark(truth.root, truth.pages);
  checkPhrases(truth.phrases);
}
const hasArticles = checkArticles();
sayResult();

/**
 * The publish date of an article is what `publishedAt` says: the visible date, and where none is
 * shown what the page claims in its markup; a page that is taken for no article has only the claim.
 */
function checkBenchmark(root: string, pages: readonly DatedPage[]): void {
  const answers = pages.map(({ file, url, date }) => {
    const facts = reader.read(readFileSync(join(root, file)), url, values['as-of']);
    return { file, date, facts, found: facts.publishedAt ?? facts.metaPublishedAt };
  });
  say('publish date, international pages', 'right', 'answered', 'all', 'F1');
  score('visible date only', answers, ({ facts }) => (isVisible(facts) ? facts.publishedAt : null));
  score('claimed in the markup only', answers, ({ facts }) => facts.metaPublishedAt);
  score('publishedAt', answers, ({ facts }) => facts.publishedAt);
  figures['benchmark'] = score('publishedAt, else claimed', answers, ({ found }) => found);
  for (const { file, date, found, facts } of answers) {
    if (found === date) continue;
    const rule = facts.why.find(({ fact }) => fact === 'publishedAt')?.rule ?? facts.kind;
    misses.push(`dates/${file}: expected ${date}, found ${found} (${rule})`);
  }
  if (values.htmldate !== undefined) checkPeer(values.htmldate, root, pages);
}

function isVisible({ why }: PageFacts): boolean {
  const rule = why.find(({ fact }) => fact === 'publishedAt')?.rule ?? '';
  return rule !== '' && !/^(?:meta|json-ld|microdata):/.test(rule);
}

/** Runs htmldate on the same files, as its own evaluation does. */
function checkPeer(python: string, root: string, pages: readonly DatedPage[]): void {
  const code = `import json, sys
from htmldate import find_date
for line in sys.stdin:
    with open(line.strip(), 'rb') as file:
        html = file.read()
    fast = find_date(html, original_date=True, extensive_search=False)
    print(json.dumps([fast, find_date(html, original_date=True)]))`;
  const input = pages.map(({ file }) => join(root, file)).join('\n');
  const run = spawnSync(python, ['-c', code], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  const lines = run.stdout?.trim().split('\n') ?? [];
  if (run.status !== 0 || lines.length !== pages.length) {
    process.stdout.write(`  htmldate could not be run: ${run.stderr?.slice(-200) ?? ''}\n`);
    return;
  }
  const answers = lines.map((line, index) => {
    const [fast, extensive] = JSON.parse(line) as (string | null)[];
    return { date: pages[index]?.date ?? '', fast: fast ?? null, extensive: extensive ?? null };
  });
  score('htmldate, fast', answers, ({ fast }) => fast);
  score('htmldate, extensive search', answers, ({ extensive }) => extensive);
}

function score<T extends { date: string }>(
  name: string,
  answers: readonly T[],
  answer: (one: T) => string | null,
): number {
  const given = answers.filter((one) => answer(one) !== null).length;
  const right = answers.filter((one) => answer(one) === one.date).length;
  const f1 = (2 * right) / (given + answers.length);
  say(name, right, given, answers.length, f1.toFixed(4));
  return f1;
}

function checkPhrases(phrases: readonly Phrase[]): void {
  const definite = phrases.filter(({ lunar }) => !lunar);
  let right = 0;
  for (const { input, reference, dates, name } of definite) {
    const days = readDates(input, reference.slice(0, 10)).filter(({ isBound }) => !isBound);
    const found = [...new Set(days.map(({ date }) => date))].join(', ');
    const expected = dates.map(({ date }) => date).join(', ');
    if (found === expected) right++;
    else misses.push(`phrase ${name} ${input}: expected ${expected}, found ${found}`);
  }
  say('Chinese phrases with one day', right, '', definite.length, '');
  figures['phrases'] = right / definite.length;
}

function checkArticles(): boolean {
  const folder = openPageFolder(values.dir);
  if (folder === null) return false;
  const articles = folder.labels.filter((label) => label.kind === 'article' && !isDoubtful(label));
  let [right, wrong, meta, withMeta, differs] = [0, 0, 0, 0, 0];
  for (const label of articles) {
    const bytes = readFileSync(join(folder.root, label.file));
    const facts = reader.read(bytes, label.url, folder.asOf.get(label.file) ?? values['as-of']);
    if (facts.publishedAt === label.publishedAt) right++;
    else {
      if (facts.publishedAt !== null) wrong++;
      misses.push(
        `gov/${label.file}: expected ${label.publishedAt}, found ${facts.publishedAt} (${facts.kind})`,
      );
    }
    const claimed = /\d{4}-\d\d-\d\d/.exec(label.metaPubDate ?? '')?.[0] ?? null;
    if (claimed !== null) withMeta++;
    if (claimed !== null && claimed === facts.metaPublishedAt) meta++;
    if (facts.metaPublishedAt !== null && facts.metaPublishedAt !== facts.publishedAt) differs++;
  }
  say('government articles: visible date', right, articles.length, articles.length, '');
  say('  wrong dates among the misses', wrong, '', '', '');
  say('  date of the tags', meta, withMeta, withMeta, '');
  say('  pages where the two disagree', differs, '', '', '');
  figures['articles'] = right / articles.length;
  return true;
}

function say(name: string, ...cells: (string | number)[]): void {
  const row = cells.map((cell) => String(cell).padStart(9)).join('');
  process.stdout.write(`${name.padEnd(36)}${row}\n`);
}

function sayResult(): void {
  if (!truth && !hasArticles) {
    process.stdout.write(`No pages in ${values.dir}: nothing was measured.\n`);
  }
  if (values.misses || process.stdout.isTTY) process.stdout.write(`${misses.join('\n')}\n`);
  const failed = Object.entries(bars)
    .filter(([name, least]) => (figures[name] ?? 1) < least)
    .map(([name]) => name);
  const absent = !truth && !hasArticles;
  const passed = failed.length === 0;
  const line = { check: 'dates', absent, figures, misses: misses.length, failed, passed };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (!passed) process.exitCode = 1;
}
