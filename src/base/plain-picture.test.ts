import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { plainPicture } from './plain-picture.ts';

const ascii = (text: string) => [...text].map((one) => one.charCodeAt(0));
const segment = (marker: number, data: number[]) => {
  const length = data.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...data];
};

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const SCANNED = [1, 2, 0xff, 0, 3, 0xff, 0xd3, 4];
/** One entry, which tells the orientation. */
const DIRECTORY = [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0];

/** Exif that says how the camera was held and where it was. */
const exif = (orientation: number) =>
  segment(0xe1, [
    ...ascii('Exif\0\0'),
    ...ascii('II'),
    ...DIRECTORY,
    orientation,
    0,
    0,
    0,
    ...ascii('GPS N29.84 E114.32'),
  ]);

const jpeg = (orientation: number) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, ascii('JFIF\0')),
    ...exif(orientation),
    ...segment(0xe2, ascii('ICC_PROFILE of a named camera')),
    ...segment(0xfe, ascii('taken by somebody')),
    ...segment(0xc2, [8, 0, 20, 0, 30, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...SCANNED,
    ...segment(0xfe, ascii('between two scans')),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    5,
    6,
    0xff,
    0xd9,
    ...ascii('something after the end'),
  ]);

const chunk = (name: string, data: Uint8Array | number[]) => [
  data.length >>> 24,
  (data.length >> 16) & 255,
  (data.length >> 8) & 255,
  data.length & 255,
  ...ascii(name),
  ...data,
  0,
  0,
  0,
  0,
];

const png = (width: number, height: number) => {
  const size = [width, height].flatMap((n) => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]);
  return Uint8Array.from([
    ...PNG_MARK,
    ...chunk('IHDR', [...size, 8, 0, 0, 0, 0]),
    ...chunk('tEXt', ascii('Author\0somebody')),
    ...chunk('eXIf', ascii('GPS')),
    ...chunk('IDAT', deflateSync(new Uint8Array(100))),
    ...chunk('IEND', []),
    ...ascii('PK\x03\x04 a zip behind it'),
  ]);
};

test('a JPEG keeps its picture and how it was held, and loses all else', () => {
  const plain = plainPicture(jpeg(6));
  assert.equal(plain?.mediaType, 'image/jpeg');
  assert.deepEqual([plain?.width, plain?.height], [30, 20]);
  const text = Buffer.from(plain?.bytes ?? []).toString('latin1');
  for (const told of ['GPS', 'ICC', 'somebody', 'between', 'after'])
    assert.ok(!text.includes(told));
  assert.ok(text.includes('JFIF') && text.includes('\x01\x02\xff\x00\x03'));
  assert.match(text, /Exif\0\0MM[^]{16}\x00\x06/);
  assert.ok(!Buffer.from(plainPicture(jpeg(1))?.bytes ?? []).includes('Exif'));
  assert.deepEqual(plainPicture(plain?.bytes ?? new Uint8Array())?.bytes, plain?.bytes);
});

test('a PNG keeps what is seen, and nothing behind its end', () => {
  const plain = plainPicture(png(10, 10));
  assert.equal(plain?.mediaType, 'image/png');
  const text = Buffer.from(plain?.bytes ?? []).toString('latin1');
  for (const told of ['somebody', 'GPS', 'PK']) assert.ok(!text.includes(told));
  assert.ok(text.endsWith('IEND\0\0\0\0'));
});

test('a small file that unpacks to a huge picture is none', () => {
  assert.equal(plainPicture(png(100_000, 100_000)), null);
  assert.equal(plainPicture(png(0, 10)), null);
});

test('other kinds, cut files and noise are none, and never break it', () => {
  for (const text of ['GIF89a', '<svg onload="x">', 'PK\x03\x04', '%PDF-1.7', '', '\xff\xd8\xff']) {
    assert.equal(plainPicture(Uint8Array.from(ascii(text))), null, text);
  }
  const whole = [jpeg(6), png(10, 10)];
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.constantFrom(...whole), (cut, flip, bytes) => {
      const changed = bytes.slice(0, cut % (bytes.length + 1));
      if (changed.length > 0) changed[flip % changed.length] = flip & 255;
      const plain = plainPicture(changed);
      assert.ok(plain === null || plain.bytes.length <= bytes.length + 40);
    }),
  );
});
