import type { Brought, Order } from '#crawl/courier.ts';
import type { ReadingAid } from './reading-aid.ts';

/** An answer that somebody has to read, and where it then goes. */
export interface UnreadAnswer {
  brought: Brought;
  purpose: NonNullable<Order['purpose']>;
  aid: ReadingAid;
  send: (brought: Brought) => void;
}

/** Unread answers that lie with the site's thread: as many as it reads while the other is busy. */
const AT_HAND = 8;
/** Answers held back at most, and their bytes: what lives for long is cleared up late. */
const MOST_HELD = 24;
const MAX_HELD_BYTES = 16 * 1024 * 1024;

/**
 * Shares the reading of pages between a site's thread and the one that fetches, so that neither
 * waits for the other: the site's thread is given a few answers at a time; the thread that fetches
 * reads of the others one a turn of its event loop. Both take the oldest, since sites go by order.
 */
export class ReadingShare {
  /** How many answers the site's thread has read so far; it counts there, in shared memory. */
  readonly #done: Int32Array;
  #given = 0;
  #held: UnreadAnswer[] = [];
  #heldBytes = 0;
  #isAwake = false;

  constructor(done: Int32Array) {
    this.#done = done;
  }

  /** No site is at work: what was given and never read (an order cancelled, a run stopped) counts no more. */
  rest(): void {
    this.#given = Atomics.load(this.#done, 0);
  }

  /** Takes an answer that came; without a core to spare it goes straight to the site's thread. */
  take(answer: UnreadAnswer, mayHold: boolean): void {
    if (!mayHold) return this.#give(answer);
    this.#held.push(answer);
    this.#heldBytes += answer.brought.exchange.bytes.length;
    this.#giveOut();
    while (this.#held.length > MOST_HELD || this.#heldBytes > MAX_HELD_BYTES) this.#readOldest();
    this.#wake();
  }

  #giveOut(): void {
    while (this.#held.length > 0 && this.#given - Atomics.load(this.#done, 0) < AT_HAND) {
      this.#give(this.#unhold(this.#held.shift() as UnreadAnswer));
    }
  }

  #give(answer: UnreadAnswer): void {
    this.#given += 1;
    answer.send(answer.brought);
  }

  #wake(): void {
    if (this.#isAwake || this.#held.length === 0) return;
    this.#isAwake = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#isAwake = false;
    this.#giveOut();
    this.#readOldest();
    this.#wake();
  }

  #readOldest(): void {
    const oldest = this.#held.shift();
    if (oldest === undefined) return;
    const { brought, purpose, aid, send } = this.#unhold(oldest);
    let read: Brought;
    try {
      read = aid.read(brought, { purpose });
    } catch {
      // A defect of ours ends the inspection of its site, not the process with all of them.
      return this.#give(oldest);
    }
    send(read);
  }

  #unhold(answer: UnreadAnswer): UnreadAnswer {
    this.#heldBytes -= answer.brought.exchange.bytes.length;
    return answer;
  }
}
