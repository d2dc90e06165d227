import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { formToken, readFormToken } from './form-token.ts';
import { isSolved, makeFirstWord, puzzleScript } from './puzzle.ts';

test('what browsers reckon is the SHA-256 that the server reckons', () => {
  const firstWord = makeFirstWord();
  fc.assert(
    fc.property(fc.string({ maxLength: 130, unit: 'grapheme-ascii' }), (text) => {
      assert.equal(firstWord(text), hash('sha256', text, 'buffer').readUInt32BE(0));
    }),
  );
});

test('the script finds an answer that the server accepts, and no other is', () => {
  const token = formToken('secret', 1_560_000_000_000);
  const field = { value: '', form: { elements: { token: { value: token } } } };
  const document = { querySelectorAll: () => [field] };
  const waiting: (() => void)[] = [];
  runInNewContext(puzzleScript, { document, setTimeout: (next: () => void) => waiting.push(next) });
  for (let next = waiting.shift(); next; next = waiting.shift()) next();
  assert.match(field.value, /^\d+$/);
  assert.ok(isSolved(token, field.value));
  assert.ok(!isSolved(`${token}x`, field.value));
  for (const wrong of ['', '-1', '1e3', 'x'.repeat(50)]) assert.ok(!isSolved(token, wrong));
});

test('a word of a form tells its age, and a changed one is none of ours', () => {
  const token = formToken('secret', 1000);
  assert.equal(readFormToken('secret', token, 6000)?.ageMs, 5000);
  assert.equal(readFormToken('other', token, 6000), null);
  const [time, once, mac] = token.split('.');
  assert.equal(readFormToken('secret', `zz.${once}.${mac}`, 6000), null);
  for (const strange of [
    '',
    '..',
    `${time}.${once}`,
    `${'x'.repeat(5000)}`,
    `a.b.${'é'.repeat(22)}`,
  ]) {
    assert.equal(readFormToken('secret', strange, 6000), null, strange.slice(0, 20));
  }
});
