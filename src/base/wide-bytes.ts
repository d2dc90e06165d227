/** Bytes of pages, read four at a time where they are ASCII: most are. */
export interface ByteWords {
  bytes: Uint8Array;
  /** Four bytes each, from `lead` on. */
  words: Uint32Array;
  lead: number;
}

const WIDE = 0x80808080;

export function wordsOfBytes(bytes: Uint8Array): ByteWords {
  const lead = Math.min(-bytes.byteOffset & 3, bytes.length);
  const count = (bytes.length - lead) >> 2;
  return {
    bytes,
    words: new Uint32Array(bytes.buffer, count > 0 ? bytes.byteOffset + lead : 0, count),
    lead,
  };
}

/** The place of the first byte from `from` on that is no ASCII; the length when there is none. */
export function nextWide({ bytes, words, lead }: ByteWords, from: number): number {
  const { length } = bytes;
  let at = from;
  while (at < length && (bytes[at] ?? 0) < 0x80) {
    at++;
    if (((at - lead) & 3) !== 0 || at < lead) continue;
    let word = (at - lead) >> 2;
    while (word < words.length && ((words[word] ?? 0) & WIDE) === 0) word++;
    at = lead + 4 * word;
  }
  return at;
}
