import { hash } from 'node:crypto';

/** One record of a WARC 1.1 file (ISO 28500:2017), before compression. */
export interface WarcRecord {
  /** In order of writing; without `Content-Length`, which follows from the block. */
  headers: [name: string, value: string][];
  block: Buffer;
}

export type WarcType = 'warcinfo' | 'response' | 'revisit' | 'request' | 'metadata' | 'resource';

const VERSION = 'WARC/1.1';
const END_OF_HEAD = '\r\n\r\n';

/** The bytes of a record: version, headers, block, two line ends. */
export function writeWarcRecord(record: WarcRecord): Buffer {
  const lines = record.headers.map(([name, value]) => `${name}: ${value}`);
  const head = [VERSION, ...lines, `Content-Length: ${record.block.length}`].join('\r\n');
  return Buffer.concat([Buffer.from(head + END_OF_HEAD), record.block, Buffer.from(END_OF_HEAD)]);
}

/** Reads back one record; null when the bytes are not exactly one. */
export function parseWarcRecord(bytes: Buffer): WarcRecord | null {
  const parts = splitHead(bytes);
  if (parts === null) return null;
  const [version, ...lines] = parts.head.split('\r\n');
  if (version !== VERSION) return null;
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const length = Number(headers.pop()?.[1]);
  if (parts.body.length !== length + END_OF_HEAD.length) return null;
  if (parts.body.toString('latin1', length) !== END_OF_HEAD) return null;
  return { headers, block: parts.body.subarray(0, length) };
}

/** The value of a header by its name; null when it is not there. */
export function warcHeader(record: WarcRecord, name: string): string | null {
  const wanted = name.toLowerCase();
  return record.headers.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}

/** A head and what follows its empty line; null when there is no empty line. */
export function splitHead(bytes: Buffer): { head: string; body: Buffer } | null {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  return {
    head: bytes.toString('utf8', 0, end),
    body: bytes.subarray(end + END_OF_HEAD.length),
  };
}

/** The ids last made, one a type: a visit's records name each other, and all name the first. */
const latest = new Map<WarcType, { of: string; id: string }>();

/**
 * The id of a record, the same whenever it is made again: a UUID of version 8 (RFC 9562) from the
 * hash of site, visit and record type.
 */
export function warcRecordId(siteKey: string, visitId: string, type: WarcType): string {
  const of = `${siteKey}\n${visitId}\n${type}`;
  const known = latest.get(type);
  if (known?.of === of) return known.id;
  const id = uuidOf(of);
  latest.set(type, { of, id });
  return id;
}

function uuidOf(text: string): string {
  const hex = hash('sha256', text);
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return `<urn:uuid:${groups.join('-')}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}
