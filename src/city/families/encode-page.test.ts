import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { encodePage } from './encode-page.ts';

const CHARSETS = ['utf-8', 'gb2312', 'gbk', 'gb18030', 'big5'] as const;

test('bytes decode to the text, with references for what a charset lacks', () => {
  const signs = fc.array(fc.integer({ min: 0x20, max: 0x2ffff }), { maxLength: 60 });
  fc.assert(
    fc.property(signs, fc.constantFrom(...CHARSETS), (points, charset) => {
      const usable = points.filter((point) => point < 0xd800 || point > 0xf8ff);
      const text = String.fromCodePoint(...usable).replace(/[&\ufeff\u0080-\u009f]/g, '');
      const back = new TextDecoder(charset).decode(encodePage(text, charset));
      const whole = back.replace(/&#x([0-9a-f]+);/g, (_, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      assert.equal(whole, text);
    }),
    { numRuns: 300 },
  );
});

test('known bytes', () => {
  const hex = (text: string, charset: (typeof CHARSETS)[number]) =>
    Buffer.from(encodePage(text, charset)).toString('hex');
  assert.equal(hex('中文', 'gb2312'), 'd6d0cec4');
  assert.equal(hex('镕', 'gbk'), 'e946');
  assert.equal(hex('中文', 'big5'), 'a4a4a4e5');
  assert.equal(hex('㐀😀', 'gb18030'), '8139ee399439fc36');
  assert.equal(Buffer.from(encodePage('镕', 'gb2312')).toString(), '&#x9555;');
});
