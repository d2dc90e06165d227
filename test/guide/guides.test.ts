import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../house/source-files.ts';

const folder = join(projectRoot, 'docs/guide');
const tongues = ['zh', 'en'] as const;
type Tongue = (typeof tongues)[number];
const guides = ['office', 'unit', 'citizen'];
/** Guides whose bold words are words of the console; the citizen's are of the public pages. */
const ofConsole = ['office', 'unit'];
const MOST_BYTES = 150_000;
const MOST_BYTES_IN_ALL = 4_000_000;

const read = (guide: string, tongue: Tongue) =>
  readFileSync(join(folder, `${guide}.${tongue}.md`), 'utf8');
const picturesOf = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);

test('every word that a guide tells to press stands on the screens of its language', () => {
  const missing = tongues.flatMap((tongue) => {
    const texts = wordsOf(tongue);
    return ofConsole.flatMap((guide) => {
      const quoted = [...read(guide, tongue).matchAll(/\*\*([^*]+)\*\*/g)];
      assert.ok(quoted.length > 5);
      const lost = quoted.map(([, word = '']) => word).filter((word) => !texts.has(word));
      return lost.map((word) => `${guide}.${tongue}.md: ${word}`);
    });
  });
  assert.deepEqual(missing, []);
});

test('both languages have the same parts and pictures, in the same order', () => {
  for (const guide of guides) {
    const [zh, en] = [read(guide, 'zh'), read(guide, 'en')];
    const shape = (text: string) => text.match(/^#+ /gm);
    assert.deepEqual(shape(en), shape(zh), guide);
    const names = (text: string) => picturesOf(text).map((path) => path.split('/').at(-1));
    assert.deepEqual(names(en), names(zh), guide);
  }
});

test('every picture is there, used, small, and of the language of its guide', () => {
  let all = 0;
  for (const tongue of tongues) {
    const used = new Set(guides.flatMap((guide) => picturesOf(read(guide, tongue))));
    for (const path of used) {
      assert.ok(path.startsWith(`pictures/${tongue}/`), path);
      assert.ok(existsSync(join(folder, path)), path);
    }
    for (const name of readdirSync(join(folder, 'pictures', tongue))) {
      const path = `pictures/${tongue}/${name}`;
      assert.ok(used.has(path), `${path} is in no guide`);
      const { size } = statSync(join(folder, path));
      assert.ok(size < MOST_BYTES, `${path}: ${size} bytes`);
      all += size;
    }
  }
  assert.ok(all < MOST_BYTES_IN_ALL, `${all} bytes of pictures`);
});

/** What `dictionary(zh, en)` holds of a language: whole texts, and texts without their figures. */
function wordsOf(tongue: Tongue): Set<string> {
  const words = join(projectRoot, 'console/src/words');
  const found = new Set<string>();
  for (const file of readdirSync(words)) {
    const text = readFileSync(join(words, file), 'utf8');
    const halves = /dictionary\(\n {2}\{\n([\s\S]*?)\n {2}\}[^\n]*\n {2}\{\n([\s\S]*?)\n {2}\}/g;
    for (const [, zh = '', en = ''] of text.matchAll(halves)) {
      const half = tongue === 'zh' ? zh : en;
      for (const [, , literal = ''] of half.matchAll(/(['"`])((?:(?!\1)[^\n])*)\1/g)) {
        found.add(literal);
      }
    }
  }
  return found;
}
