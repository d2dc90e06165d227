import { isUtf8 } from 'node:buffer';
import { encodeInto } from './charset-encoder.ts';
import { decodeMixed } from './charset-mixed.ts';
import { countWide } from './everyday-characters.ts';
import { decodeGb } from './gb-text.ts';
import { nextWide, wordsOfBytes } from './wide-bytes.ts';

/** A text as decoded, the charset it was in, and whether bytes and declaration leave no doubt. */
export interface DecodedText {
  text: string;
  /** Lower case: `utf-8`, `gb18030` (for every GB label), `big5`, `utf-16le`, … */
  charset: string;
  certain: boolean;
}

const PRESCAN_BYTES = 4096;
const SAMPLE_BYTES = 16_384;
const WIDE_SAMPLE_BYTES = 8192;
/** A UTF-8 page with a few broken characters stays UTF-8: at most one broken in so many. */
const TOLERATED_BROKEN = 20;
/** Everyday characters among all wide ones: so many make a charset plausible. */
const PLAUSIBLE = 0.05;
/** So many characters of three bytes are UTF-8 and nothing else. */
const SURELY_UTF8 = 8;

/**
 * Decodes a page. Order: byte order mark, zero bytes of UTF-16, header, meta tag, statistics.
 * A declaration that the bytes contradict gives way: pages declared UTF-8 that are GB, pages
 * declared GB or Big5 that are UTF-8, Latin-1 as a server's blind default. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { ...decodeAs(bytes, marked), certain: true };
  const wide = wideCharset(bytes);
  if (wide !== null) return { ...decodeAs(bytes, wide), certain: true };
  const header = charsetOfLabel(labelIn(contentType));
  const meta = charsetOfLabel(metaLabel(bytes));
  const strict = strictUtf8(bytes);
  if (strict !== null) return chooseWithUtf8(bytes, strict, header, meta);
  const mixed = decodeMixed(bytes);
  if (mixed !== null) return { ...mixed, certain: false };
  const declared = [header, meta].find((name) => name !== null && !isWeak(name)) ?? null;
  if (declared === 'utf-8' || declared === null) {
    return withoutTrust(bytes, declared, meta, isWeak(header) || isWeak(meta));
  }
  if (declared === 'gb18030' || declared === 'big5') return betweenChinese(bytes, declared);
  return asDeclared(bytes, declared);
}

/**
 * A query as a browser sends it from a page in `charset` (WHATWG URL, percent-encode after
 * encoding): characters the charset lacks become `&#…;`; what is escaped already stays.
 */
export function encodeQuery(text: string, charset: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) out += isQuerySafe(code) ? character : percent(code);
    else out += encodeCharacter(code, charset);
  }
  return out;
}

function encodeCharacter(code: number, charset: string): string {
  const bytes: number[] = [];
  if (!encodeInto(bytes, code, charset)) return `%26%23${code}%3B`;
  return bytes
    .map((byte) => (byte < 0x80 && isQuerySafe(byte) ? String.fromCharCode(byte) : percent(byte)))
    .join('');
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The query percent-encode set of special schemes: controls, space, " # < > '. */
function isQuerySafe(code: number): boolean {
  if (code <= 0x20 || code >= 0x7f) return false;
  return code !== 0x22 && code !== 0x23 && code !== 0x3c && code !== 0x3e && code !== 0x27;
}

/** Whether a header or meta label says little: what servers send for everything. */
function isWeak(charset: string | null): boolean {
  return charset === 'windows-1252';
}

/** Decoders hold nothing between two texts, and making one costs more than a short text. */
const decoders = new Map<string, TextDecoder>();

function decoderFor(charset: string): TextDecoder {
  let decoder = decoders.get(charset);
  if (decoder === undefined) {
    decoder = new TextDecoder(charset);
    decoders.set(charset, decoder);
  }
  return decoder;
}

function decodeAs(bytes: Uint8Array, charset: string): { text: string; charset: string } {
  const text = charset === 'gb18030' ? decodeGb(bytes) : decoderFor(charset).decode(bytes);
  return { text, charset };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const isGb = bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33;
  return isGb ? 'gb18030' : null;
}

/** UTF-16 without a mark: markup leaves every second byte zero. */
function wideCharset(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, WIDE_SAMPLE_BYTES) & ~1;
  // A buffer searches as fast as memory is read; an array looks at each byte.
  if (end < 4 || !Buffer.from(bytes.buffer, bytes.byteOffset, end).includes(0)) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = end / 2;
  if (odd > pairs * 0.2 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.2 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

function labelIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(text)?.[1] ?? null;
}

function metaLabel(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, PRESCAN_BYTES);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
  const bare = head.includes('<!--') ? head.replace(/<!--[\s\S]*?-->/g, '') : head;
  const xml = /^\s*<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w:.-]+)["']/i.exec(bare);
  if (xml?.[1]) return xml[1];
  for (const tag of bare.matchAll(/<meta\b[^>]{0,400}>/gi)) {
    const label = labelIn(tag[0]);
    if (label !== null) return label;
  }
  return null;
}

