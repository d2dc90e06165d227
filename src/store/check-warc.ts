import { closeSync, fstatSync } from 'node:fs';
import { sha256 } from '#base/hash.ts';
import type { RecordPlace } from './archive-index.ts';
import type { LineProblem } from './check-lines.ts';
import { openIfThere, readAt } from './read-at.ts';
import { unpackBody, unpackMember } from './read-record.ts';
import { splitHead } from './warc-record.ts';

/** A record that the index promises. */
export interface ExpectedRecord extends RecordPlace {
  visit: string | null;
}

/** How many records removed in a row are recognised as such, and not as all others changed. */
const MAX_GAP_RECORDS = 64;

/**
 * Compares the WARC file with the index, record by record. A removed record moves all later
 * ones; they are found where they then stand, so that only the removed one is named.
 * `bodyHashes` holds what each visit says of its body.
 */
export function* checkWarc(
  path: string,
  expected: readonly ExpectedRecord[],
  bodyHashes: ReadonlyMap<string, string>,
): Generator<LineProblem> {
  const file = openIfThere(path);
  if (file === null) {
    for (const record of expected) yield problem(record, 'missing', 'there is no archive');
    return;
  }
  try {
    let shift = 0;
    for (const [order, record] of expected.entries()) {
      const bytes = stands(file, record, shift);
      if (bytes !== null) {
        yield* checkContent(record, bytes, bodyHashes);
        continue;
      }
      const isGone = isRemoved(file, expected, order, shift);
      if (isGone) shift -= record.length;
      const what = `the ${record.type} record at ${record.offset}`;
      yield isGone
        ? problem(record, 'missing', `${what} is not there`)
        : problem(record, 'changed', `${what} differs from what was saved`);
    }
    const last = expected.at(-1);
    const extra = fstatSync(file).size - shift - (last ? last.offset + last.length : 0);
    if (extra > 0) yield { visit: null, problem: 'unexpected', detail: `${extra} bytes too many` };
  } finally {
    closeSync(file);
  }
}

/** The bytes of a record where it should stand, moved by `shift`; null when others are there. */
function stands(file: number, record: ExpectedRecord, shift: number): Buffer | null {
  const offset = record.offset + shift;
  if (offset < 0) return null;
  const bytes = readAt(file, { offset, length: record.length });
  return sha256(bytes) === record.hash ? bytes : null;
}

/** Whether cutting this record, and perhaps some after it, explains what stands in its place. */
function isRemoved(
  file: number,
  expected: readonly ExpectedRecord[],
  order: number,
  shift: number,
): boolean {
  const next = expected[order + 1];
  if (next && stands(file, next, shift) !== null) return false;
  const { size } = fstatSync(file);
  let moved = shift;
  for (let gap = 0; gap < MAX_GAP_RECORDS; gap++) {
    const removed = expected[order + gap];
    if (!removed) return false;
    moved -= removed.length;
    const follower = expected[order + gap + 1];
    if (!follower) return size === removed.offset + removed.length + moved;
    if (stands(file, follower, moved) !== null) return true;
  }
  return false;
}

function* checkContent(
  record: ExpectedRecord,
  bytes: Buffer,
  bodyHashes: ReadonlyMap<string, string>,
): Generator<LineProblem> {
  const unpacked = unpackMember(bytes);
  if (unpacked === null) {
    yield problem(record, 'changed', `the record at ${record.offset} does not match its digest`);
    return;
  }
  const isBody = record.type === 'response' || record.type === 'resource';
  if (!isBody || record.visit === null) return;
  const said = bodyHashes.get(record.visit);
  const body = record.type === 'resource' ? unpacked.block : bodyOf(unpacked.block);
  if (said !== undefined && (body === null || sha256(body) !== said)) {
    yield problem(record, 'disagrees', 'the visit names another body than the archive holds');
  }
}

function bodyOf(block: Buffer): Buffer | null {
  const parts = splitHead(block);
  return parts && unpackBody(parts);
}

function problem(
  record: ExpectedRecord,
  kind: LineProblem['problem'],
  detail: string,
): LineProblem {
  return { visit: record.visit, problem: kind, detail };
}
