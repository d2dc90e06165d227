import { doubles, shorts } from './column.ts';

/** Of so many pieces the first one's beginning is kept; the others' follow from the lengths. */
const STEP = 32;
/** Stands for a length that is kept apart. */
const LONG = 0xffff;

/**
 * Where pieces lie that follow one another, by number: two bytes a piece, since few are of 64 KB
 * or more.
 */
export class Lengths {
  readonly #lengths = shorts();
  readonly #long = new Map<number, number>();
  readonly #starts = doubles();
  #end = 0;

  /** Notes a piece behind those before; numbers only go up, what is left out has no length. */
  add(number: number, length: number): void {
    while (this.#starts.length * STEP <= number) this.#starts.push(this.#end);
    if (length >= LONG) this.#long.set(number, length);
    this.#lengths.set(number, Math.min(length, LONG));
    this.#end += length;
  }

  /** 0 for a piece that was not noted. */
  lengthOf(number: number): number {
    const length = this.#lengths.get(number);
    return length === LONG ? (this.#long.get(number) ?? LONG) : length;
  }

  /** Where a piece that was noted begins. */
  startOf(number: number): number {
    let start = this.#starts.get(Math.floor(number / STEP));
    for (let at = number - (number % STEP); at < number; at++) start += this.lengthOf(at);
    return start;
  }
}