/** The charset a label stands for; a label read in bytes cannot mean UTF-16, so it means UTF-8. */
function charsetOfLabel(label: string | null): string | null {
  if (label === null) return null;
  const name = label.toLowerCase();
  if (/^(?:x-)?(?:gb|euc-cn|cp936|ms936|windows-936|chinese|csgb|iso-ir-58|hz)/.test(name)) {
    return 'gb18030';
  }
  if (/^(?:utf-?8|utf-?16|utf_8|unicode|ucs-2)/.test(name)) return 'utf-8';
  if (/^(?:x-)?(?:big-?5|cn-big5|cp950)/.test(name)) return 'big5';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/** The text when the bytes are UTF-8 throughout (a character cut at the very end is forgiven). */
function strictUtf8(bytes: Uint8Array): string | null {
  // A decoder that fails is dear.
  if (isUtf8(bytes)) return decoderFor('utf-8').decode(bytes);
  if (!endsInsideCharacter(bytes)) return null;
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut++) {
    try {
      return strictDecoder.decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      if (cut === 0 && !endsInsideCharacter(bytes)) return null;
    }
  }
  return null;
}

function endsInsideCharacter(bytes: Uint8Array): boolean {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc2) return true;
    if (byte < 0x80) return false;
  }
  return false;
}

/** The bytes are UTF-8: nearly always the truth, but a few GB characters can look so. */
function chooseWithUtf8(
  bytes: Uint8Array,
  text: string,
  header: string | null,
  meta: string | null,
): DecodedText {
  const declared = header ?? meta;
  const utf8: DecodedText = { text, charset: 'utf-8', certain: declared === 'utf-8' };
  if (declared === 'utf-8') return utf8;
  const wide = countMatches(text, /[\u0080-\uffff]/g);
  if (declared === null) {
    return {
      ...utf8,
      certain: wide === 0 || countMatches(text, /[\u0800-\uffff]/g) >= SURELY_UTF8,
    };
  }
  if (wide === 0) return { text, charset: declared, certain: true };
  // GB characters that look like UTF-8 look like its characters of two bytes.
  const long = countMatches(text, /[\u0800-\uffff]/g);
  if (long * 2 >= wide || long >= SURELY_UTF8) return { ...utf8, certain: false };
  if (!isWeak(declared)) return { ...decodeAs(bytes, declared), certain: false };
  return { ...utf8, certain: false };
}

