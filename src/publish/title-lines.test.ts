import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emWidth } from './em-width.ts';
import { chineseNumeral } from './template.ts';
import { titleLines } from './title-lines.ts';

test('a long title breaks between words, a short one stays whole', () => {
  const breaks = ['抽查', '政府网站'];
  assert.deepEqual(titleLines('关于2019年第二季度咸宁市政府网站抽查情况的通报', breaks, 20), [
    '关于2019年第二季度咸宁市政府网站',
    '抽查情况的通报',
  ]);
  assert.deepEqual(titleLines('关于政府网站抽查情况的通报', breaks, 20), [
    '关于政府网站抽查情况的通报',
  ]);
});

test('a title loses nothing by breaking, and every line fits', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('抽', '查', '网', '站', '1', 'a')), (characters) => {
      const title = characters.join('');
      const lines = titleLines(title, ['抽查'], 8);
      assert.equal(lines.join(''), title);
      assert.ok(lines.every((line) => emWidth(line) <= 8));
    }),
  );
});

test('headings count in Chinese numerals', () => {
  assert.deepEqual([1, 2, 10, 11, 20, 35, 99].map(chineseNumeral), [
    '一',
    '二',
    '十',
    '十一',
    '二十',
    '三十五',
    '九十九',
  ]);
});
