import type { Brought, Courier, Order } from '#crawl/courier.ts';
import type { Outbox } from './outbox.ts';
import type { FromThread } from './thread-messages.ts';

/** A courier that has another thread bring what is ordered. */
export class RemoteCourier implements Courier {
  readonly userAgent: string;
  readonly #outbox: Outbox<FromThread>;
  readonly #waiting = new Map<number, (brought: Brought | null) => void>();
  readonly #signals = new WeakMap<AbortSignal, Set<number>>();
  #last = 0;

  constructor(userAgent: string, outbox: Outbox<FromThread>) {
    this.userAgent = userAgent;
    this.#outbox = outbox;
  }

  bring(of: Order, signal: AbortSignal): Promise<Brought | null> {
    if (signal.aborted) return Promise.resolve(null);
    const order = ++this.#last;
    const orders = this.#ordersOf(signal);
    orders.add(order);
    this.#outbox.put({ kind: 'order', order, of });
    return new Promise((resolve) => {
      this.#waiting.set(order, (brought) => {
        orders.delete(order);
        resolve(brought);
      });
    });
  }

  space(host: string, delayMs: number): void {
    this.#outbox.put({ kind: 'space', host, delayMs });
  }

  /** Hands over what an order brought; of a cancelled one nothing is wanted. */
  deliver(order: number, brought: Brought | null): void {
    const take = this.#waiting.get(order);
    this.#waiting.delete(order);
    take?.(brought);
  }

  /** The open orders of a signal; its end cancels them all. One listener serves thousands. */
  #ordersOf(signal: AbortSignal): Set<number> {
    const known = this.#signals.get(signal);
    if (known) return known;
    const orders = new Set<number>();
    this.#signals.set(signal, orders);
    const cancel = () => {
      for (const order of orders) {
        this.#outbox.put({ kind: 'cancel', order });
        this.deliver(order, null);
      }
    };
    signal.addEventListener('abort', cancel, { once: true });
    return orders;
  }
}
