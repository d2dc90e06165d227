import { assert } from '#base/assert.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { Instant } from '#base/civil-date.ts';
import { sha256 } from '#base/hash.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Visit } from '#domain/visit.ts';
import { type WarcRecord, type WarcType, warcRecordId } from './warc-record.ts';

/** One visit with all that is to be saved of it. */
export interface KeptVisit {
  visit: Visit;
  /** Request line and headers as sent; null or empty when nothing was sent. */
  requestHead: string | null;
  /** Status line and headers of the final answer; null or empty when nothing was answered. */
  responseHead: string | null;
  /** The body after content decoding, as far as it was read; null when nothing was answered. */
  bytes: Uint8Array | null;
  /** The same as it came, gzipped; left out where it came otherwise or not whole. */
  wire?: Uint8Array | undefined;
  /** What the reader made of it; null for what is no page. */
  facts: PageFacts | null;
}

export interface TypedRecord {
  type: WarcType;
  record: WarcRecord;
  /** Packing it once more would gain nothing. */
  isPacked?: boolean;
}

/** Headers that stop being true once the body is stored as a whole; kept under another name. */
const UNTRUE_ONCE_WHOLE = /^(?:transfer-encoding|content-length)$/i;
/** Also once it is stored decoded. */
const UNTRUE_ONCE_DECODED = /^(?:content-encoding|transfer-encoding|content-length)$/i;

/**
 * The WARC records of a visit: the response (or, when nothing was answered, metadata holding the
 * outcome), then the request that led to it. A document from the browser is a resource; a picture
 * stands in a file of its own, and its outcome, which holds its hash, in the archive.
 */
export function visitRecords(siteKey: string, kept: KeptVisit): TypedRecord[] {
  const { visit } = kept;
  const isAnswered = visit.outcome.kind === 'answered' && visit.purpose !== 'picture';
  if (isAnswered && visit.method === 'browser') {
    return [{ type: 'resource', record: resourceRecord(siteKey, kept) }];
  }
  if (isAnswered && visit.unchangedSince) return revisitRecords(siteKey, kept);
  const type = isAnswered ? 'response' : 'metadata';
  const first = type === 'response' ? responseRecord(siteKey, kept) : outcomeRecord(siteKey, visit);
  if (!kept.requestHead) return [{ type, record: first }];
  const request = requestRecord(siteKey, visit, kept.requestHead, type);
  return [
    { type, record: first, isPacked: type === 'response' && kept.wire !== undefined },
    { type: 'request', record: request },
  ];
}

/** The first record of a file: who wrote it, when the run began. */
export function warcInfoRecord(siteKey: string, engine: string, startedAt: Instant): WarcRecord {
  const fields = [
    `software: xunwang/${engine}`,
    'format: WARC File Format 1.1',
    'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    `description: visits to ${siteKey}; bodies are stored with transfer coding removed, and content coding too unless it is gzip`,
  ];
  const block = Buffer.from(`${fields.join('\r\n')}\r\n`);
  return {
    headers: [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', warcRecordId(siteKey, '', 'warcinfo')],
      ['WARC-Date', startedAt],
      ['WARC-Filename', 'archive.warc.gz'],
      ['WARC-Block-Digest', sha256(block)],
      ['Content-Type', 'application/warc-fields'],
    ],
    block,
  };
}

function responseRecord(siteKey: string, kept: KeptVisit): WarcRecord {
  const { outcome } = kept.visit;
  assert(outcome.kind === 'answered', 'a response record needs an answer');
  const isPacked = kept.wire !== undefined;
  const body = bufferOf(kept.wire ?? kept.bytes ?? new Uint8Array());
  const untrue = isPacked ? UNTRUE_ONCE_WHOLE : UNTRUE_ONCE_DECODED;
  const head = archivedHead(kept.responseHead || madeHead(kept.visit), body.length, untrue);
  const block = Buffer.concat([Buffer.from(head), body]);
  const headers = commonHeaders(siteKey, kept.visit, 'response', block);
  headers.push(
    ['WARC-Payload-Digest', isPacked ? sha256(body) : outcome.bodyHash],
    ['Content-Type', 'application/http; msgtype=response'],
  );
  if (outcome.truncated) headers.push(['WARC-Truncated', 'length']);
  return { headers, block };
}

