import { closeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sha256 } from '#base/hash.ts';
import type { Outcome } from '#domain/visit.ts';
import { archivePath, type IndexEntry, parseIndexLine, type RecordPlace } from './archive-index.ts';
import { openIfThere, readAt } from './read-at.ts';
import { readLines } from './read-lines.ts';
import type { RunFolder } from './run-folder.ts';
import { parseWarcRecord, splitHead, type WarcRecord, warcHeader } from './warc-record.ts';

/** A visit's evidence as it was saved. */
export interface SavedRecord {
  /** Request line and headers, ending in an empty line; null when nothing was sent. */
  requestHead: string | null;
  /** Status line and headers, true for the body as it is archived; null when nothing was answered, or to a browser. */
  responseHead: string | null;
  /** After content decoding; null when nothing was answered. */
  body: Buffer | null;
  /** Why nothing was answered; missing when something was. */
  outcome?: Outcome;
}

export interface RecordProblem {
  problem: 'missing' | 'damaged';
  detail: string;
}

/** No record of ours unpacks to more. */
const MAX_RECORD_BYTES = 1 << 29;

/**
 * The evidence of one visit, by the index, its hashes and digests checked. To read many, use
 * `openRecordReader`.
 */
export function readRecord(
  folder: RunFolder,
  siteKey: string,
  visitId: string,
): SavedRecord | RecordProblem {
  return openRecordReader(folder, siteKey)(visitId);
}

/** Reads the index of a site once; the function it gives reads single records. */
export function openRecordReader(
  folder: RunFolder,
  siteKey: string,
): (visitId: string) => SavedRecord | RecordProblem {
  const entries = new Map<string, IndexEntry>();
  for (const line of readLines(archivePath(folder, siteKey, 'index'))) {
    const entry = parseIndexLine(line.bytes);
    if (entry?.visit) entries.set(entry.visit, entry);
  }
  const path = archivePath(folder, siteKey, 'warc');
  return (visitId) => {
    const entry = entries.get(visitId);
    if (!entry) return missing(`${visitId} is not in the index of ${siteKey}`);
    return readEntry(path, entry);
  };
}

function readEntry(path: string, entry: IndexEntry): SavedRecord | RecordProblem {
  const file = openIfThere(path);
  if (file === null) return missing(`there is no ${path}`);
  try {
    const saved: SavedRecord = { requestHead: null, responseHead: null, body: null };
    for (const place of entry.records) {
      const record = readMember(file, place);
      if ('problem' in record) return record;
      const problem = addTo(saved, place, record);
      if (problem) return problem;
    }
    return saved;
  } finally {
    closeSync(file);
  }
}

/** One gzip member of the WARC file, checked against the hash of its index entry. */
function readMember(file: number, place: RecordPlace): WarcRecord | RecordProblem {
  const bytes = readAt(file, place);
  if (bytes.length < place.length) return missing(`the archive ends before ${place.offset}`);
  if (sha256(bytes) !== place.hash) return damaged(`the ${place.type} at ${place.offset} changed`);
  return unpackMember(bytes) ?? damaged(`the ${place.type} at ${place.offset} is no WARC record`);
}

/** Unpacks one gzip member and checks the record's own digest; null when either fails. */
export function unpackMember(bytes: Buffer): WarcRecord | null {
  let unpacked: Buffer;
  try {
    unpacked = gunzipSync(bytes, { maxOutputLength: MAX_RECORD_BYTES });
  } catch {
    return null;
  }
  const record = parseWarcRecord(unpacked);
  return record && warcHeader(record, 'WARC-Block-Digest') === sha256(record.block) ? record : null;
}

const PACKED = /^content-encoding:\s*(?:x-)?gzip\s*$/im;

/** The body of a response as it is read; null when it is packed and cannot be unpacked. */
export function unpackBody({ head, body }: { head: string; body: Buffer }): Buffer | null {
  if (!PACKED.test(head)) return body;
  try {
    return gunzipSync(body, { maxOutputLength: MAX_RECORD_BYTES });
  } catch {
    return null;
  }
}

function addTo(saved: SavedRecord, place: RecordPlace, record: WarcRecord): RecordProblem | null {
  if (place.type === 'metadata') {
    saved.outcome = (JSON.parse(record.block.toString('utf8')) as { outcome: Outcome }).outcome;
    return null;
  }
  if (place.type === 'resource') {
    saved.body = record.block;
    return null;
  }
  const parts = splitHead(record.block);
  if (parts === null) return damaged(`the ${place.type} at ${place.offset} has no head`);
  const head = `${parts.head}\r\n\r\n`;
  if (place.type === 'revisit') {
    saved.responseHead = head;
    return null;
  }
  if (place.type === 'request') {
    saved.requestHead = head;
    return null;
  }
  if (warcHeader(record, 'WARC-Payload-Digest') !== sha256(parts.body)) {
    return damaged(`the body at ${place.offset} does not match its digest`);
  }
  const body = unpackBody(parts);
  if (body === null) return damaged(`the body at ${place.offset} cannot be unpacked`);
  saved.responseHead = head;
  saved.body = body;
  return null;
}

function missing(detail: string): RecordProblem {
  return { problem: 'missing', detail };
}

function damaged(detail: string): RecordProblem {
  return { problem: 'damaged', detail };
}
