import { FetchError } from './failure-reason.ts';
import { onAbort } from './on-abort.ts';
import { type Answer, type Cut, type Sending, type Sent, wantedBytes } from './net-answer.ts';

/**
 * Gathers one answer, whichever parser feeds it, and keeps its limits: time to the headers, time
 * to the end, bytes. Settles once; what comes later is ignored and the connection is dropped.
 */
export class Receiver {
  readonly sent: Promise<Sent>;
  readonly #sending: Sending;
  readonly #startedAt = performance.now();
  readonly #chunks: Buffer[] = [];
  #head: Omit<Answer, 'body' | 'cut' | 'error'> | null = null;
  #limit = 0;
  #size = 0;
  #timer: NodeJS.Timeout;
  #settle!: (sent: Sent) => void;
  #isOver = false;
  #drop: (reason: Error) => void = () => {};
  readonly #forget: () => void;

  constructor(sending: Sending) {
    this.#sending = sending;
    this.sent = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#timer = setTimeout(() => this.#fail(timeUp('no answer')), Math.max(0, sending.openMs));
    const stop = () => this.#fail(new FetchError('ours', 'stopped'));
    this.#forget = sending.signal ? onAbort(sending.signal, stop) : () => {};
    if (sending.signal?.aborted) stop();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** How to break the connection off; called at once when all is over already. */
  onDrop(drop: (reason: Error) => void): void {
    this.#drop = drop;
    if (this.#isOver) drop(new FetchError('ours', 'no longer wanted'));
  }

  /** Status and headers of the final answer (not of a 1xx before it). */
  onHead(status: number, statusText: string, rawHeaders: string[]): void {
    if (this.#isOver) return;
    const firstByteMs = performance.now() - this.#startedAt;
    this.#head = { status, statusText, rawHeaders, firstByteMs };
    this.#limit = wantedBytes(status, rawHeaders, this.#sending);
    clearTimeout(this.#timer);
    const leftMs = Math.max(0, this.#sending.totalMs - firstByteMs);
    this.#timer = setTimeout(() => this.#breakOff('time', timeUp('body not complete')), leftMs);
  }

  onData(chunk: Buffer): void {
    if (this.#isOver) return;
    const room = this.#limit - this.#size;
    this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#size += Math.min(chunk.length, room);
    if (chunk.length > room) this.#breakOff('limit', new FetchError('ours', 'enough'));
  }

  onEnd(): void {
    this.#finish(null, null);
  }

  /** Connection or parser failed; a part of the body, where there is one, is the answer. */
  onError(error: unknown): void {
    if (this.#head && this.#size > 0) this.#finish('broken', error);
    else this.#over({ error });
  }

  #breakOff(cut: Cut, reason: Error): void {
    if (cut === 'time' && this.#size === 0) this.#fail(reason);
    else {
      this.#finish(cut, null);
      this.#drop(reason);
    }
  }

  #fail(error: Error): void {
    this.#over({ error });
    this.#drop(error);
  }

  #finish(cut: Cut | null, error: unknown): void {
    if (this.#isOver || !this.#head) return;
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#over({ answer: { ...this.#head, body, cut, error } });
  }

  #over(sent: Sent): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#forget();
    this.#settle(sent);
  }
}

function timeUp(detail: string): FetchError {
  return new FetchError('timeout', detail);
}
