import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes as P, parse } from 'parse5';
import { readLinks } from './links.ts';
import { scanHtml } from './scan-html.ts';
import { makeSheet } from './sheet.ts';
import { lexicon, pageAround } from './testing/read-fixture.ts';
import { TEXT, textOf } from './tree.ts';

const BASE = 'http://www.sample.gov.cn/a/';
const PLACE = { url: BASE, charset: 'utf-8', asOf: '2019-05-27', lexicon };
const SOURCES: Record<string, string> = { a: 'href', area: 'href', img: 'src', iframe: 'src' };

const FIXTURES = [
  '<A HREF=one.html>One<a href="two.html?a=1&amp;b=2">Two</A><IMG SRC=\'p q.gif\' alt=x>',
  '<ul><li><a href=1.html>a<li><a href=2.html>b</ul><!-- <a href=no.html>c</a> --><p><a href=3.html>d',
  '<table><tr><td><a href=1.html>a<td><a href=2.html>b<tr><td><a href=3.html>c</table><area href=m.html>',
  '<script>var s = "<a href=no.html>";</script><textarea><a href=no2.html></textarea><a href=y.html>y</a>',
  '<script><!-- document.write("<script></script>") --></script><a href="../z.html">z</a><iframe src=f.html></iframe>',
  '<style>a{}</style><title><a href=t.html></title><a title="x > y" href=q.html>q</a><a/href=r.html>r</a>',
  '<select><option><a href=no.html>n</a></select><table><tr><td><select><td><a href=c.html>c</table><image src=d.png>',
  pageAround('<ul><li><a href="t1.html">某通知</a><span>2019-05-09</span></li></ul>'),
];

function oracle(html: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: P.Node): void => {
    if ('tagName' in node) {
      const value = node.attrs.find(({ name }) => name === SOURCES[node.tagName])?.value.trim();
      if (value && !value.startsWith('#') && URL.canParse(value, BASE)) {
        const url = new URL(value, BASE);
        url.hash = '';
        if (url.protocol.startsWith('http')) found.add(url.href);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

function ours(html: string): Set<string> {
  return new Set(readLinks(makeSheet(scanHtml(html), PLACE)).map(({ url }) => url));
}

test('links agree with parse5 on the fixtures', () => {
  for (const html of FIXTURES) assert.deepEqual([...ours(html)].sort(), [...oracle(html)].sort());
});

test('links agree with parse5 on thousands of mutants', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '</a>',
    '</div>',
    '<div>',
    '<p>',
    '<b>',
    '</p>',
    '=',
    '/',
    ' ',
    '<li>',
    '-->',
    '<!--',
    '&amp;',
    '<a href=m.html>',
    '</script>',
    '<td>',
    '</table>',
    '<!',
    '</',
    '<img src=n.png>',
    '<select>',
    '</select>',
    '<option>',
    '<input>',
    '<tr>',
  );
  const mutant = fc.tuple(
    fc.constantFrom(...FIXTURES),
    fc.double({ min: 0, max: 1, noNaN: true }),
    piece,
    fc.nat(6),
  );
  fc.assert(
    fc.property(mutant, ([html, where, inserted, removed]) => {
      const at = Math.floor(where * html.length);
      const text = html.slice(0, at) + inserted + html.slice(at + removed);
      assert.deepEqual([...ours(text)].sort(), [...oracle(text)].sort(), text);
    }),
    { numRuns: 4000 },
  );
});

test('any text scans without error into well-formed arrays', () => {
  const bits = fc.constantFrom(
    '<',
    '>',
    '</',
    '<a ',
    'href="',
    "'",
    '<!--',
    '-->',
    '<script',
    '</script>',
    'x',
    '=',
    '<td>',
    '&#x',
    '<![CDATA[',
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
      const tree = scanHtml(parts.join(''));
      for (let node = 1; node < tree.tag.length; node++) {
        const parent = tree.parent[node] ?? -1;
        assert.ok(parent >= 0 && parent < node);
        assert.ok((tree.end[node] ?? 0) > node && (tree.end[node] ?? 0) <= (tree.end[parent] ?? 0));
      }
    }),
  );
});

test('hostile nesting and unclosed markup stay small', () => {
  for (const bit of [
    '<div>',
    '<a href=x>',
    '<!--',
    '<b',
    '<script>',
    '</div>',
    '<table><td>',
    '<p><b>',
  ]) {
    const tree = scanHtml(bit.repeat(20_000));
    assert.ok(tree.tag.length <= 40_002, bit);
  }
});

test('text is read with its entities and without scripts', () => {
  const tree = scanHtml('<p>甲&nbsp;&lt;乙&gt;<script>no</script><b>&#20013;&copy</b></p>');
  assert.equal(textOf(tree, 0), '甲 <乙>中©');
  assert.ok(tree.tag.includes(TEXT));
});
