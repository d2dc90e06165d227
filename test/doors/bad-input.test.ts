import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { callInProcess } from './call-in-process.ts';
import { callXunwang } from './call-xunwang.ts';
import { goodSites, type Mistake, mistakes } from './mistakes.ts';
import { contentsOf, temporaryFolder } from './temporary-folder.ts';

// Every mistake is made twice: by a real process in Chinese, and in English within this process.

test('a mistake is named with its place and remedy, ends in exit code 2 and costs nothing', {
  concurrency: 2,
}, async (all) => {
  const started = Object.entries(mistakes).map(([sentence, mistake]) =>
    all.test(sentence, async (one) => {
      const folder = temporaryFolder(one);
      prepare(folder, mistake);
      const before = contentsOf(folder);
      const zh = await callXunwang(mistake.call, { cwd: folder });
      assert.equal(zh.code, 2, zh.stderr);
      assertSays(zh.stderr, mistake, mistake.zh);
      assert.match(zh.stderr, /[\u4e00-\u9fff]/);
      assert.equal(zh.stdout, '');
      assert.deepEqual(contentsOf(folder), before, 'every file is as it was');
      const hasFolder = Object.keys(mistake.files ?? {}).some((name) => name.startsWith('out'));
      assert.equal(existsSync(join(folder, 'out')), hasFolder, 'no folder is left behind');
    }),
  );
  await Promise.all(started);
});

test('the same mistakes are named in English', async (all) => {
  const home = process.cwd();
  for (const [sentence, mistake] of Object.entries(mistakes)) {
    await all.test(sentence, async (one) => {
      const folder = temporaryFolder(one);
      prepare(folder, mistake);
      process.chdir(folder);
      one.after(() => process.chdir(home));
      const en = await callInProcess(mistake.call, { LC_ALL: 'en_GB.UTF-8' });
      assert.equal(en.code, 2, en.stderr);
      assertSays(en.stderr, mistake, mistake.en);
    });
  }
});

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
