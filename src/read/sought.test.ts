import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { codesOf } from './codes.ts';
import { dateOfWhole } from './dates.ts';
import { plainDate } from './plain-date.ts';
import { scanHtml } from './scan-html.ts';
import { SCRIPT_HAS, signsOf } from './script-signs.ts';
import { findSourceWords, HOLDS } from './source-words.ts';
import { wordsOf } from './text-words.ts';
import { readFixture } from './testing/read-fixture.ts';
import { findWords, makeWordFinder } from './word-finder.ts';

test('a date that stands alone is the date that the patterns read', () => {
  const piece = fc.constantFrom(...'[]()-./0125 9'.split(''), '2019', '1949', '2100', '05', '31');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const words = pieces.join('').trim();
      const plain = plainDate(words);
      if (plain === null) return;
      assert.equal(plain.date, dateOfWhole(words, '2019-05-27')?.date);
      assert.ok(words.includes(plain.text));
    }),
    { numRuns: 20_000 },
  );
  assert.equal(plainDate('[2019-05-09]')?.date, '2019-05-09');
  assert.equal(plainDate('2019/2/30'), null);
});

test('a walk through the texts finds every sought word, spaced or in capitals', () => {
  const finder = makeWordFinder([
    { bit: 1, words: ['当前位置'] },
    { bit: 2, words: ['copyright', '位置'] },
  ]);
  const tree = scanHtml('<p>您 当 前 位置：</p><p>COPYRIGHT</p><p>当前</p><p>位</p><p>置</p>');
  const said = findWords(finder, wordsOf(tree));
  const [first, second, third, last] = [2, 4, 6, 8];
  assert.deepEqual([said[first], said[second], said[third], said[last]], [3, 2, 1, 2]);
  assert.equal(said.at(-1), 3);
});

test('words of the source are found wherever they stand, whatever their case', () => {
  const noise = fc.string({ maxLength: 40 });
  const word = fc.constantFrom('bszs.conac.cn', 'JiuCuo', 'pucha.kaipuyun', 'zfwzzc.www.gov.cn');
  fc.assert(
    fc.property(noise, word, noise, (before, sought, after) => {
      const { bits, outside } = findSourceWords(codesOf(before + sought + after));
      const bit = sought.includes('conac') ? HOLDS.registry : HOLDS.report;
      assert.ok((bits & bit) !== 0 && outside.length > 0);
    }),
    { numRuns: 2000 },
  );
  assert.equal(findSourceWords(codesOf('<div class="content">www.sample.gov.cn')).bits, 0);
});

test('the signs of a script tell data, markup and comments', () => {
  const signs = (code: string) => signsOf(codesOf(code), 0, code.length);
  assert.equal(signs('var a = 1; if (a < 2) {b()}'), 0);
  assert.equal(signs('var list = [ {title: 1}]'), SCRIPT_HAS.literal);
  assert.equal(signs('f({ "a": 1 })'), SCRIPT_HAS.literal);
  assert.ok(signs('"<record>"') & SCRIPT_HAS.markup);
  assert.ok(signs('if (n.nodeType == 8) x()') & SCRIPT_HAS.comment);
  assert.ok(signs('COMMENT_NODE') & SCRIPT_HAS.comment);
});

test('a page beyond all measure is read up to a limit, and its facts say where it was cut', () => {
  const facts = readFixture(`<p>${'<b>字</b>'.repeat(40_000)}`);
  const cut = facts.why.find(({ rule }) => rule === 'cut');
  assert.ok(cut && cut.start > 100_000 && cut.end > cut.start);
  assert.ok(!readFixture('<p>某文字').why.some(({ rule }) => rule === 'cut'));
});

test('a page in a charset that nothing settles is marked', () => {
  assert.equal(readFixture('<p>某文字').charsetCertain, true);
});
