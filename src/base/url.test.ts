import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isHomepageUrl,
  parseUrl,
  partsOfUrl,
  resolvePlainSpan,
  resolveUrl,
  targetKey,
  type UrlParts,
} from './url.ts';

test('session ids and fragments make no new target', () => {
  const plain = 'http://a.gov.cn/x.jsp?id=1';
  for (const url of [
    'http://a.gov.cn/x.jsp;jsessionid=AB12?id=1',
    'http://a.gov.cn/x.jsp?id=1&PHPSESSID=77',
    'http://a.gov.cn/x.jsp?JSESSIONID=9&id=1',
  ]) {
    assert.equal(targetKey(url), plain, url);
  }
  const cookieless = 'http://a.gov.cn/(S(0tmknf55wq1mzz45))/x.aspx';
  assert.equal(targetKey(cookieless), 'http://a.gov.cn/x.aspx');
  assert.equal(resolveUrl('x.jsp?id=1#top', 'http://a.gov.cn/'), plain);
});

test('a parameter that only looks like a session stays', () => {
  const url = 'http://a.gov.cn/list?classid=5&sideid=3';
  assert.equal(targetKey(url), url);
});

test('what is not http or https is no address', () => {
  for (const text of ['mailto:a@b.cn', 'javascript:;', 'ftp://a.cn/', 'tel:110', 'no', '']) {
    assert.equal(parseUrl(text), null, text);
  }
});

test('the key of a key is itself', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
      const url = parseUrl(text);
      if (url !== null) assert.equal(targetKey(targetKey(url)), targetKey(url));
    }),
  );
});

test('a homepage is the root of its host under its usual names', () => {
  for (const path of ['/', '/index.html', '/Default.aspx', '/index.jsp']) {
    assert.equal(isHomepageUrl(`http://a.gov.cn${path}`), true, path);
  }
  for (const path of ['/zwgk/', '/zwgk/index.html', '/index2.html']) {
    assert.equal(isHomepageUrl(`http://a.gov.cn${path}`), false, path);
  }
});

test('an address taken apart has the parts that URL gives', () => {
  const path = fc.webUrl({ withQueryParameters: true, withFragments: false });
  fc.assert(
    fc.property(path, fc.constantFrom('', '?', 'x@y', ':8080/', '?a=b@c/d?e'), (text, more) => {
      const url = parseUrl(text + more) ?? 'http://a.example/';
      const { origin, host, pathname, search } = new URL(url);
      assert.deepEqual(pick(partsOfUrl(url)), { origin, host, pathname, search });
    }),
  );
  const named = 'http://user:pass@a.example/x?y';
  assert.deepEqual(pick(partsOfUrl(named)), pick(new URL(named)));
});

test('an address read where it stands is what the standard makes of it', () => {
  const piece = fc.constantFrom(
    ...'/ ./ ../ .. . ? # : %20 & @ // a T9_- 文 http http:// https://a.gov.cn/'.split(' '),
    ...'http://a.gov.cn/ http://b.gov.cn/'.split(' '),
    ' ',
  );
  const base = fc.constantFrom(
    'http://a.gov.cn/',
    'http://a.gov.cn/x/y/z.html?q=1/2',
    'http://a.gov.cn:8080/x/',
    'https://10.1.2.3/x/y',
    'http://user:word@a.gov.cn/x/',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), base, (pieces, from) => {
      const href = pieces.join('');
      const source = `<a href="${href}">`;
      const codes = Uint16Array.from(source, (sign) => sign.charCodeAt(0));
      const span = { source, codes, from: 9, to: 9 + href.length };
      const plain = resolvePlainSpan(span, from);
      if (plain !== null) assert.equal(plain, new URL(href, from).href);
    }),
    { numRuns: 20_000 },
  );
  const source = '../tz/t1.html';
  const codes = Uint16Array.from(source, (sign) => sign.charCodeAt(0));
  const span = { source, codes, from: 0, to: source.length };
  assert.equal(resolvePlainSpan(span, 'http://a.gov.cn/x/y/z'), 'http://a.gov.cn/x/tz/t1.html');
});

function pick({ origin, host, pathname, search }: UrlParts): UrlParts {
  return { origin, host, pathname, search };
}
