import type { Brought, Order } from '#crawl/courier.ts';
import { type Reading, readVisit } from '#crawl/read-visit.ts';

/** Answers that lie with a thread unread, above which its pages are read for it. */
const BACKLOG = 32;
/** Orders a thread has open at most for one site (`crawl/in-order.ts`). */
const WINDOW = 256;

/**
 * Reads some of the pages of a thread in the thread that fetches, which has time to spare while
 * fewer sites than cores are at work. A thread orders a new page when it has done with one: so
 * the fewer of its orders are under way here, the more answers lie there unread.
 */
export class ReadingAid {
  readonly #open: () => Reading;
  #reading: Reading | null = null;
  #underWay = 0;

  constructor(open: () => Reading) {
    this.#open = open;
  }

  begin(): void {
    this.#underWay += 1;
  }

  /** Ends what `begin` began. */
  end(): void {
    this.#underWay -= 1;
  }

  /** The same answer, read where that helps. */
  read(brought: Brought | null, { purpose }: Order): Brought | null {
    if (brought === null || purpose === undefined || brought.facts !== undefined) return brought;
    if (this.#underWay > WINDOW - BACKLOG) return brought;
    const { exchange } = brought;
    // A server that says that nothing has changed sends nothing to read.
    if (exchange.outcome.kind !== 'answered' || exchange.outcome.status === 304) return brought;
    this.#reading ??= this.#open();
    const { finalUrl, outcome, bytes } = exchange;
    return { ...brought, facts: readVisit({ finalUrl, outcome, purpose }, bytes, this.#reading) };
  }
}
