import type { Brought, Order } from '#crawl/courier.ts';
import { type Reading, readVisit } from '#crawl/read-visit.ts';

/** Reads pages of a run's sites in the thread that fetches. */
export class ReadingAid {
  readonly #open: () => Reading;
  #reading: Reading | null = null;

  constructor(open: () => Reading) {
    this.#open = open;
  }

  /** The same answer, read. */
  read(brought: Brought, { purpose }: Required<Pick<Order, 'purpose'>>): Brought {
    this.#reading ??= this.#open();
    const { finalUrl, outcome, bytes } = brought.exchange;
    return { ...brought, facts: readVisit({ finalUrl, outcome, purpose }, bytes, this.#reading) };
  }
}
