import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { GrowingFile } from './growing-file.ts';

const about = { name: 'a.csv', mediaType: 'text/csv' };
/** Two halves that no packing makes small: more than is waited for. */
const halves = [1, 2].map((seed) =>
  Buffer.from(Uint8Array.from({ length: 60_000 }, (_, at) => (at * at * seed) % 251)),
);

/** A file that comes in two pieces, the second when it is let go on. */
function inTwo(pieces: readonly Uint8Array[], isGzip: boolean) {
  const { promise: gate, resolve: goOn, reject: breakOff } = Promise.withResolvers<void>();
  async function* coming(): AsyncGenerator<Uint8Array> {
    yield pieces[0] as Uint8Array;
    await gate;
    yield pieces[1] as Uint8Array;
  }
  return { file: new GrowingFile({ ...about, isGzip, pieces: coming() }), goOn, breakOff };
}

test('what is made is read from its beginning, by whoever comes, before it is finished', async () => {
  const { file, goOn } = inTwo(halves, false);
  await file.begun();
  assert.equal(file.whole, null);
  const early = file.read();
  assert.deepEqual((await early.next()).value, halves[0]);
  const [late, whole] = [buffer(file.read()), Buffer.concat(halves)];
  goOn();
  assert.deepEqual((await early.next()).value, halves[1]);
  assert.ok((await late).equals(whole));
  await file.finished;
  assert.ok((await buffer(file.read())).equals(whole));
  assert.match(file.tag ?? '', /^sha256:[\da-f]{64}$/);
});

test('who takes no gzip has the same unpacked, while it is made and behind that', async () => {
  const plain = Buffer.concat(halves);
  const packed = gzipSync(plain);
  const middle = packed.length >> 1;
  const { file, goOn } = inTwo([packed.subarray(0, middle), packed.subarray(middle)], true);
  const meanwhile = [buffer(file.unpacked().read()), buffer(file.unpacked().read())];
  goOn();
  for (const one of await Promise.all(meanwhile)) assert.ok(one.equals(plain));
  assert.equal(file.unpacked(), file.unpacked(), 'unpacked once for all');
  assert.ok(plain.equals(await file.plain()));
  assert.equal(file.bytes, packed.length + plain.length, 'both are kept, and counted');
});

test('what breaks a file breaks it for all who read it', async () => {
  const { file, breakOff } = inTwo(halves, false);
  await file.begun();
  const reading = [buffer(file.read()), buffer(file.unpacked().read()), file.finished];
  breakOff(new Error('no paper'));
  for (const one of await Promise.allSettled(reading)) assert.equal(one.status, 'rejected');
  assert.equal(file.whole, null);
  const pieces = new Readable({ read: () => pieces.destroy(new Error('no paper')) });
  const broken = new GrowingFile({ ...about, isGzip: false, pieces });
  await assert.rejects(broken.begun(), /no paper/);
});
