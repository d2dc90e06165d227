import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sha256 } from '#base/hash.ts';

/** A file whose bytes are made while they are read. */
export interface MadeFile {
  name: string;
  mediaType: string;
  /** Its bytes are those of a gzip of it. */
  isGzip: boolean;
  /** What breaks it must be told instead of it: it begins when all of it is there. */
  isGivenWhole?: true;
  pieces: AsyncIterable<Uint8Array>;
}

/** Less is not begun to be sent: most files are whole by then, and tell their length. */
const BEGUN_BYTES = 48 << 10;
/** Unpacked in pieces as large as a connection takes them. */
const PLAIN_BYTES = 256 << 10;

/** A file that is made once, and read from its beginning by as many as like, also meanwhile. */
export class GrowingFile {
  readonly name: string;
  readonly mediaType: string;
  readonly isGzip: boolean;
  /** When all of it is there; fails with what broke it. */
  readonly finished: Promise<void>;
  /** All of it as it is kept; null until it is finished. */
  whole: Uint8Array | null = null;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  readonly #leastBytes: number;
  #grown = Promise.withResolvers<void>();
  #tag: string | null = null;
  #plain: GrowingFile | null = null;

  constructor({ name, mediaType, isGzip, isGivenWhole, pieces }: MadeFile) {
    this.#leastBytes = isGivenWhole ? Number.POSITIVE_INFINITY : BEGUN_BYTES;
    this.name = name;
    this.mediaType = mediaType;
    this.isGzip = isGzip;
    this.finished = this.#fill(pieces);
    // Who waits is told of a failure; nobody may be waiting.
    this.finished.catch(() => undefined);
  }

  /** What keeping it takes. */
  get bytes(): number {
    return this.#bytes + (this.#plain?.bytes ?? 0);
  }

  /** Names what is in it; null until it is finished. */
  get tag(): string | null {
    if (this.whole !== null) this.#tag ??= sha256(this.whole);
    return this.#tag;
  }

  async #fill(pieces: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const piece of pieces) {
      this.#pieces.push(piece);
      this.#bytes += piece.length;
      this.#wake();
    }
    this.whole = Buffer.concat(this.#pieces);
    this.#pieces = [];
  }

  /** Whoever waits for more looks again; that nothing more comes is told by `finished`. */
  #wake(): void {
    this.#grown.resolve();
    this.#grown = Promise.withResolvers<void>();
  }

  /** When enough of it is there to begin with. Fails if it broke before. */
  async begun(): Promise<void> {
    while (this.whole === null && this.#bytes < this.#leastBytes) {
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

  /** The same unpacked, for who takes no gzip; unpacked once for all of those. */
  unpacked(): GrowingFile {
    const { name, mediaType } = this;
    if (!this.isGzip) return this;
    this.#plain ??= new GrowingFile({ name, mediaType, isGzip: false, pieces: this.#unpack() });
    return this.#plain;
  }

  /** All of it unpacked. */
  async plain(): Promise<Uint8Array> {
    const file = this.unpacked();
    await file.finished;
    return file.whole ?? new Uint8Array();
  }

  #unpack(): AsyncIterable<Uint8Array> {
    const unpacking = createGunzip({ chunkSize: PLAIN_BYTES });
    pipeline(Readable.from(this.read()), unpacking, () => undefined);
    return unpacking;
  }
}
