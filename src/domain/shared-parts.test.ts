import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emptyFacts, type Link, type PageFacts } from './page.ts';
import { findShared, joinLinks, shareParts } from './shared-parts.ts';

const link = fc
  .tuple(
    fc.constantFrom('http://a.example/', 'http://a.example/x', 'http://b.example/'),
    fc.constantFrom('', '首页', '新闻'),
    fc.constantFrom<Link['as']>('a', 'img'),
  )
  .map(([url, text, as]): Link => ({ url, text, as }));
const page = fc
  .tuple(fc.array(link, { maxLength: 12 }), fc.boolean())
  .map(([links, isPlaced]): PageFacts => {
    const navigation = isPlaced ? [{ text: '新闻', url: 'http://a.example/x', level: 1 }] : [];
    return { ...emptyFacts('http://a.example/p'), links, navigation };
  });

test('facts that share parts say what they said alone', () => {
  fc.assert(
    fc.property(page, page, (one, model) => {
      assert.deepEqual(shareParts(one, model), one);
    }),
  );
});

test('a page is its model with what stands between head and tail', () => {
  fc.assert(
    fc.property(page, page, (one, model) => {
      const shared = findShared(one, model);
      const own = one.links.slice(shared.head, one.links.length - shared.tail);
      assert.deepEqual(joinLinks(model.links, shared, own), one.links);
      if (shared.navigation) assert.deepEqual(one.navigation, model.navigation);
    }),
  );
});

test('what repeats the model is the same thing, not a copy', () => {
  const links: Link[] = [0, 1, 2].map((n) => ({ url: `http://a.example/${n}`, text: '', as: 'a' }));
  const model = { ...emptyFacts('http://a.example/1'), links };
  const one = { ...emptyFacts('http://a.example/2'), links: structuredClone(links) };
  assert.ok(shareParts(one, model).links.every((same, index) => same === links[index]));
});
