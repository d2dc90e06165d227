/** Code point → bytes packed into a number, for the charsets that a decoder can be turned round. */
type Reverse = ReadonlyMap<number, number>;

const reverses = new Map<string, Reverse>();

/**
 * Appends the bytes of a character in a charset; false when the charset lacks it. Unicode
 * charsets send UTF-8, as forms and queries do. The GB18030 and Big5 tables are built on first
 * use, by decoding every pair of bytes.
 */
export function encodeInto(bytes: number[], code: number, charset: string): boolean {
  if (charset.startsWith('utf')) return encodeUtf8(bytes, code);
  if (charset === 'gb18030' && code > 0xffff) return encodeFourBytes(bytes, code - 0x10000, 0x90);
  let reverse = reverses.get(charset);
  if (reverse === undefined) {
    reverse = buildReverse(charset);
    reverses.set(charset, reverse);
  }
  const packed = reverse.get(code);
  if (packed === undefined) return false;
  if (packed > 0xffff) bytes.push((packed >>> 24) & 0xff, (packed >>> 16) & 0xff);
  if (packed > 0xff) bytes.push((packed >>> 8) & 0xff);
  bytes.push(packed & 0xff);
  return true;
}

function encodeUtf8(bytes: number[], code: number): boolean {
  if (code < 0x800) bytes.push(0xc0 | (code >> 6));
  else {
    if (code < 0x10000) bytes.push(0xe0 | (code >> 12));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
    bytes.push(0x80 | ((code >> 6) & 0x3f));
  }
  bytes.push(0x80 | (code & 0x3f));
  return true;
}

/** The four bytes of a place in the linear order of GB18030, counted from lead byte `lead`. */
function encodeFourBytes(bytes: number[], place: number, lead: number): boolean {
  const last = place % 10;
  const third = Math.floor(place / 10) % 126;
  const second = Math.floor(place / 1260) % 10;
  bytes.push(lead + Math.floor(place / 12600), 0x30 + second, 0x81 + third, 0x30 + last);
  return true;
}

function buildReverse(charset: string): Reverse {
  const reverse = new Map<number, number>();
  const decoder = decoderOf(charset);
  if (decoder === null) return reverse;
  if (charset !== 'gb18030' && charset !== 'big5') {
    for (let byte = 0x80; byte <= 0xff; byte++) note(reverse, decoder, [byte]);
    return reverse;
  }
  const first = charset === 'big5' ? 0xa1 : 0x81;
  for (let lead = first; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) note(reverse, decoder, [lead, trail]);
    }
  }
  if (charset === 'gb18030') noteFourBytes(reverse, decoder);
  return reverse;
}

/** The part of GB18030 in four bytes that holds the rest of the basic plane. */
function noteFourBytes(reverse: Map<number, number>, decoder: TextDecoder): void {
  for (let place = 0; place < 39_420; place++) {
    const bytes: number[] = [];
    encodeFourBytes(bytes, place, 0x81);
    note(reverse, decoder, bytes);
  }
}

function note(reverse: Map<number, number>, decoder: TextDecoder, bytes: number[]): void {
  const text = decoder.decode(Uint8Array.from(bytes));
  const code = text.codePointAt(0) ?? 0;
  const isOne = text.length === (code > 0xffff ? 2 : 1);
  if (!isOne || code < 0x80 || code === 0xfffd || reverse.has(code)) return;
  let packed = 0;
  for (const byte of bytes) packed = packed * 256 + byte;
  reverse.set(code, packed);
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}
