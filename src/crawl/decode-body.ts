import zlib from 'node:zlib';

/** A body after content decoding. */
export interface Decoded {
  bytes: Buffer;
  /** Longer than the limit, or broken off. */
  isCut: boolean;
}

/** What we tell servers we understand. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br, zstd';

const PARTIAL_ZLIB = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
const PARTIAL_BROTLI = { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH };
/** Windows of 8 MB at most (RFC 9659): a frame may ask for gigabytes. */
const ZSTD = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } };
const PARTIAL_ZSTD = { ...ZSTD, finishFlush: zlib.constants.ZSTD_e_flush };

/** Less would be cut from a buffer that others share, and travel with all of it. */
const LEAST_ROOM = 8 * 1024;
const MOST_ROOM = 256 * 1024;

/**
 * Undoes the content encodings of a body (the last named one was put on last), giving at most
 * `maxBytes`: a small body that unpacks to gigabytes is cut there, with little memory used. A body
 * that is not encoded as its header claims is handed back as it came.
 */
export async function decodeBody(
  body: Buffer,
  contentEncoding: string,
  maxBytes: number,
): Promise<Decoded> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let decoded: Decoded = { bytes: body, isCut: false };
  for (const coding of codings.reverse().slice(0, 3)) {
    const one = await undo(coding, decoded.bytes, maxBytes);
    decoded = { bytes: one.bytes, isCut: decoded.isCut || one.isCut };
  }
  if (decoded.bytes.length <= maxBytes) return decoded;
  return { bytes: decoded.bytes.subarray(0, maxBytes), isCut: true };
}

async function undo(coding: string, body: Buffer, maxBytes: number): Promise<Decoded> {
  const decoder = body.length === 0 ? null : decoderOf(coding, body);
  if (!decoder) return { bytes: body, isCut: false };
  try {
    const bytes = decoder.whole(body, { maxOutputLength: maxBytes, ...decoder.room?.(body) });
    return { bytes, isCut: false };
  } catch {
    // Too long, broken off or broken: as much as can be had, piece by piece.
    return await undoPartly(decoder.stream(), body, maxBytes);
  }
}

interface Decoder {
  whole(body: Buffer, options: { maxOutputLength: number; chunkSize?: number }): Buffer;
  /** How much is taken for what comes out, where the body tells. */
  room?(body: Buffer): { chunkSize: number };
  stream(): zlib.Gunzip;
}

function decoderOf(coding: string, body: Buffer): Decoder | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      if (body[0] !== 0x1f || body[1] !== 0x8b) return null;
      return {
        whole: zlib.gunzipSync,
        stream: () => zlib.createGunzip(PARTIAL_ZLIB),
        room: (packed) => ({ chunkSize: roomFor(packed) }),
      };
    case 'deflate':
      if (((body[0] ?? 0) & 0x0f) === 8) {
        return { whole: zlib.inflateSync, stream: () => zlib.createInflate(PARTIAL_ZLIB) };
      }
      return { whole: zlib.inflateRawSync, stream: () => zlib.createInflateRaw(PARTIAL_ZLIB) };
    case 'br':
      return {
        whole: zlib.brotliDecompressSync,
        stream: () => zlib.createBrotliDecompress(PARTIAL_BROTLI),
      };
    case 'zstd':
      return {
        whole: (bytes, options) => zlib.zstdDecompressSync(bytes, { ...ZSTD, ...options }),
        stream: () => zlib.createZstdDecompress(PARTIAL_ZSTD),
      };
    default:
      return null;
  }
}

/**
 * A gzip member ends with the length of what it holds (RFC 1952): with room for that, and one
 * byte more to see the end, a page comes out in one piece. It is only believed within limits.
 */
function roomFor(packed: Buffer): number {
  const told = packed.length < 4 ? 0 : packed.readUInt32LE(packed.length - 4);
  return Math.min(Math.max(told + 1, LEAST_ROOM), MOST_ROOM);
}

/** Never fails: gives what came out before the limit or the error. */
function undoPartly(stream: zlib.Gunzip, body: Buffer, maxBytes: number): Promise<Decoded> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = () => {
      stream.destroy();
      const bytes = Buffer.concat(chunks).subarray(0, maxBytes);
      resolve(size > 0 ? { bytes, isCut: true } : { bytes: body, isCut: true });
    };
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBytes) finish();
    });
    stream.on('end', finish);
    stream.on('error', finish);
    stream.end(body);
  });
}
