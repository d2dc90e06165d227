type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const CHUNK_BITS = 12;
const CHUNK = 1 << CHUNK_BITS;

/**
 * A long row of numbers that grows in pieces, so that a million of them cost their bytes and no
 * more: nothing is copied when it grows. What was never set is 0, and pieces of zeros cost nothing.
 */
export class Column<T extends Numbers> {
  readonly #make: (length: number) => T;
  readonly #chunks: (T | null)[] = [];
  #length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  /** One more than the last place that was set. */
  get length(): number {
    return this.#length;
  }

  get(at: number): number {
    return this.#chunks[at >>> CHUNK_BITS]?.[at & (CHUNK - 1)] ?? 0;
  }

  set(at: number, value: number): void {
    const place = at >>> CHUNK_BITS;
    let chunk = this.#chunks[place] ?? null;
    if (chunk === null && value !== 0) {
      while (this.#chunks.length <= place) this.#chunks.push(null);
      this.#chunks[place] = chunk = this.#make(CHUNK);
    }
    if (chunk !== null) chunk[at & (CHUNK - 1)] = value;
    if (at >= this.#length) this.#length = at + 1;
  }

  push(value: number): void {
    this.set(this.#length, value);
  }
}

export const bytes = () => new Column((length) => new Uint8Array(length));
export const shorts = () => new Column((length) => new Uint16Array(length));
export const words = () => new Column((length) => new Uint32Array(length));
/** Whole numbers up to 2^53: places in files. */
export const doubles = () => new Column((length) => new Float64Array(length));

export type Bytes = ReturnType<typeof bytes>;
export type Shorts = ReturnType<typeof shorts>;
export type Words = ReturnType<typeof words>;
export type Doubles = ReturnType<typeof doubles>;
