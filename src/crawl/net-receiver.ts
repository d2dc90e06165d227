import { FetchError } from './failure-reason.ts';
import {
  type Answer,
  type Cut,
  isRedirectStatus,
  REDIRECT_BODY_MS,
  type Sending,
  type Sent,
  wantedBytes,
} from './net-answer.ts';
import { onAbort } from './on-abort.ts';

const MAX_INTERIMS = 20;
/** So many pieces are joined: of a body in tiny chunks the pieces weigh far more than the bytes. */
const MAX_PIECES = 1024;
/** A timer this late did not fire when it should: something of ours kept the process busy. */
const LATE_MS = 50;

/**
 * Gathers one answer, whichever parser feeds it, and keeps its limits: time to the headers, time
 * to the end, bytes. Settles once; what comes later is ignored and the connection is dropped.
 */
export class Receiver {
  readonly sent: Promise<Sent>;
  readonly #sending: Sending;
  readonly #startedAt = performance.now();
  readonly #chunks: Buffer[] = [];
  /** Pieces not yet joined to a chunk. */
  #pieces: Buffer[] = [];
  #head: Omit<Answer, 'body' | 'cut' | 'error'> | null = null;
  #limit = 0;
  #size = 0;
  #interims = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Time that may still be granted for our own being busy. */
  #graceMs: number;
  #settle!: (sent: Sent) => void;
  #isOver = false;
  #drop: (reason: Error) => void = () => {};
  readonly #forget: () => void;

  constructor(sending: Sending) {
    this.#sending = sending;
    this.sent = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#graceMs = sending.openMs;
    this.#arm(Math.max(0, sending.openMs), () => this.#fail(timeUp('no answer')));
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

  /** An answer before the answer (1xx): a few are usual, without end they are a flood. */
  onInterim(): void {
    this.#interims += 1;
    if (this.#interims > MAX_INTERIMS) this.#fail(new FetchError('budget', 'interim answers'));
  }

  /** Status and headers of the final answer (not of a 1xx before it). */
  onHead(status: number, statusText: string, rawHeaders: string[]): void {
    if (this.#isOver) return;
    const firstByteMs = performance.now() - this.#startedAt;
    this.#head = { status, statusText, rawHeaders, firstByteMs };
    this.#limit = wantedBytes(status, rawHeaders, this.#sending);
    const bodyMs = isRedirectStatus(status) ? REDIRECT_BODY_MS : this.#sending.totalMs;
    const leftMs = Math.max(0, Math.min(bodyMs, this.#sending.totalMs - firstByteMs));
    this.#arm(leftMs, () => this.#breakOff('time', timeUp('body not complete')));
  }

  /** Acts when the time is up; what we were too busy to take in meanwhile is waited for. */
  #arm(ms: number, act: () => void): void {
    clearTimeout(this.#timer);
    const dueMs = performance.now() + ms;
    this.#timer = setTimeout(() => {
      const lateMs = Math.min(performance.now() - dueMs, this.#graceMs);
      if (lateMs < LATE_MS) return act();
      this.#graceMs -= lateMs;
      this.#arm(lateMs, act);
    }, ms);
  }

  onData(chunk: Buffer): void {
    if (this.#isOver) return;
    const room = this.#limit - this.#size;
    this.#pieces.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    if (this.#pieces.length >= MAX_PIECES) this.#chunks.push(this.#joined());
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
    const isRedirect = this.#head !== null && isRedirectStatus(this.#head.status);
    if (cut === 'time' && this.#size === 0 && !isRedirect) this.#fail(reason);
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
    if (this.#pieces.length > 0 || this.#chunks.length === 0) this.#chunks.push(this.#joined());
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#over({ answer: { ...this.#head, body, cut, error } });
  }

  #joined(): Buffer {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
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
