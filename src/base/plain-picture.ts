// Pictures that strangers send: known by what they are, not by what they are called; and without
// what cameras write into them, above all where they were taken.

/** A picture without hidden data. */
export interface PlainPicture {
  mediaType: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** What bytes begin as, whatever they are called; null: neither kind. */
export function pictureType(bytes: Uint8Array): PlainPicture['mediaType'] | null {
  return isPng(bytes) ? 'image/png' : isJpeg(bytes) ? 'image/jpeg' : null;
}

/** What a viewer must unpack: a small file may hold a picture that fills any memory. */
const MOST_PIXELS = 50_000_000;

/** The picture in these bytes, stripped; null when they are no whole JPEG or PNG of fit size. */
export function plainPicture(bytes: Uint8Array): PlainPicture | null {
  const picture = isPng(bytes) ? plainPng(bytes) : isJpeg(bytes) ? plainJpeg(bytes) : null;
  if (picture === null || picture.width * picture.height > MOST_PIXELS) return null;
  return picture.width > 0 && picture.height > 0 ? picture : null;
}

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** All that a viewer needs; every other chunk may tell something. */
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'sRGB']);

function isPng(bytes: Uint8Array): boolean {
  return PNG_MARK.every((byte, at) => bytes[at] === byte);
}

function plainPng(bytes: Uint8Array): PlainPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | null = null;
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if ((name === 'IHDR') !== (size === null)) return null;
    if (name === 'IHDR') size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (name === 'IDAT') hasData = true;
    if (PNG_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
    if (name !== 'IEND') continue;
    return size && hasData ? { mediaType: 'image/png', ...size, bytes: joined(kept) } : null;
  }
  return null;
}

const EXIF = 0xe1;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const SCAN = 0xda;
const END = 0xd9;

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Whether a segment is the frame, which has the size in it (SOF; not DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** What applications write: JFIF says nothing, Adobe's tells how colours are meant. */
function isHidden(marker: number): boolean {
  return marker === COMMENT || (marker > 0xe0 && marker <= 0xef && marker !== ADOBE);
}

function plainJpeg(bytes: Uint8Array): PlainPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === END; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      kept.push(bytes.subarray(at, at + 2));
      return size && { mediaType: 'image/jpeg', ...size, bytes: joined(kept) };
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) {
      if (segment.length < 9) return null;
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    if (marker === EXIF) {
      const turned = orientationOf(segment);
      if (turned > 1) kept.push(turnedSegment(turned));
    }
    if (!isHidden(marker)) kept.push(segment);
    const next = marker === SCAN ? endOfScan(bytes, end) : end;
    if (marker === SCAN) kept.push(bytes.subarray(end, next));
    at = next;
  }
  return null;
}

/** Where the next segment begins: within a scan, 0xff stands only before 0 and restarts. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

const ORIENTATION = 0x0112;

/** How a camera was held, 1 to 8; 1 when it is not said. */
function orientationOf(segment: Uint8Array): number {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  // Marker, length, "Exif\0\0", then a TIFF header.
  const base = 10;
  if (segment.length < base + 14 || view.getUint32(4) !== 0x45786966) return 1;
  const isLittle = view.getUint16(base) === 0x4949;
  const directory = base + view.getUint32(base + 4, isLittle);
  if (directory + 2 > segment.length) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > segment.length) return 1;
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An Exif segment that tells how the camera was held, and nothing else. */
function turnedSegment(orientation: number): Uint8Array {
  const head = [0xff, EXIF, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.from([...head, ...tiff, ...entry, 0, 0, 0, 0]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
