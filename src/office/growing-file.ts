import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { sha256 } from '#base/hash.ts';

/** A file whose bytes are made while they are read. */
export interface MadeFile {
  name: string;
  mediaType: string;
  /** Its bytes are those of a gzip of it. */
  isGzip: boolean;
  pieces: AsyncIterable<Uint8Array>;
}

/** Less is not begun to be sent: most files are whole by then, and tell their length. */
const BEGUN_BYTES = 48 << 10;
const unpack = promisify(gunzip);

/** A file that is made once, and read from its beginning by as many as like, also meanwhile. */
export class GrowingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly isGzip: boolean;
  /** When all of it is there; fails with what broke it. */
  readonly finished: Promise<void>;
  /** All of it as it is kept; null until it is finished. */
  whole: Uint8Array | null = null;
  /** Names what is in it; null until it is finished. */
  tag: string | null = null;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #grown = Promise.withResolvers<void>();
  #plain: Promise<Uint8Array> | null = null;

  constructor({ name, mediaType, isGzip, pieces }: MadeFile) {
    this.name = name;
    this.mediaType = mediaType;
    this.isGzip = isGzip;
    this.finished = this.#fill(pieces);
    // Who waits is told of a failure; nobody may be waiting.
    this.finished.catch(() => undefined);
  }

  /** What keeping it takes. */
  get bytes(): number {
    return this.#bytes;
  }

  async #fill(pieces: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const piece of pieces) {
      this.#pieces.push(piece);
      this.#bytes += piece.length;
      this.#wake();
    }
    this.whole = Buffer.concat(this.#pieces);
    this.tag = sha256(this.whole);
    this.#pieces = [];
  }

  /** Whoever waits for more looks again; that nothing more comes is told by `finished`. */
  #wake(): void {
    this.#grown.resolve();
    this.#grown = Promise.withResolvers<void>();
  }

  /** When enough of it is there to begin with. Fails if it broke before. */
  async begun(): Promise<void> {
    while (this.whole === null && this.#bytes < BEGUN_BYTES) {
      await Promise.race([this.#grown.promise, this.finished]);
    }
  }

  /** Its bytes from the beginning, also those that are not made yet. */
  async *read(): AsyncGenerator<Uint8Array> {
    if (this.whole !== null) return yield this.whole;
    const pieces = this.#pieces;
    for (let at = 0; ; ) {
      while (at < pieces.length) yield pieces[at++] as Uint8Array;
      if (this.whole !== null) return;
      await Promise.race([this.#grown.promise, this.finished]);
    }
  }

  /** The same unpacked, for who takes no gzip. */
  readPlain(): AsyncIterable<Uint8Array> {
    if (!this.isGzip) return this.read();
    const unpacking = createGunzip();
    pipeline(Readable.from(this.read()), unpacking, () => undefined);
    return unpacking;
  }

  /** All of it unpacked, for who takes no gzip; unpacked once for all of those. */
  async plain(): Promise<Uint8Array> {
    await this.finished;
    const { whole } = this;
    if (whole === null || !this.isGzip) return whole ?? new Uint8Array();
    this.#plain ??= unpack(whole).then((plain) => {
      this.#bytes += plain.length;
      return plain;
    });
    return await this.#plain;
  }
}
