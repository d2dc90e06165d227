import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { relativeHref } from './relative-href.ts';

test('a relative address resolves to where it came from', () => {
  const step = fc.constantFrom('a', 'b', 'index.html', 't1.html', 'x:y', '');
  const path = fc.array(step, { maxLength: 5 }).map((steps) => `/${steps.join('/')}`);
  const tail = fc.constantFrom('', '?p=1', '#top', '?u=/../x');
  fc.assert(
    fc.property(path, path, tail, (from, to, rest) => {
      const base = `http://a.example${from.startsWith('//') ? '/' : from}`;
      const here = new URL(base).pathname;
      if (to.startsWith('//')) return;
      assert.equal(
        new URL(relativeHref(here, to + rest), base).href,
        new URL(to + rest, base).href,
      );
    }),
  );
});

test('what is no plain address stays', () => {
  for (const href of [
    'http://a.example/',
    '//b.example/x',
    '../x',
    '/a/../b',
    'mailto:a@b.example',
  ])
    assert.equal(relativeHref('/c/d.html', href), href);
});
