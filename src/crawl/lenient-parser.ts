import { isPage } from '#read/is-page.ts';
import { ChunkedBody } from './chunked-body.ts';
import { FetchError } from './failure-reason.ts';
import { headerValue, headerValues } from './net-answer.ts';
import type { Receiver } from './net-receiver.ts';

/** As much as the most patient browser takes. */
const MAX_HEADER_BYTES = 256 * 1024;
/** Enough to tell a page without a head from what is no answer at all. */
const SNIFF_BYTES = 64;

const END_OF_HEAD = /\r?\n\r?\n/;

/**
 * Understands what browsers do of an answer that is not HTTP by the book: bare line feeds, lines
 * without a colon or with a space before it, no reason, wrong or contradicting lengths, broken
 * chunks, a page without any head (HTTP/0.9). Fed from one connection, feeds one receiver.
 */
export class LenientParser {
  readonly #receiver: Receiver;
  /** What came before the body, as it came. */
  #parts: Buffer[] = [];
  #size = 0;
  /** Bytes of answers before the answer. */
  #passed = 0;
  /** The last characters of it: the end of a head is looked for in these and what comes next. */
  #tail = '';
  #isInBody = false;
  #chunks: ChunkedBody | null = null;
  /** Bytes of the body still to come; null: until the connection is closed. */
  #left: number | null = null;

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
  }

  /** Takes what the connection brings. */
  feed(bytes: Buffer): void {
    if (this.#isInBody) return this.#feedBody(bytes);
    const isSniffed = this.#size >= SNIFF_BYTES;
    const seen = this.#tail + bytes.toString('latin1');
    this.#parts.push(bytes);
    this.#size += bytes.length;
    this.#tail = seen.slice(-3);
    if (!isSniffed && this.#size >= SNIFF_BYTES) this.#sniff();
    if (this.#isInBody) return;
    if (END_OF_HEAD.test(seen)) this.#readHeads();
    if (this.#passed + this.#size > MAX_HEADER_BYTES) this.#giveUp();
  }

  /** The server closed the connection: the end of a body that told no length. */
  end(): void {
    if (!this.#isInBody && this.#size < SNIFF_BYTES) this.#sniff();
    if (!this.#isInBody) {
      this.#receiver.onError(new FetchError('reset', 'closed before an answer'));
    } else if (this.#chunks) this.#chunks.end();
    else if (this.#left === null) this.#receiver.onEnd();
    else this.#receiver.onError(new FetchError('reset', 'closed within the body'));
  }

  /** By its first bytes: an answer, a page sent without status and headers, or no HTTP. */
  #sniff(): void {
    const head = Buffer.concat(this.#parts);
    if (/^\s*(?:H(?:T(?:TP?)?)?$|HTTP\/|$)/i.test(head.toString('latin1', 0, SNIFF_BYTES))) return;
    if (!isPage('', head)) return this.#fail('no HTTP');
    this.#isInBody = true;
    this.#receiver.onHead(200, '', []);
    this.#receiver.onData(head);
  }

  #readHeads(): void {
    while (!this.#isInBody) {
      const all = Buffer.concat(this.#parts);
      const text = all.toString('latin1');
      const start = /^[\r\n]*/.exec(text)?.[0].length ?? 0;
      const end = END_OF_HEAD.exec(text.slice(start));
      if (!end) return;
      const rest = all.subarray(start + end.index + end[0].length);
      this.#passed += all.length - rest.length;
      this.#parts = [rest];
      this.#size = rest.length;
      this.#takeHead(text.slice(start, start + end.index));
      if (this.#isInBody && rest.length > 0) this.#feedBody(rest);
    }
  }

  /** An answer before the answer (1xx) is passed over. */
  #takeHead(head: string): void {
    const [first = '', ...lines] = head.split(/\r?\n/);
    const told = /^HTTP\/\d(?:\.\d+)?\s+(\d{3})\b\s*(.*)$/i.exec(first);
    if (!told) return this.#fail(first.slice(0, 40));
    const status = Number(told[1]);
    if (status < 200 && status !== 101) return;
    const rawHeaders = headerPairs(lines);
    this.#isInBody = true;
    this.#receiver.onHead(status, told[2] ?? '', rawHeaders);
    this.#frame(status, rawHeaders);
  }

  #frame(status: number, rawHeaders: string[]): void {
    const coding = headerValue(rawHeaders, 'transfer-encoding') ?? '';
    const lengths = new Set(headerValues(rawHeaders, 'content-length').map((text) => text.trim()));
    const [length = ''] = lengths;
    if (status === 204 || status === 304 || status === 101) this.#receiver.onEnd();
    else if (/chunked\s*$/i.test(coding)) this.#chunks = new ChunkedBody(this.#receiver);
    else if (lengths.size === 1 && /^\d+$/.test(length)) this.#left = Number(length);
    if (this.#left === 0) this.#receiver.onEnd();
  }

  #feedBody(bytes: Buffer): void {
    if (this.#chunks) return this.#chunks.feed(bytes);
    if (this.#left === null) return this.#receiver.onData(bytes);
    if (this.#left > 0) this.#receiver.onData(bytes.subarray(0, this.#left));
    this.#left = Math.max(0, this.#left - bytes.length);
    if (this.#left === 0) this.#receiver.onEnd();
  }

  /** More headers than any browser takes: that is our limit, not an answer. */
  #giveUp(): void {
    this.#isInBody = true;
    this.#receiver.onError(new FetchError('budget', 'headers without end'));
  }

  #fail(detail: string): void {
    this.#isInBody = true;
    this.#receiver.onError(new FetchError('protocol', detail));
  }
}

/** Names and values in turn; continued lines joined, lines that name nothing left out. */
function headerPairs(lines: readonly string[]): string[] {
  const pairs: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && pairs.length > 0) pairs.push(`${pairs.pop()} ${line.trim()}`);
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) || colon < 1) continue;
    pairs.push(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return pairs;
}
