import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bitsBetween, makeBitFinder } from './bit-finder.ts';
import { codesOf } from './codes.ts';
import { readTraits, testName } from './name-traits.ts';
import type { PageMemory } from './page-memory.ts';
import { scanHtml } from './scan-html.ts';

const piece = fc.constantFrom(
  ...'foot footer copyright bottom nav menu friend crumb link yqlj daohang topbar toolbar'.split(
    ' ',
  ),
  ...'header side sidebar hot rank recommend relate tuijian remen location position dqwz'.split(
    ' ',
  ),
  ...'curpos weizhi wz path bread zoom content article trs_editor news_text newscon con'.split(' '),
  ...'detail ucapcontent xl_con bt_content conTxt zw nr dh mainlm page sub drop child'.split(' '),
  ...'second er_ji erji xiala hide title tit bt biaoti headline h1 contt_tit FOOT Nav'.split(' '),
  ...'- _ 1 x ſide \u212a &#110;av 导航'.split(' '),
  ' ',
);
const name = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));

test('a name tested only for what it may mean has the traits that all patterns give', () => {
  const names: PageMemory['names'] = Array.from({ length: 64 }, () => null);
  fc.assert(
    fc.property(name, name, (id, className) => {
      const tree = scanHtml(`<p id="${id}" class="${className}">x</p>`);
      const [plainId, plainClass] = [id, className].map((one) => one.replaceAll('&#110;', 'n'));
      const traits = readTraits(tree, names);
      assert.equal(traits[1], testName(plainId ?? '', plainClass ?? ''));
    }),
    { numRuns: 5000 },
  );
});

test('a finder of bits finds words within words, in any case', () => {
  const finder = makeBitFinder([
    [1, 'nav'],
    [2, 'navel av'],
    [4, 'elf'],
  ]);
  const bits = (text: string) => bitsBetween(finder, codesOf(text), 0, text.length, 7);
  assert.deepEqual(['x', 'NAV', 'navelf', 'elnav', 'a&b'].map(bits), [0, 3, 7, 3, 7]);
});
