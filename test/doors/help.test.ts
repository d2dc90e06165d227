import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { callInProcess } from './call-in-process.ts';
import { type Call, callXunwang } from './call-xunwang.ts';
import { serveTinySite } from './tiny-site.ts';
import { temporaryFolder } from './temporary-folder.ts';

// The help of every command is kept as it was last read by a person. After a change that is meant:
// UPDATE_GOLDEN=1 node --test test/doors/help.test.ts, and read the difference.

const golden = join(import.meta.dirname, '..', 'golden', 'help');
const isUpdate = process.env.UPDATE_GOLDEN === '1';
const languages = ['zh', 'en'] as const;
type Language = (typeof languages)[number];

/** Calls of every command and of those below them, found by reading the help itself. */
async function commandPaths(above: readonly string[] = []): Promise<string[][]> {
  const { stdout } = await callInProcess([...above, '--help', '--lang', 'en']);
  const [, list = ''] = stdout.split('\nCommands:\n');
  const names = [...list.split('\n\n')[0]!.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name);
  const paths = await Promise.all(names.map((name) => commandPaths([...above, name ?? ''])));
  return [[...above], ...paths.flat()];
}

let paths: string[][];
before(async () => {
  paths = await commandPaths();
});

function goldenFile(language: Language, path: readonly string[]): string {
  return join(golden, language, `${['xunwang', ...path].join('-')}.txt`);
}

for (const language of languages) {
  test(`the help of every command reads as approved, in ${language}`, async () => {
    assert.ok(paths.length > 10, paths.join(' | '));
    mkdirSync(join(golden, language), { recursive: true });
    for (const path of paths) {
      const { code, stdout, stderr } = await callInProcess([...path, '--help', '--lang', language]);
      assert.equal(code, 0);
      assert.equal(stderr, '');
      const file = goldenFile(language, path);
      if (isUpdate) writeFileSync(file, stdout);
      assert.equal(stdout, readFileSync(file, 'utf8'), file);
    }
    const kept = readdirSync(join(golden, language)).toSorted();
    const wanted = paths.map((path) => goldenFile(language, path).split('/').at(-1)).toSorted();
    assert.deepEqual(kept, wanted, 'no help is kept of a command that is gone');
  });

  test(`the help of every command is all in ${language}, and shows an example where it acts`, () => {
    for (const path of paths) {
      const text = readFileSync(goldenFile(language, path), 'utf8');
      const said = text.replace(/^(?: {2}|.*: )xunwang .*$/gm, '');
      if (language === 'en') assert.doesNotMatch(said, /[\u4e00-\u9fff]/, path.join(' '));
      else assert.doesNotMatch(said, /Usage:|Options:|default:|\bthe\b/, path.join(' '));
      const isGroup = /^Commands:|^命令：/m.test(text);
      if (path.length === 1 && !isGroup && path[0] !== 'demo') assert.match(text, /\n {2}xunwang /);
    }
  });
}

test('the language is that of --lang, else of the locale, else Chinese', async () => {
  const help = (env: Record<string, string>, ...args: string[]) =>
    callInProcess([...args, '--help'], env);
  const byProcess = (env: Record<string, string>) => callXunwang(['--help'], { env });
  const [zh, en] = languages.map((language) => readFileSync(goldenFile(language, []), 'utf8'));
  const calls: [Promise<Pick<Call, 'code' | 'stdout' | 'stderr'>>, string | undefined][] = [
    [help({}), zh],
    [help({ LANG: 'C.UTF-8' }), zh],
    [byProcess({ LANG: 'zh_CN.UTF-8' }), zh],
    [byProcess({ LANG: 'en_US.UTF-8' }), en],
    [help({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }), en],
    [help({ LANG: 'de_DE.UTF-8' }), en],
    [help({ LANG: 'en_US.UTF-8' }, '--lang', 'zh'), zh],
    [help({ LANG: 'zh_CN.UTF-8' }, '--lang=en'), en],
  ];
  for (const [call, text] of calls) {
    const { code, stdout, stderr } = await call;
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, text);
  }
});

test('without a word the program shows its help; --version prints the version alone', async () => {
  const bare = await callXunwang([]);
  assert.equal(bare.code, 0);
  assert.equal(bare.stdout, readFileSync(goldenFile('zh', []), 'utf8'));
  const { stdout } = await callXunwang(['--version']);
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test('--json prints JSON and nothing else; progress goes to standard error in plain lines', async (one) => {
  const site = await serveTinySite();
  one.after(() => site.close());
  const at = { cwd: temporaryFolder(one) };
  const options = ['--allow-net', '127.0.0.0/8', '--recheck', '1x10ms', '--no-pdf', '--lang', 'en'];
  const call = await callXunwang(
    ['inspect', site.homepage, '--out', 'run', '--json', ...options],
    at,
  );
  const result = JSON.parse(call.stdout);
  assert.deepEqual(result, JSON.parse(readFileSync(join(at.cwd, 'run/result.json'), 'utf8')));
  assert.match(call.stderr, /^\[1\/1\] 127\.0\.0\.1:\d+ \w+ .*\n$/);
  assertPlain(call);
  const run = join(at.cwd, 'run');
  for (const args of [
    ['score', 'run', '--json'],
    ['explain', 'run', '--json', '--all'],
    ['verify', 'run', '--json'],
  ]) {
    const more = await callInProcess(args.map((word) => (word === 'run' ? run : word)));
    assert.doesNotThrow(() => JSON.parse(more.stdout), `${args.join(' ')}: ${more.stderr}`);
    assert.equal(more.stderr, '');
  }
});

test('in a pipe neither colours nor cursor movements are written', async (one) => {
  const site = await serveTinySite();
  one.after(() => site.close());
  const at = { cwd: temporaryFolder(one) };
  const options = ['--allow-net', '127.0.0.0/8', '--recheck', '1x10ms', '--no-pdf'];
  const call = await callXunwang(['inspect', site.homepage, '--out', 'run', ...options], at);
  assertPlain(call);
  assert.match(call.stdout, /序号 +单位 +得分/);
  assert.match(call.stdout, /run\/result\.json/);
});

function assertPlain({ stdout, stderr }: Call): void {
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;
  assert.doesNotMatch(stdout, control);
  assert.doesNotMatch(stderr, control);
}
