import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { scanHtml } from './scan-html.ts';
import { HAS_CHINESE, HAS_DIGIT, holds, wordsOf } from './text-words.ts';
import { bare } from './title.ts';
import { rawText, shownText, TEXT, textBetween, tidy } from './tree.ts';

const sign = fc.constantFrom(
  ...'某通知a Z09，（）\u3000\u00a0\u200b\ufeff\u2003\n\t-．ｅ々〇é\u0001·“'.split(''),
);
const words = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
const markup = fc
  .array(fc.oneof(words, fc.constantFrom('<b>', '</b>', '<p>', '&nbsp;', '&amp;', '<br>')), {
    maxLength: 24,
  })
  .map((bits) => bits.join(''));

test('white space is tidied as the pattern has it', () => {
  fc.assert(
    fc.property(words, (text) => {
      assert.equal(tidy(text), text.replace(/[\s\u200b\ufeff]+/g, ' ').trim());
    }),
    { numRuns: 3000 },
  );
});

test('a bare title holds letters and figures only', () => {
  fc.assert(
    fc.property(words, (text) => {
      assert.equal(bare(text), text.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase());
    }),
    { numRuns: 3000 },
  );
});

test('texts read once, or cut from the flow, are what their nodes hold', () => {
  fc.assert(
    fc.property(markup, fc.nat(20), fc.nat(40), (html, from, length) => {
      const tree = scanHtml(html);
      const raw: string[] = [];
      for (let node = 0; node < tree.tag.length; node++) {
        if (tree.tag[node] !== TEXT) continue;
        assert.equal(shownText(tree, node), tidy(rawText(tree, node)));
        if (node >= from && node < from + length) raw.push(rawText(tree, node));
        const source = tree.source.slice(tree.start[node], tree.stop[node]);
        assert.equal(holds(tree, node, HAS_CHINESE), /[\u3400-\u9fff]/.test(source));
        assert.equal(holds(tree, node, HAS_DIGIT), /[\d\uff10-\uff19〇○零ＯO]/.test(source));
      }
      const to = Math.min(from + length, tree.tag.length);
      assert.equal(textBetween(tree, from, to, ' '), tidy(raw.join(' ')));
      assert.equal(textBetween(tree, from, to), tidy(raw.join('')));
    }),
    { numRuns: 2000 },
  );
});

test('the words of a page stand in one flow', () => {
  const tree = scanHtml('<p>通知公告</p><p>某<b>通知</b>通知</p><i>公告</i>');
  assert.equal(wordsOf(tree).flow, '通知公告 某 通知 通知 公告 ');
});
