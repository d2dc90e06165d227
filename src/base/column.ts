type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Bytes of a piece: so large that the C library gives it back to the system when it is freed. */
const PIECE_BYTES = 1 << 17;
/** A row begins with room for so many numbers: most sites have no more. */
const FIRST = 1 << 12;

/**
 * A long row of numbers that grows in pieces, so that a million of them cost their bytes and no
 * more. What was never set is 0, and pieces of zeros cost nothing.
 */
export class Column<T extends Numbers> {
  readonly #make: (length: number) => T;
  readonly #bits: number;
  readonly #mask: number;
  readonly #pieces: (T | null)[] = [];
  #length = 0;

  constructor(make: (length: number) => T, numberBytes: number) {
    this.#make = make;
    this.#bits = Math.log2(PIECE_BYTES / numberBytes);
    this.#mask = 2 ** this.#bits - 1;
  }

  /** One more than the last place that was set. */
  get length(): number {
    return this.#length;
  }

  get(at: number): number {
    return this.#pieces[at >>> this.#bits]?.[at & this.#mask] ?? 0;
  }

  set(at: number, value: number): void {
    const place = at & this.#mask;
    let piece = this.#pieces[at >>> this.#bits] ?? null;
    if (value !== 0 && (piece === null || place >= piece.length)) {
      piece = this.#makeRoom(at >>> this.#bits, place, piece);
    }
    if (piece !== null && place < piece.length) piece[place] = value;
    if (at >= this.#length) this.#length = at + 1;
  }

  push(value: number): void {
    this.set(this.#length, value);
  }

  /** A piece with room for a place; what stood in the smaller one is copied. */
  #makeRoom(index: number, place: number, before: T | null): T {
    const piece = this.#make(index === 0 && place < FIRST ? FIRST : this.#mask + 1);
    if (before !== null) piece.set(before);
    while (this.#pieces.length <= index) this.#pieces.push(null);
    this.#pieces[index] = piece;
    return piece;
  }
}

export const bytes = () => new Column((length) => new Uint8Array(length), 1);
export const shorts = () => new Column((length) => new Uint16Array(length), 2);
export const words = () => new Column((length) => new Uint32Array(length), 4);
/** Whole numbers up to 2^53: places in files. */
export const doubles = () => new Column((length) => new Float64Array(length), 8);

export type Bytes = ReturnType<typeof bytes>;
export type Shorts = ReturnType<typeof shorts>;
export type Words = ReturnType<typeof words>;
export type Doubles = ReturnType<typeof doubles>;
