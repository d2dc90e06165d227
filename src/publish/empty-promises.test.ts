import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findEmptyPromises } from './empty-promises.ts';
import { parseMatterWords } from './matter-words.ts';
import { suspicionsOf } from './suspicion.ts';

const words = parseMatterWords(
  readFileSync(new URL('../../lexicons/public-matters.yaml', import.meta.url), 'utf8'),
);

test('a promise without day, number or person is pointed out, each sentence once', () => {
  const found = findEmptyPromises('您好。我们将尽快处理。道路近期开工！', words);
  assert.deepEqual(
    found.map(({ word, sentence }) => [word, sentence]),
    [
      ['尽快', '我们将尽快处理。'],
      ['近期', '道路近期开工！'],
    ],
  );
});

test('a day in the sentence, or somebody to turn to anywhere, makes it a promise', () => {
  for (const answer of [
    '我们将尽快处理，于6月30日前完成。',
    '将在3个工作日内尽快答复。',
    '我们将尽快处理。联系人：王某，电话0715-8123456。',
  ]) {
    assert.deepEqual(findEmptyPromises(answer, words), [], answer);
  }
});

test('a day in another sentence does not help', () => {
  assert.equal(findEmptyPromises('5月20日收到来信。我们会尽快处理。', words).length, 1);
});

test('spam and insults are pointed at, questions are not', () => {
  assert.deepEqual(suspicionsOf('加微信办证刻章', words), ['advert']);
  assert.deepEqual(suspicionsOf('你们这些混蛋', words), ['insult']);
  assert.deepEqual(suspicionsOf('哈'.repeat(60), words), ['repetition']);
  assert.deepEqual(suspicionsOf('http://a http://b http://c http://d', words), ['links']);
  assert.deepEqual(suspicionsOf('请问社保卡丢失后如何补办，需要带哪些材料？', words), []);
});
