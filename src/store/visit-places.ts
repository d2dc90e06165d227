import { doubles, words } from '#base/column.ts';

/** Where the line of a visit stands in a file, in bytes. */
export interface LinePlace {
  offset: number;
  length: number;
}

/** Where the lines of a site's visits stand: visits go by number, from 0, in order of their ids. */
export class VisitPlaces {
  /** The figures of the ids. */
  readonly #ids = words();
  readonly #visits = doubles();
  /** Place in the facts file; the length is 0 for a visit without facts. */
  readonly #facts = doubles();
  readonly #factsLength = words();
  #visitBytes = 0;
  #factsBytes = 0;

  get count(): number {
    return this.#ids.length;
  }

  /** The figure of the last id; 0 before the first. */
  get last(): number {
    return this.count === 0 ? 0 : this.#ids.get(this.count - 1);
  }

  /** Notes a visit whose lines follow on those noted before. */
  add(id: string, visitBytes: number, factsBytes: number): void {
    const number = this.count;
    this.#ids.push(figureOf(id));
    this.#visits.push(this.#visitBytes);
    this.#facts.push(this.#factsBytes);
    this.#factsLength.set(number, factsBytes);
    this.#visitBytes += visitBytes;
    this.#factsBytes += factsBytes;
  }

  visit(number: number): LinePlace {
    const offset = this.#visits.get(number);
    const end = number + 1 < this.count ? this.#visits.get(number + 1) : this.#visitBytes;
    return { offset, length: end - offset };
  }

  /** Null for a visit without facts. */
  facts(number: number): LinePlace | null {
    const length = this.#factsLength.get(number);
    return length === 0 ? null : { offset: this.#facts.get(number), length };
  }

  /** The number of an id; -1 for one that is not there. */
  numberOf(id: string): number {
    const figure = figureOf(id);
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ids.get(middle) < figure) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.#ids.get(low) === figure ? low : -1;
  }
}

/** The figure in an id: 12 of `v000012`. */
export function figureOf(id: string): number {
  return Number(id.slice(1));
}
