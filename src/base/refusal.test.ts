import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalText } from './refusal.ts';
import { refusalTexts } from './refusal-texts.ts';

test('a refusal is a sentence with its arguments filled in, in both languages', () => {
  assert.match(refusalText('file-missing', { file: 'sites.csv' }, 'zh'), /sites\.csv/);
  assert.match(refusalText('file-missing', { file: 'sites.csv' }, 'en'), /sites\.csv/);
});

test('both languages of a refusal tell the same arguments', () => {
  const slots = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
  for (const [code, text] of Object.entries(refusalTexts)) {
    const own = (language: 'zh' | 'en') =>
      slots(text[language]).filter(
        (slot) => !['{zh}', '{en}', '{allZh}', '{allEn}'].includes(slot),
      );
    assert.deepEqual(own('zh'), own('en'), code);
  }
});
