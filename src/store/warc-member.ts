import { crc32, gzipSync } from 'node:zlib';

/** What is smaller gains too little to be worth compressing. */
const SMALL_BYTES = 1024;
/** Fast: an archive is written once for each visit, and read for a few of them. */
const OPTIONS = { level: 1, chunkSize: 64 * 1024 };

const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** One stored block, the last one (RFC 1951, 3.2.4). */
const STORED_LAST = 1;

/** Packs a record as a gzip member of its own (RFC 1952), so that it can be read alone. */
export function packMember(record: Buffer): Buffer {
  return record.length < SMALL_BYTES ? storeMember(record) : gzipSync(record, OPTIONS);
}

function storeMember(record: Buffer): Buffer {
  const { length } = record;
  const member = Buffer.allocUnsafe(HEAD.length + 5 + length + 8);
  let at = HEAD.copy(member);
  at = member.writeUInt8(STORED_LAST, at);
  at = member.writeUInt16LE(length, at);
  at = member.writeUInt16LE(~length & 0xffff, at);
  at += record.copy(member, at);
  at = member.writeUInt32LE(crc32(record), at);
  member.writeUInt32LE(length, at);
  return member;
}
