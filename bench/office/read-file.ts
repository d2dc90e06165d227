import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Answered } from './ask.ts';

/** How long a file took, until its first byte and until its last. */
export type ReadFile = Pick<Answered, 'status' | 'firstMs' | 'ms' | 'bytes'>;

/** Of one look at a connection: with more, the first of twenty has its file before the others begin. */
const ROOM_BYTES = 64 << 10;
const HEAD_END = Buffer.from('\r\n\r\n');
/** How a chunked answer ends. */
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/**
 * A connection that stays open and counts what comes, without making anything of it: the asker
 * stands on the same two cores as the service, and a client that makes objects of ten megabytes
 * takes four times as long as whoever sends them.
 */
export class FileReader {
  #socket: Socket | null = null;
  #reading: Reading | null = null;

  /** Reads an answer to its end. Bytes are those of the body, with what frames its chunks. */
  async read(address: URL, headers: Readonly<Record<string, string>>): Promise<ReadFile> {
    const socket = await this.#connect(address);
    const lines = Object.entries({ host: address.host, ...headers }).map(([n, v]) => `${n}: ${v}`);
    const text = `GET ${address.pathname}${address.search} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
    return await new Promise((resolve, reject) => {
      this.#reading = new Reading(performance.now(), resolve, reject);
      socket.write(text);
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  async #connect({ hostname, port }: URL): Promise<Socket> {
    if (this.#socket !== null && !this.#socket.destroyed) return this.#socket;
    const buffer = Buffer.allocUnsafe(ROOM_BYTES);
    const callback = (bytes: number) => {
      this.#reading?.take(buffer.subarray(0, bytes));
      return true;
    };
    const socket = connect({ host: hostname, port: Number(port), onread: { buffer, callback } });
    socket.on('error', (error) => this.#reading?.fail(error));
    socket.on('close', () => this.#reading?.fail(new Error('the connection was closed')));
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    this.#socket = socket;
    return socket;
  }
}

class Reading {
  #head: Buffer | null = Buffer.alloc(0);
  #status = 0;
  #length: number | null = null;
  #bytes = 0;
  #firstMs = 0;
  #tail = Buffer.alloc(0);
  readonly #began: number;
  readonly #done: (read: ReadFile) => void;
  readonly fail: (error: Error) => void;

  constructor(began: number, done: (read: ReadFile) => void, fail: (error: Error) => void) {
    this.#began = began;
    this.#done = done;
    this.fail = fail;
  }

  take(piece: Buffer): void {
    const body = this.#head === null ? piece : this.#takeHead(piece, this.#head);
    if (body === null || body.length === 0) return;
    if (this.#bytes === 0) this.#firstMs = performance.now() - this.#began;
    this.#bytes += body.length;
    if (this.#isEnd(body)) this.#end();
  }

  /** What follows the head; null while it is not all there. */
  #takeHead(piece: Buffer, before: Buffer): Buffer | null {
    const all = Buffer.concat([before, piece]);
    const at = all.indexOf(HEAD_END);
    this.#head = at < 0 ? all : null;
    if (at < 0) return null;
    const head = all.toString('latin1', 0, at);
    this.#status = Number(head.split(' ')[1]);
    const length = /^content-length: (\d+)/im.exec(head)?.[1];
    this.#length = length === undefined ? null : Number(length);
    return all.subarray(at + HEAD_END.length);
  }

  #isEnd(body: Buffer): boolean {
    if (this.#length !== null) return this.#bytes >= this.#length;
    const kept = body.length >= LAST_CHUNK.length ? body : Buffer.concat([this.#tail, body]);
    this.#tail = Buffer.from(kept.subarray(-LAST_CHUNK.length));
    return this.#tail.equals(LAST_CHUNK);
  }

  #end(): void {
    const ms = performance.now() - this.#began;
    this.#done({ status: this.#status, firstMs: this.#firstMs, ms, bytes: this.#bytes });
  }
}
