import type { Brought, Courier, Opened, Opening, Order } from '#crawl/courier.ts';
import type { CourierMessage } from './thread-messages.ts';

type Thing = Brought | Opened;
/** What is sent, the ticket of the site apart. */
type Sent = CourierMessage extends infer M
  ? M extends unknown
    ? Omit<M, 'ticket'>
    : never
  : never;

/** A courier that has another thread bring what is ordered. */
export class RemoteCourier implements Courier {
  readonly userAgent: string;
  readonly mayOpen: boolean;
  readonly #send: (message: Sent) => void;
  readonly #waiting = new Map<number, (thing: Thing | null) => void>();
  readonly #signals = new WeakMap<AbortSignal, Set<number>>();
  #last = 0;

  readonly noteRead: () => void;

  constructor(
    of: Pick<Courier, 'userAgent' | 'mayOpen'>,
    send: (message: Sent) => void,
    noteRead: () => void,
  ) {
    this.userAgent = of.userAgent;
    this.mayOpen = of.mayOpen;
    this.noteRead = noteRead;
    this.#send = send;
  }

  async bring(of: Order, signal: AbortSignal): Promise<Brought | null> {
    const thing = await this.#await(signal, (order) => ({ kind: 'order', order, of }));
    return thing as Brought | null;
  }

  async open(of: Opening, signal: AbortSignal): Promise<Opened | null> {
    const thing = await this.#await(signal, (order) => ({ kind: 'opening', order, of }));
    return thing as Opened | null;
  }

  space(host: string, delayMs: number): void {
    this.#send({ kind: 'space', host, delayMs });
  }

  /** Hands over what an order brought; of a cancelled one nothing is wanted. */
  deliver(order: number, thing: Thing | null): void {
    const take = this.#waiting.get(order);
    this.#waiting.delete(order);
    take?.(thing);
  }

  #await(signal: AbortSignal, message: (order: number) => Sent): Promise<Thing | null> {
    if (signal.aborted) return Promise.resolve(null);
    const order = ++this.#last;
    const orders = this.#ordersOf(signal);
    orders.add(order);
    this.#send(message(order));
    return new Promise((resolve) => {
      this.#waiting.set(order, (thing) => {
        orders.delete(order);
        resolve(thing);
      });
    });
  }

  /** The open orders of a signal; its end cancels them all. One listener serves thousands. */
  #ordersOf(signal: AbortSignal): Set<number> {
    const known = this.#signals.get(signal);
    if (known) return known;
    const orders = new Set<number>();
    this.#signals.set(signal, orders);
    const cancel = () => {
      for (const order of orders) {
        this.#send({ kind: 'cancel', order });
        this.deliver(order, null);
      }
    };
    signal.addEventListener('abort', cancel, { once: true });
    return orders;
  }
}
