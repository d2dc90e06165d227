import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { UrlBook } from './url-book.ts';

it('an address gets a number once and is found again by it', () => {
  const parts = fc.array(fc.stringMatching(/^[a-z?=&#é]{0,6}$/), { maxLength: 4 });
  const url = parts.map((path) => `http://a.gov.cn/${path.join('/')}`);
  fc.assert(
    fc.property(fc.array(url, { maxLength: 60 }), (urls) => {
      const book = new UrlBook();
      const ids = urls.map((one) => book.add(one));
      assert.equal(book.size, new Set(urls).size);
      for (const [index, one] of urls.entries()) {
        assert.equal(book.idOf(one), ids[index]);
        assert.equal(book.urlOf(ids[index] ?? -1), one);
      }
      assert.equal(book.idOf('http://b.gov.cn/'), -1);
    }),
  );
});

it('numbers are ordered as their addresses are', () => {
  const url = fc.stringMatching(/^http:\/\/a\/[a-c/-]{0,5}$/);
  fc.assert(
    fc.property(url, url, (a, b) => {
      const book = new UrlBook();
      const order = Math.sign(book.compare(book.add(a), book.add(b)));
      assert.equal(order, a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

it('holds many addresses, long ones and ones of endless folders among them', () => {
  const book = new UrlBook();
  const urlAt = (index: number) =>
    index % 3 === 0
      ? `http://a.gov.cn/folder${index}/x`
      : `http://a.gov.cn/news/t2019_${index}.html`;
  for (let index = 0; index < 200_000; index++) assert.equal(book.add(urlAt(index)), index);
  const long = `http://a.gov.cn/${'x'.repeat(70_000)}`;
  assert.equal(book.add(long), 200_000);
  assert.equal(book.add(long), 200_000);
  assert.equal(book.urlOf(200_000), long);
  for (let index = 0; index < 200_000; index += 997) {
    assert.equal(book.urlOf(index), urlAt(index));
    assert.equal(book.add(urlAt(index)), index);
  }
});

it('finds texts of every length where they stand, at the edges of what is kept together too', () => {
  const book = new UrlBook();
  const lengths = [0, 65_535, 65_536, 1, 65_520, 65_535, 65_535, 65_535, 7, 70_000, 0, 65_530, 6];
  const urls = Array.from({ length: 300 }, (_, index) => {
    const tail = `${index}${'x'.repeat(lengths[index % lengths.length] ?? 0)}`;
    return `http://a.gov.cn/f/${tail.slice(0, Math.max(String(index).length, tail.length - 4))}`;
  });
  for (const [index, url] of urls.entries()) assert.equal(book.add(url), index);
  for (const [index, url] of urls.entries()) {
    assert.equal(book.urlOf(index), url);
    assert.equal(book.idOf(url), index);
  }
});
