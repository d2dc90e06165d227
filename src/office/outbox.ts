/** The end of a channel to another thread. */
interface Port {
  postMessage(messages: unknown[]): void;
}

/** Messages of one turn of the event loop go out together: each sending has its price. */
export class Outbox<Message> {
  readonly #port: Port;
  #waiting: Message[] = [];

  constructor(port: Port) {
    this.#port = port;
  }

  put(message: Message): void {
    if (this.#waiting.push(message) === 1) setImmediate(() => this.flush());
  }

  /** Sends what waits, now. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const messages = this.#waiting;
    this.#waiting = [];
    this.#port.postMessage(messages);
  }
}
