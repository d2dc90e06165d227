import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hostOf, resolveUrl } from './url.ts';

const PIECES =
  'a|b.html|..|.|/|//|./|../|?|#|=|&|%2e|%20| |http://|HTTPS://|www.sample.gov.cn|127.0.0.1|xn--a|:|@|:80|:8080|中|t20190101_1.htm|_|~|\'|"|\\|\t|{|^|[|;|,|$|(|)|javascript:|A|1|-|index_1.html|id=1|'.split(
    '|',
  );
const BASES = [
  'http://www.sample.gov.cn/',
  'http://www.sample.gov.cn/zwgk/tzgg/index.html?x=1',
  'https://sample.gov.cn:8080/a//b/',
  'http://127.0.1.2:5000/a/b/c',
  'http://user:word@sample.gov.cn/a',
];

function byStandard(href: string, base: string): string | null {
  const url = URL.parse(href, base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href;
}

test('an address is resolved as the URL standard has it, plain or not', () => {
  const href = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((bits) => bits.join(''));
  fc.assert(
    fc.property(href, fc.constantFrom(...BASES), (address, base) => {
      const url = resolveUrl(address, base);
      assert.equal(url, byStandard(address, base));
      if (url !== null) assert.equal(hostOf(url), new URL(url).host);
    }),
    { numRuns: 20_000 },
  );
});
