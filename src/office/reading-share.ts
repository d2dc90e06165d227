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
/** Bytes of answers that are held back at most. */
const MAX_HELD_BYTES = 16 * 1024 * 1024;

/**
 * Shares the reading of pages between a site's thread and the one that fetches, so that neither
 * waits for the other: the site's thread is given the oldest answers, a few at a time, since it
 * goes by their order; the thread that fetches reads the newest, one a turn of its event loop.
 */
export class ReadingShare {
  /** How many answers the site's thread has read so far; it counts there, in shared memory. */
  readonly done: Int32Array;
  #given = 0;
  #held: UnreadAnswer[] = [];
  #heldBytes = 0;
  #isAwake = false;

  constructor(done: Int32Array) {
    this.done = done;
  }

  /** Takes an answer that came; without a core to spare it goes straight to the site's thread. */
  take(answer: UnreadAnswer, mayHold: boolean): void {
    if (!mayHold || this.#heldBytes > MAX_HELD_BYTES) return this.#give(answer);
    this.#held.push(answer);
    this.#heldBytes += answer.brought.exchange.bytes.length;
    this.#giveOut();
    this.#wake();
  }

  #giveOut(): void {
    while (this.#held.length > 0 && this.#given - Atomics.load(this.done, 0) < AT_HAND) {
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
    const newest = this.#held.pop();
    if (newest !== undefined) {
      const { brought, purpose, aid, send } = this.#unhold(newest);
      send(aid.read(brought, { purpose }));
    }
    this.#wake();
  }

  #unhold(answer: UnreadAnswer): UnreadAnswer {
    this.#heldBytes -= answer.brought.exchange.bytes.length;
    return answer;
  }
}
