import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parseSettings } from '#domain/parse-settings.ts';
import { callXunwang } from './call-xunwang.ts';

const root = join(import.meta.dirname, '..', '..');
const deploy = join(root, 'deploy');
const names = readdirSync(deploy);
const units = names.filter((name) => /\.(service|timer)$/.test(name));
const text = (name: string) => readFileSync(join(deploy, name), 'utf8');

/** What of a line is a call of the program: its words up to the first that is no command. */
function calls(lines: string): string[][] {
  return [...lines.matchAll(/\bxunwang ((?:[a-z][a-z-]*|--[a-z]+)(?: --[a-z]+)*)/g)].map(
    ([, words = '']) => words.split(' '),
  );
}

/** Names that are not settings, and values that a setting cannot have. */
function wrongSettings(lines: string): unknown[] {
  const given = [...lines.matchAll(/^(?:Environment=|ENV )(.*)$/gm)].flatMap(([, all = '']) =>
    all.split(' ').map((one) => one.split('=')),
  );
  return parseSettings(Object.fromEntries(given)).mistakes;
}

describe('what is deployed', () => {
  test('every command that a unit runs exists, and takes what it is given', async () => {
    const run = units.flatMap((name) =>
      text(name)
        .split('\n')
        .filter((line) => line.startsWith('Exec'))
        .flatMap(calls),
    );
    assert.ok(run.length >= 4);
    for (const words of run) {
      const { code, stderr } = await callXunwang([...words, '--help']);
      assert.equal(code, 0, `${words.join(' ')}: ${stderr}`);
    }
  });

  test('every setting of a unit or image is one, and is right', () => {
    for (const name of [...units, 'Dockerfile']) assert.deepEqual(wrongSettings(text(name)), []);
  });

  test('systemd itself understands the units', (t) => {
    const paths = units.map((name) => join(deploy, name));
    const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', ...paths]);
    if (error) return t.skip('no systemd here');
    assert.equal(status, 0, String(stderr));
  });

  test('the image is of the Node we need, and copies and starts what is there', async () => {
    const image = text('Dockerfile');
    assert.match(image, /^FROM node:24-/m);
    for (const [, from = ''] of image.matchAll(/^COPY (.*) \S+$/gm)) {
      for (const path of from.split(' ')) assert.ok(existsSync(join(root, path)), path);
    }
    const scripts = [...image.matchAll(/\["node", "([^"]+)"/g)].map(([, path = '']) => path);
    assert.deepEqual(scripts, ['deploy/health.js', 'bin/xunwang.js']);
    for (const path of scripts) assert.ok(existsSync(join(root, path)), path);
    const [, command = ''] = /^CMD \["([^"]+)"\]$/m.exec(image) ?? [];
    assert.equal((await callXunwang([command, '--help'])).code, 0);
    // What is left out of the image is nothing that the program reads.
    const ignored = text('Dockerfile.dockerignore').split('\n').filter(Boolean);
    for (const needed of ['rubrics', 'lexicons', 'wording', 'clocks', 'src', 'bin', 'docs']) {
      assert.ok(!ignored.includes(needed), needed);
    }
  });

  test('a container that does not answer is not healthy', () => {
    const env = { XUNWANG_PORT: '9' };
    const { status } = spawnSync(process.execPath, [join(deploy, 'health.js')], { env });
    assert.equal(status, 1);
  });
});
