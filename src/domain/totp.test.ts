import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBase32, matchTotp, toBase32, totpCode } from './totp.ts';

const secret = new TextEncoder().encode('12345678901234567890');

test('the codes of RFC 6238, appendix B', () => {
  for (const [seconds, code] of [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ] as const) {
    assert.equal(totpCode(secret, Math.floor(seconds / 30), 8), code);
  }
});

test('a code is right for its step and the ones beside it, and counts once', () => {
  const atMs = 1_234_567_890_000;
  const step = Math.floor(atMs / 30_000);
  for (const [shift, isRight] of [
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    const matched = matchTotp(secret, totpCode(secret, step + shift), atMs, null);
    assert.equal(matched, isRight ? step + shift : null);
  }
  assert.equal(matchTotp(secret, totpCode(secret, step), atMs, step), null);
  assert.equal(matchTotp(secret, totpCode(secret, step + 1), atMs, step), step + 1);
});

test('base32 as authenticator apps read it, there and back', () => {
  assert.equal(toBase32(new TextEncoder().encode('foobar')), 'MZXW6YTBOI');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      assert.deepEqual(fromBase32(toBase32(bytes)), bytes);
    }),
  );
});
