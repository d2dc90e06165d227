import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { codesOf } from './codes.ts';
import { makeNameTable, nameAt } from './name-table.ts';
import { TAG_NAMES } from './tree.ts';

const table = makeNameTable(TAG_NAMES);

test('names are found by their characters, in any case, and nothing else is', () => {
  for (const [number, name] of TAG_NAMES.entries()) {
    for (const written of [name, name.toUpperCase()]) {
      assert.equal(nameAt(table, codesOf(`<${written}>`), 1, 1 + written.length), number, name);
    }
  }
  const near = fc.tuple(fc.constantFrom(...TAG_NAMES), fc.constantFrom(...'aqz1-Ⅰ文', ''));
  fc.assert(
    fc.property(near, ([name, more]) => {
      const written = name + more;
      const known = TAG_NAMES.indexOf(written as (typeof TAG_NAMES)[number]);
      assert.equal(nameAt(table, codesOf(written), 0, written.length), Math.max(0, known));
    }),
  );
});
