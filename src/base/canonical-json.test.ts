import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, canonicalLine, canonicalPieces, isSameJson } from './canonical-json.ts';

test('the order in which members were set does not show', () => {
  assert.equal(
    canonicalJson({ b: 1, a: { d: 2, c: [3] } }),
    canonicalJson({ a: { c: [3], d: 2 }, b: 1 }),
  );
});

test('any JSON value comes back as it was, from one line too', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      assert.deepEqual(JSON.parse(canonicalJson(plain)), plain);
      assert.deepEqual(JSON.parse(canonicalLine(plain)), plain);
      assert.equal(canonicalLine(plain).indexOf('\n'), canonicalLine(plain).length - 1);
    }),
  );
});

test('members that are undefined are left out', () => {
  assert.equal(canonicalLine({ a: undefined, b: null }), '{"b":null}\n');
});

test('values are the same when their canonical texts are', () => {
  const holed = fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined }));
  const value = fc.oneof(fc.jsonValue(), holed);
  const same = (a: unknown, b: unknown) => {
    assert.equal(isSameJson(a, b), canonicalLine(a) === canonicalLine(b));
  };
  fc.assert(fc.property(value, value, same));
  fc.assert(fc.property(value, (one) => same(one, JSON.parse(canonicalLine(one)))));
  same({ a: undefined }, {});
  same({ a: undefined, b: 1 }, { b: 1, c: undefined });
  same([undefined], [null]);
  same({ a: [1, { b: null }] }, { a: [1, { b: 0 }] });
  same({ toString: 1 }, { a: 1 });
  same(Number.NaN, null);
  same([-0], [0]);
});

test('in pieces the text is the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal([...canonicalPieces(value)].join(''), canonicalJson(value));
    }),
  );
  const deep = { b: [{ a: [], c: {} }, { z: [[{ q: [1, { t: 'x\ny"' }] }]] }], a: undefined };
  assert.equal([...canonicalPieces(deep)].join(''), canonicalJson(deep));
});
