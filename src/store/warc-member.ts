import { crc32, gzipSync } from 'node:zlib';

/** What is smaller gains too little to be worth compressing. */
const SMALL_BYTES = 1024;
/** Fast: an archive is written once for each visit, and read for a few of them. */
const LEVEL = 1;
/** By so much at most is a packed record longer than it was; of large ones more comes in pieces. */
const OVERHEAD = 256;
const MOST_AT_ONCE = 1 << 20;

const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** Stored blocks, the last one told apart (RFC 1951, 3.2.4), and the most one holds. */
const STORED = 0;
const STORED_LAST = 1;
const MOST_STORED = 0xffff;

/**
 * Packs a record as a gzip member of its own (RFC 1952), so that it can be read alone. What is
 * small, or came packed, is stored.
 */
export function packMember(record: Buffer, isPacked = false): Buffer {
  const isStored = isPacked || record.length < SMALL_BYTES;
  return isStored ? storeMember(record) : deflateMember(record);
}

/** Room is taken for this record alone: 64 KB a record cost more time than packing it. */
function deflateMember(record: Buffer): Buffer {
  const chunkSize = Math.min(record.length + OVERHEAD, MOST_AT_ONCE);
  return gzipSync(record, { level: LEVEL, chunkSize });
}

function storeMember(record: Buffer): Buffer {
  const { length } = record;
  const blocks = Math.max(1, Math.ceil(length / MOST_STORED));
  const member = Buffer.allocUnsafe(HEAD.length + 5 * blocks + length + 8);
  let at = HEAD.copy(member);
  for (let block = 0; block < blocks; block++) {
    const from = block * MOST_STORED;
    const size = Math.min(MOST_STORED, length - from);
    at = member.writeUInt8(block === blocks - 1 ? STORED_LAST : STORED, at);
    at = member.writeUInt16LE(size, at);
    at = member.writeUInt16LE(~size & 0xffff, at);
    at += record.copy(member, at, from, from + size);
  }
  at = member.writeUInt32LE(crc32(record), at);
  member.writeUInt32LE(length, at);
  return member;
}
