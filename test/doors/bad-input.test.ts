import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { callInProcess } from './call-in-process.ts';
import { callXunwang } from './call-xunwang.ts';
import { goodSites, type Mistake, mistakes } from './mistakes.ts';
import { contentsOf, temporaryFolder } from './temporary-folder.ts';

// Every mistake is made in Chinese and in English within this process, some by a process of their
// own as well.

/** Made by a process of its own too: one of each sort, and what might keep a process from ending. */
const throughTheDoor = [
  'a list of sites that is not there',
  'the same homepage twice',
  'a rubric with a slip in a key',
  'a day that is yet to come',
  'a folder for the results that is not empty',
  'a private address',
  'an option that nobody knows',
  'a command that nobody knows',
  'going on with nothing',
  'a city whose papers cannot be written',
];

test('a mistake ends the process with exit code 2 and a message on standard error', async (all) => {
  for (const sentence of throughTheDoor) {
    await all.test(sentence, async (one) => {
      const mistake = mistakes[sentence] ?? assert.fail(`no such mistake: ${sentence}`);
      const folder = temporaryFolder(one);
      prepare(folder, mistake);
      const { code, stdout, stderr } = await callXunwang(mistake.call, { cwd: folder });
      assert.deepEqual([code, stdout], [2, ''], stderr);
      assertSays(stderr, mistake, mistake.zh);
    });
  }
});

const languages = { zh: 'zh_CN.UTF-8', en: 'en_GB.UTF-8' } as const;

for (const language of ['zh', 'en'] as const) {
  test(`a mistake is named with its place and remedy, and costs nothing, in ${language}`, async (all) => {
    const home = process.cwd();
    for (const [sentence, mistake] of Object.entries(mistakes)) {
      await all.test(sentence, async (one) => {
        const folder = temporaryFolder(one);
        prepare(folder, mistake);
        const before = contentsOf(folder);
        process.chdir(folder);
        one.after(() => process.chdir(home));
        const call = await callInProcess(mistake.call, { LC_ALL: languages[language] });
        assert.deepEqual([call.code, call.stdout], [2, ''], call.stderr);
        assertSays(call.stderr, mistake, mistake[language]);
        if (language === 'zh') assert.match(call.stderr, /[\u4e00-\u9fff]/);
        assert.deepEqual(contentsOf(folder), before, 'every file is as it was');
        const hasFolder = Object.keys(mistake.files ?? {}).some((name) => name.startsWith('out'));
        assert.equal(existsSync(join(folder, 'out')), hasFolder, 'no folder is left behind');
      });
    }
  });
}

function prepare(folder: string, { files = {} }: Mistake): void {
  for (const [name, data] of Object.entries({ 'sites.csv': goodSites, ...files })) {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    rmSync(path, { force: true });
    writeFileSync(path, data);
  }
}

function assertSays(said: string, mistake: Mistake, more: RegExp | undefined): void {
  for (const name of mistake.names) {
    const isNamed = typeof name === 'string' ? said.includes(name) : name.test(said);
    assert.ok(isNamed, `“${String(name)}” is not named in: ${said}`);
  }
  if (more !== undefined) assert.match(said, more);
  assert.doesNotMatch(said, /\n\s+at |\{\w+\}/, 'neither a stack nor an unfilled place');
}
