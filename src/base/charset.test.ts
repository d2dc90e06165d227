import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decodeText, encodeQuery } from './charset.ts';
import { encodeInto } from './charset-encoder.ts';

const SENTENCE = '关于印发《河道管理办法》的通知，请各有关单位遵照执行。今年的工作已经开始。';

function encode(text: string, charset: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else assert.ok(encodeInto(bytes, code, charset), character);
  }
  return Uint8Array.from(bytes);
}

test('a declaration in header or meta is followed, every GB label as gb18030', () => {
  for (const label of ['gb2312', 'GBK', 'gb18030', 'x-gbk', 'GB_2312-80']) {
    const header = decodeText(encode(SENTENCE, 'gb18030'), `text/html; charset=${label}`);
    assert.deepEqual([header.text, header.charset], [SENTENCE, 'gb18030']);
    const page = `<meta http-equiv=Content-Type content="text/html; charset=${label}">${SENTENCE}`;
    assert.equal(decodeText(encode(page, 'gb18030'), 'text/html').text, page);
  }
});

test('bytes that contradict the declaration win over it', () => {
  const gb = decodeText(encode(SENTENCE, 'gb18030'), 'text/html; charset=utf-8');
  assert.deepEqual([gb.text, gb.charset, gb.certain], [SENTENCE, 'gb18030', false]);
  const utf8 = decodeText(encode(SENTENCE, 'utf-8'), 'text/html; charset=gb2312');
  assert.deepEqual([utf8.text, utf8.charset], [SENTENCE, 'utf-8']);
  const latin = decodeText(encode(SENTENCE, 'gb18030'), 'text/html; charset=ISO-8859-1');
  assert.equal(latin.text, SENTENCE);
});

test('without any declaration the statistics tell GB from Big5 and UTF-8', () => {
  assert.equal(decodeText(encode(SENTENCE, 'gb18030'), '').charset, 'gb18030');
  assert.equal(decodeText(encode(SENTENCE, 'utf-8'), '').charset, 'utf-8');
  const page = `<meta charset=big5>關於公開資訊的通知，請有關機關在一個月之內辦理。`;
  assert.deepEqual(decodeText(encode(page, 'big5'), ''), {
    text: page,
    charset: 'big5',
    certain: true,
  });
});

test('UTF-16 is found by its mark or its zero bytes, whatever the meta tag claims', () => {
  const text = `<html><head><meta charset="utf-8"><title>ok</title></head><p>${SENTENCE}</p></html>`;
  const little = new Uint8Array(Buffer.from(text, 'utf16le'));
  assert.deepEqual(decodeText(little, 'text/html').text, text);
  assert.equal(decodeText(little, 'text/html; charset=gbk').charset, 'utf-16le');
  assert.equal(decodeText(Uint8Array.from([0xff, 0xfe, ...little]), '').text, text);
});

test('a query is encoded in the charset of its page, as browsers do', () => {
  assert.equal(encodeQuery('kw=中文 ok&a=%20', 'gb18030'), 'kw=%D6%D0%CE%C4%20ok&a=%20');
  assert.equal(encodeQuery('中', 'utf-8'), '%E4%B8%AD');
  assert.equal(encodeQuery('中文', 'big5'), '%A4%A4%A4%E5');
  assert.equal(encodeQuery('é', 'big5').startsWith('%26%23233%3B'), true);
});

test('every character survives encoding and decoding in GB18030 and UTF-8', () => {
  const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
  fc.assert(
    fc.property(character, fc.constantFrom('gb18030', 'utf-8'), (one, charset) => {
      const code = one.codePointAt(0) ?? 0;
      fc.pre(code >= 0x80 && (code < 0xd800 || code > 0xf8ff) && code !== 0xfffd);
      const bytes: number[] = [];
      if (!encodeInto(bytes, code, charset)) return;
      assert.equal(new TextDecoder(charset).decode(Uint8Array.from(bytes)).codePointAt(0), code);
    }),
  );
});

test('any bytes decode to some text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, type) => {
      assert.equal(typeof decodeText(bytes, `text/html; charset=${type}`).text, 'string');
    }),
  );
});

/** The text in each encoding, with a declaration in front that may be a lie. */
const OWN_TEXTS = [
  `<html><head>META<title>关于印发《河道管理办法》的通知</title></head><body><p>${SENTENCE.repeat(3)}</p></body></html>`,
  `<html><head>META<title>關於公開資訊的通知</title></head><body><p>請有關機關在一個月之內辦理，並將結果公開在網站上。今天的會議在市政府開。</p></body></html>`,
  '<html><head>META<title>Cafe</title></head><body><p>Le café est fermé jusqu’à l’été.</p></body></html>',
  '<html><head>META<title>ok</title></head><body>plain</body></html>',
];
const OWN_CHARSETS = ['utf-8', 'gb18030', 'big5', 'windows-1252', 'utf-16le', 'utf-16be'];
const OWN_LABELS = [null, 'utf-8', 'gb2312', 'big5', 'iso-8859-1', 'utf-16', 'nonsense'];

function encodeAny(text: string, charset: string): Uint8Array | null {
  if (charset === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (charset === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (!encodeInto(bytes, code, charset)) return null;
  }
  return Uint8Array.from(bytes);
}

test('whatever is declared, a text comes back letter for letter or is marked undecided', () => {
  for (const own of OWN_TEXTS) {
    for (const charset of OWN_CHARSETS) {
      for (const meta of OWN_LABELS) {
        const text = own.replace('META', meta === null ? '' : `<meta charset="${meta}">`);
        const bytes = encodeAny(text, charset);
        if (bytes === null) continue;
        for (const header of OWN_LABELS) {
          const type = header === null ? 'text/html' : `text/html; charset=${header}`;
          const read = decodeText(bytes, type);
          const words = `${charset}, header ${header}, meta ${meta}, read as ${read.charset}`;
          assert.ok(read.text === text || !read.certain, words);
        }
      }
    }
  }
});

test('a page put together from UTF-8 and GB parts is read part by part, and never for certain', () => {
  const parts = (main: string, other: string) => [
    ...encode(`<html><body><div>${SENTENCE}</div><p>${SENTENCE}</p>`, main),
    ...encode('<p>主办单位：河口区水务局</p>', other),
    ...encode('<span>今天的会议 © 2019</span></body></html>', main),
  ];
  const whole = `<html><body><div>${SENTENCE}</div><p>${SENTENCE}</p><p>主办单位：河口区水务局</p><span>今天的会议 © 2019</span></body></html>`;
  const utf8 = decodeText(Uint8Array.from(parts('utf-8', 'gb18030')), '');
  assert.deepEqual(utf8, { text: whole, charset: 'utf-8', certain: false });
  const gb = decodeText(Uint8Array.from(parts('gb18030', 'utf-8')), 'text/html; charset=gbk');
  assert.deepEqual(gb, { text: whole, charset: 'gb18030', certain: false });
});
