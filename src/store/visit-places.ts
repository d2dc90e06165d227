import { words } from '#base/column.ts';
import { Lengths } from '#base/lengths.ts';

/** Where the line of a visit stands in a file, in bytes. */
export interface LinePlace {
  offset: number;
  length: number;
}

/** Where the lines of a site's visits stand: visits go by number, from 0, in order of their ids. */
export class VisitPlaces {
  /** By how much the figure of an id is ahead of the visit's own count: mostly 0. */
  readonly #ahead = words();
  readonly #visits = new Lengths();
  /** No length for a visit without facts. */
  readonly #facts = new Lengths();

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
    this.#ahead.push(figureOf(id) - number - 1);
    this.#visits.add(number, visitBytes);
    this.#facts.add(number, factsBytes);
  }

  visit(number: number): LinePlace {
    return placeOf(number, this.#visits);
  }

  /** Null for a visit without facts. */
  facts(number: number): LinePlace | null {
    return this.#facts.lengthOf(number) === 0 ? null : placeOf(number, this.#facts);
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

function placeOf(number: number, lengths: Lengths): LinePlace {
  return { offset: lengths.startOf(number), length: lengths.lengthOf(number) };
}

/** The figure in an id: 12 of `v000012`. */
export function figureOf(id: string): number {
  return Number(id.slice(1));
}
