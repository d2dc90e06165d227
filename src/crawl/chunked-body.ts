import { FetchError } from './failure-reason.ts';
import type { Receiver } from './net-receiver.ts';

/** A size and what may follow it on its line. */
const SIZE_LINE = /^\s*([0-9a-f]{1,12})\s*(?:;.*)?$/is;
const MAX_SIZE_LINE = 4096;

/**
 * Undoes chunking for a receiver. A body that says it is chunked and is not is taken as it stands;
 * one whose chunks break later ends there, broken off. What follows the last chunk is ignored.
 */
export class ChunkedBody {
  readonly #receiver: Receiver;
  #waiting: Buffer = Buffer.alloc(0);
  /** Bytes of the chunk still to come. */
  #left = 0;
  #isFirst = true;
  #isPlain = false;

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  feed(bytes: Buffer): void {
    if (this.#isPlain) return this.#receiver.onData(bytes);
    this.#waiting = this.#waiting.length > 0 ? Buffer.concat([this.#waiting, bytes]) : bytes;
    while (this.#waiting.length > 0 && !this.#receiver.isOver) {
      if (!(this.#left > 0 ? this.#takeData() : this.#takeSize())) return;
    }
  }

  /** The connection was closed: the end of a body that was not chunked after all. */
  end(): void {
    if (this.#isFirst && this.#waiting.length > 0) this.#breakOff();
    if (this.#isPlain) this.#receiver.onEnd();
    else this.#receiver.onError(new FetchError('reset', 'closed within the body'));
  }

  #takeData(): boolean {
    const data = this.#waiting.subarray(0, this.#left);
    this.#waiting = this.#waiting.subarray(data.length);
    this.#left -= data.length;
    this.#receiver.onData(data);
    return true;
  }

  /** False while the line is not complete, and when the body has come to its end. */
  #takeSize(): boolean {
    const from = lineBreakAt(this.#waiting);
    const end = this.#waiting.indexOf(0x0a, from);
    if (end < 0 && this.#waiting.length < MAX_SIZE_LINE) return false;
    const line = end < 0 ? '' : this.#waiting.toString('latin1', from, end);
    const size = SIZE_LINE.exec(line)?.[1];
    if (size === undefined) return this.#breakOff();
    this.#isFirst = false;
    this.#waiting = this.#waiting.subarray(end + 1);
    this.#left = Number.parseInt(size, 16);
    if (this.#left > 0) return true;
    this.#receiver.onEnd();
    return false;
  }

  #breakOff(): boolean {
    this.#isPlain = true;
    const rest = this.#waiting;
    this.#waiting = Buffer.alloc(0);
    if (this.#isFirst) this.#receiver.onData(rest);
    else this.#receiver.onError(new FetchError('protocol', 'no chunk where one should be'));
    return false;
  }
}

/** Length of the line break that ends the chunk before. */
function lineBreakAt(bytes: Buffer): number {
  if (bytes[0] === 0x0a) return 1;
  return bytes[0] === 0x0d && bytes[1] === 0x0a ? 2 : 0;
}
