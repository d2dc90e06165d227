import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { refusalTexts } from '#base/refusal-texts.ts';
import { findingKinds } from '#domain/finding.ts';
import { parseBrief } from '#publish/parse-brief.ts';
import { csvRows } from '#store/csv-rows.ts';
import { parseSites } from '#store/parse-sites.ts';
import { isTestFile, projectRoot, sourceFiles } from './source-files.ts';

const code = sourceFiles('src').filter((file) => !isTestFile(file.path));
const codeText = code.map((file) => file.text).join('\n');
const readmes = ['README.md', 'README.zh-CN.md'];
const manual = ['README.md', 'docs/results.md'].map(textOf).join('\n');

function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** First groups of all matches, each once. */
function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}

function isWord(word: string, text: string): boolean {
  return new RegExp(`(?<![\\w-])${word.replaceAll('$', '\\$')}(?![\\w-])`).test(text);
}

test('every command and option of the command line is explained', () => {
  const commands = code.filter((file) => file.path.startsWith('src/cli/commands/'));
  const text = commands.map((file) => file.text).join('\n');
  const names = found(text, /\.command\('([\w-]+)'\)/g);
  const options = found(text, /\.option\(\s*'(--[\w-]+)/g);
  assert.ok(names.length > 9 && options.length > 9, 'the patterns no longer find them');
  const missing = [...names.map((name) => `\`${name}`), ...options].filter(
    (word) => !(word.startsWith('`') ? isCommandNamed(word.slice(1)) : isWord(word, manual)),
  );
  assert.deepEqual(missing, [], 'name it in README.md or docs/results.md');
});

/** Commands below another (`city serve`, `rubric list`) may be named by the last word. */
function isCommandNamed(name: string): boolean {
  return new RegExp(`\`(?:[^\`\\n]* )?${name}(?![\\w-])`).test(manual);
}

test('docs/results.md lists every finding kind, and no other', () => {
  const section =
    textOf('docs/results.md').split('\n## Finding kinds\n')[1]?.split('\n## ')[0] ?? '';
  const listed = found(section, /^\| `([\w-]+)` \|/gm);
  assert.deepEqual(listed.toSorted(), findingKinds.toSorted());
});

test('the lists of sites and the briefs that the documents show can be read', () => {
  for (const document of [...readmes, 'docs/results.md']) {
    const text = textOf(document);
    const [list = ''] = found(text, /```csv\n([\s\S]*?)```/g);
    const parsed = csvRows(list);
    assert.ok('rows' in parsed, document);
    const kinds = parseSites(parsed.rows, document).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['portal', 'department'], document);
    const [brief = ''] = found(text, /```yaml\n([\s\S]*?)```/g);
    assert.equal(parseBrief(brief, document).region, '某某市', document);
  }
});

test('refusals thrown and refusals worded are the same', () => {
  const worded = Object.keys(refusalTexts);
  const thrown = found(codeText, /new Refusal\(\s*'([\w-]+)'/g);
  const wordless = thrown.filter((name) => !worded.includes(name));
  assert.deepEqual(wordless, [], 'add its text to src/base/refusal-texts.ts or a file it takes in');
  const rest = code
    .filter(({ path }) => !/^src\/base\/refusal(?:-texts\.ts|s\/)/.test(path))
    .map((file) => file.text)
    .join('\n');
  const unused = worded.filter((name) => !rest.includes(`'${name}'`));
  assert.deepEqual(unused, [], 'nobody throws it: delete its text');
});

test('every word of the glossary that names code is in the code', () => {
  const cells = textOf('GLOSSARY.md')
    .split('\n')
    .filter((line) => /^\| [^中|]/.test(line))
    .map((line) => line.split('|')[3] ?? '');
  const words = cells.flatMap((cell) => found(cell, /`([^`]+)`/g));
  assert.ok(words.length > 30, 'the table has another form');
  const missing = words.filter((word) => !word.split('.').every((part) => isWord(part, codeText)));
  assert.deepEqual(missing, []);
});

const toldFiles = [
  'docs/tour.md',
  'docs/results.md',
  'docs/deadlines.md',
  'docs/operations.md',
  'docs/api.md',
  'docs/tour-office.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'console/README.md',
  ...readdirSync(join(projectRoot, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
];

test('every file that the documents name with its folder exists', () => {
  const missing = toldFiles.flatMap((document) =>
    found(textOf(document), /`([\w.-]+\/[\w./-]+\.(?:ts|js|yaml|json|md))`/g)
      .filter((name) => !isThere(name))
      .map((name) => `${document}: ${name}`),
  );
  assert.deepEqual(missing, []);
});

/** Named from the root or from `src/`. */
function isThere(name: string): boolean {
  return [name, `src/${name}`].some((path) => existsSync(join(projectRoot, path)));
}

test('every function that the tour names is in the code', () => {
  const names = found(textOf('docs/tour.md'), /`(\w+)\(\)`/g);
  assert.ok(names.length >= 8, 'the tour names its functions as `name()`');
  const missing = names.filter((name) => !isWord(name, codeText));
  assert.deepEqual(missing, []);
});

test('every dependency has a decision that names it', () => {
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
  const decisions = readdirSync(join(projectRoot, 'docs/decisions'))
    .map((name) => textOf(`docs/decisions/${name}`))
    .join('\n');
  const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
  const missing = names.filter((name) => !decisions.includes(`\`${name}\``));
  assert.deepEqual(missing, [], 'half a page in docs/decisions: context, choice, what we gave up');
});

test('the documents name the npm scripts that exist, all of them and no other', () => {
  const manifest = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const scripts = Object.keys(manifest.scripts);
  const named = [...readmes, 'CONTRIBUTING.md', ...toldFiles].flatMap((document) =>
    found(
      textOf(document),
      /(?:^|`|&& )npm (?:run )?(?:-s )?((?!ci\b|pack\b|run\b)[a-z][\w:-]*)/gm,
    ),
  );
  const hooks = scripts.filter((name) => textOf('CONTRIBUTING.md').includes(`\`${name}\``));
  assert.deepEqual([...new Set([...named, ...hooks])].toSorted(), scripts.toSorted());
});

test('a newcomer needs two commands', () => {
  for (const readme of readmes) {
    const setUp = found(textOf(readme), /^(npm ci.*)$/gm);
    assert.deepEqual(setUp, ['npm ci && npm run demo', 'npm ci && npm test'], readme);
  }
});

test('no document names a machine, and every link between documents leads somewhere', () => {
  const documents = [...readmes, 'CHANGELOG.md', 'GLOSSARY.md', ...toldFiles];
  for (const document of documents) {
    const text = textOf(document);
    assert.doesNotMatch(text, /\/(?:work|home|root|Users)\//, document);
    const folder = join(projectRoot, document, '..');
    const links = found(text, /\]\((?!https?:|#)([^)#\s]+)/g);
    const broken = links.filter((link) => !existsSync(join(folder, link)));
    assert.deepEqual(broken, [], document);
  }
});