/** Not UTF-8, though declared so or nothing was declared that can be trusted. */
function withoutTrust(
  bytes: Uint8Array,
  declared: string | null,
  meta: string | null,
  saysLatin: boolean,
): DecodedText {
  if (declared === 'utf-8') {
    const text = decoderFor('utf-8').decode(bytes);
    const broken = countMatches(text, /\ufffd/g);
    const whole = countMatches(text, /[\u4e00-\u9fff]/g);
    if (broken * TOLERATED_BROKEN <= whole) return { text, charset: 'utf-8', certain: true };
  }
  const chinese = betweenChinese(bytes, meta === 'big5' ? 'big5' : 'gb18030');
  const { wide, everyday, broken } = countWide(chinese.text);
  const isPlausible = everyday > wide * PLAUSIBLE && broken * TOLERATED_BROKEN <= wide;
  if (!isPlausible && isLatin(bytes)) {
    return { ...decodeAs(bytes, 'windows-1252'), certain: saysLatin };
  }
  const fits = broken * TOLERATED_BROKEN <= countMatches(chinese.text, /[\u4e00-\u9fff]/g);
  if (fits || declared === null)
    return { ...chinese, certain: declared === null && isPlausible && isClear(bytes) };
  return { ...decodeAs(bytes, 'utf-8'), certain: false };
}

/**
 * Western text: its letters beyond ASCII stand alone between letters of ASCII. GB18030's
 * characters of four bytes do not: digits stand within them.
 */
function isLatin(bytes: Uint8Array): boolean {
  let [high, alone] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high++;
    if (isLone(bytes, at, 1) && isLone(bytes, at, -1)) alone++;
  }
  return alone > high * 0.7;
}

function isLone(bytes: Uint8Array, at: number, step: 1 | -1): boolean {
  const next = bytes[at + step] ?? 0;
  if (next >= 0x80) return false;
  const isDigit = next >= 0x30 && next <= 0x39;
  return !isDigit || (bytes[at + 2 * step] ?? 0) < 0x80;
}

/** GB and Big5 give everyday characters so unlike that no declaration is needed. */
function isClear(bytes: Uint8Array): boolean {
  const shares = chineseShares(bytes);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  return high > PLAUSIBLE * 2 && low < high / 5;
}

function chineseShares(bytes: Uint8Array): [number, number] {
  const wide = wideBytes(bytes.subarray(0, SAMPLE_BYTES));
  return [shareIn(wide, 'gb18030'), shareIn(wide, 'big5')];
}

/**
 * GB or Big5: the declared one, unless the other gives far more everyday characters. Where
 * neither gives enough of them there may be no Chinese at all, and nothing is certain.
 */
function betweenChinese(bytes: Uint8Array, declared: 'gb18030' | 'big5'): DecodedText {
  const [asGb, asBig5] = chineseShares(bytes);
  const [own, other] = declared === 'big5' ? [asBig5, asGb] : [asGb, asBig5];
  const isOther = other > 0.08 && other > own * 3;
  const charset = isOther === (declared === 'gb18030') ? 'big5' : 'gb18030';
  const certain = !isOther && own > PLAUSIBLE && own > other * 2;
  return { ...decodeAs(bytes, charset), certain };
}

/** Another charset of old: as declared, with a doubt when the bytes make Chinese or no sense. */
function asDeclared(bytes: Uint8Array, declared: string): DecodedText {
  const asGb = shareIn(wideBytes(bytes.subarray(0, SAMPLE_BYTES)), 'gb18030');
  if (asGb > PLAUSIBLE * 2) return { ...betweenChinese(bytes, 'gb18030'), certain: false };
  const decoded = decodeAs(bytes, declared);
  return { ...decoded, certain: !decoded.text.includes('\ufffd') };
}

/** The characters of two bytes of a sample, as they follow one another without the ASCII between. */
function wideBytes(sample: Uint8Array): Uint8Array {
  const { length } = sample;
  const words = wordsOfBytes(sample);
  const wide = new Uint8Array(length);
  let size = 0;
  for (let at = nextWide(words, 0); at < length; at = nextWide(words, at + 1)) {
    const byte = sample[at] ?? 0;
    wide[size++] = byte;
    const isLead = byte !== 0x80 && byte !== 0xff;
    if (isLead && at + 1 < length) wide[size++] = sample[++at] ?? 0;
  }
  return wide.subarray(0, size);
}

/** Share of everyday characters among those of `wideBytes`; broken ones weigh against it. */
function shareIn(bytes: Uint8Array, charset: string): number {
  const { wide, everyday, broken } = countWide(decoderFor(charset).decode(bytes));
  return wide === 0 ? 0 : Math.max(0, everyday - broken * 3) / wide;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
