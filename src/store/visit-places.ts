import { type Doubles, doubles, type Words, words } from '#base/column.ts';

/** Where the line of a visit stands in a file, in bytes. */
export interface LinePlace {
  offset: number;
  length: number;
}

/** Of so many visits the first one's places are kept whole; the others' follow from the lengths. */
const STEP = 32;

/** Where the lines of a site's visits stand: visits go by number, from 0, in order of their ids. */
export class VisitPlaces {
  /** By how much the figure of an id is ahead of the visit's own count: mostly 0. */
  readonly #ahead = words();
  readonly #visitStarts = doubles();
  readonly #factsStarts = doubles();
  readonly #visitLength = words();
  /** 0 for a visit without facts. */
  readonly #factsLength = words();
  #visitBytes = 0;
  #factsBytes = 0;

  get count(): number {
    return this.#ahead.length;
  }

  /** The figure of the last id; 0 before the first. */
  get last(): number {
    return this.count === 0 ? 0 : this.#figure(this.count - 1);
  }

  /** Notes a visit whose lines follow on those noted before. */
  add(id: string, visitBytes: number, factsBytes: number): void {
    const number = this.count;
    if (number % STEP === 0) {
      this.#visitStarts.push(this.#visitBytes);
      this.#factsStarts.push(this.#factsBytes);
    }
    this.#ahead.push(figureOf(id) - number - 1);
    this.#visitLength.set(number, visitBytes);
    this.#factsLength.set(number, factsBytes);
    this.#visitBytes += visitBytes;
    this.#factsBytes += factsBytes;
  }

  visit(number: number): LinePlace {
    return placeOf(number, this.#visitStarts, this.#visitLength);
  }

  /** Null for a visit without facts. */
  facts(number: number): LinePlace | null {
    const place = placeOf(number, this.#factsStarts, this.#factsLength);
    return place.length === 0 ? null : place;
  }

  #figure(number: number): number {
    return number + 1 + this.#ahead.get(number);
  }

  /** The number of an id; -1 for one that is not there. */
  numberOf(id: string): number {
    const figure = figureOf(id);
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#figure(middle) < figure) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.#figure(low) === figure ? low : -1;
  }
}

function placeOf(number: number, starts: Doubles, lengths: Words): LinePlace {
  let offset = starts.get(Math.floor(number / STEP));
  for (let at = number - (number % STEP); at < number; at++) offset += lengths.get(at);
  return { offset, length: lengths.get(number) };
}

/** The figure in an id: 12 of `v000012`. */
export function figureOf(id: string): number {
  return Number(id.slice(1));
}