const NOT_MODIFIED = 'http://netpreserve.org/warc/1.1/revisit/server-not-modified';

/**
 * Of what has not changed: what the server said, and the body as it was taken over, so that the
 * archive tells all by itself.
 */
function revisitRecords(siteKey: string, kept: KeptVisit): TypedRecord[] {
  const { visit } = kept;
  const block = Buffer.from(`${headLines(kept.responseHead ?? '').join('\r\n')}\r\n\r\n`);
  const headers = commonHeaders(siteKey, visit, 'revisit', block);
  headers.push(
    ['WARC-Profile', NOT_MODIFIED],
    ['WARC-Refers-To-Target-URI', visit.finalUrl],
    ['WARC-Refers-To-Date', visit.unchangedSince ?? visit.at],
    ['WARC-Concurrent-To', warcRecordId(siteKey, visit.id, 'resource')],
    ['Content-Type', 'application/http; msgtype=response'],
  );
  return [
    { type: 'revisit', record: { headers, block } },
    { type: 'resource', record: resourceRecord(siteKey, kept) },
    { type: 'request', record: requestRecord(siteKey, visit, kept.requestHead ?? '', 'revisit') },
  ];
}

/** The same memory as a buffer. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function resourceRecord(siteKey: string, { visit, bytes }: KeptVisit): WarcRecord {
  assert(visit.outcome.kind === 'answered', 'a resource record needs an answer');
  const block = Buffer.from(bytes ?? []);
  const headers = commonHeaders(siteKey, visit, 'resource', block);
  headers.push(['WARC-Payload-Digest', sha256(block)], ['Content-Type', visit.outcome.contentType]);
  return { headers, block };
}

function requestRecord(siteKey: string, visit: Visit, head: string, answer: WarcType): WarcRecord {
  const block = Buffer.from(`${headLines(head).join('\r\n')}\r\n\r\n`);
  const headers = commonHeaders(siteKey, visit, 'request', block);
  headers.push(
    ['WARC-Concurrent-To', warcRecordId(siteKey, visit.id, answer)],
    ['Content-Type', 'application/http; msgtype=request'],
  );
  return { headers, block };
}

function outcomeRecord(siteKey: string, visit: Visit): WarcRecord {
  const value = { visit: visit.id, url: visit.url, via: visit.via, outcome: visit.outcome };
  const block = Buffer.from(canonicalJson(value));
  const headers = commonHeaders(siteKey, visit, 'metadata', block);
  headers.push(['Content-Type', 'application/json']);
  return { headers, block };
}

function commonHeaders(
  siteKey: string,
  visit: Visit,
  type: WarcType,
  block: Buffer,
): [string, string][] {
  return [
    ['WARC-Type', type],
    ['WARC-Record-ID', warcRecordId(siteKey, visit.id, type)],
    ['WARC-Warcinfo-ID', warcRecordId(siteKey, '', 'warcinfo')],
    ['WARC-Date', visit.at],
    ['WARC-Target-URI', visit.finalUrl],
    ['WARC-Block-Digest', sha256(block)],
  ];
}

/** The head as a reader of archives needs it: true for the body that follows. */
function archivedHead(head: string, bodyBytes: number, untrue: RegExp): string {
  const [status, ...fields] = headLines(head);
  const isTrue = `content-length: ${bodyBytes}`;
  const renamed = fields.flatMap((line) => {
    const name = line.slice(0, line.indexOf(':')).trim();
    if (line.trim().toLowerCase() === isTrue) return [];
    return untrue.test(name) ? `X-Orig-${line}` : line;
  });
  return `${[status, ...renamed, `Content-Length: ${bodyBytes}`].join('\r\n')}\r\n\r\n`;
}

/** A head made from what the visit kept, for a caller that has none. */
function madeHead(visit: Visit): string {
  const status = visit.outcome.kind === 'answered' ? visit.outcome.status : 0;
  const fields = Object.entries(visit.headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} `, ...fields].join('\r\n');
}

/** Lines of a head, continued ones joined, empty ones left out. */
function headLines(head: string): string[] {
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/[\r\n]+/).filter((line) => line !== '');
}
