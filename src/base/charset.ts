import { encodeInto } from './charset-encoder.ts';

/** A text as decoded, the charset it was in, and whether bytes and declaration leave no doubt. */
export interface DecodedText {
  text: string;
  /** Lower case: `utf-8`, `gb18030` (for every GB label), `big5`, `utf-16le`, … */
  charset: string;
  certain: boolean;
}

const PRESCAN_BYTES = 4096;
const SAMPLE_BYTES = 16_384;
/** A UTF-8 page with a few broken characters stays UTF-8: at most one broken in so many. */
const TOLERATED_BROKEN = 20;

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
  const declared = [header, meta].find((name) => name !== null && !isWeak(name)) ?? null;
  if (declared === 'utf-8' || declared === null) return withoutTrust(bytes, declared, meta);
  if (declared === 'gb18030' || declared === 'big5') return betweenChinese(bytes, declared);
  return { ...decodeAs(bytes, declared), certain: true };
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
function isWeak(charset: string): boolean {
  return charset === 'windows-1252';
}

function decodeAs(bytes: Uint8Array, charset: string): { text: string; charset: string } {
  return { text: new TextDecoder(charset).decode(bytes), charset };
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
  const end = Math.min(bytes.length, 512) & ~1;
  if (end < 4) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = end / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

function labelIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(text)?.[1] ?? null;
}

function metaLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const bare = head.replace(/<!--[\s\S]*?-->/g, '');
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

/** The text when the bytes are UTF-8 throughout (a character cut at the very end is forgiven). */
function strictUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut++) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(
        bytes.subarray(0, bytes.length - cut),
      );
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
  if (declared === null || declared === 'utf-8') return utf8;
  const wide = countMatches(text, /[\u0080-\uffff]/g);
  if (wide === 0) return { text, charset: declared, certain: true };
  const chinese = countMatches(text, /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g);
  if (chinese * 2 >= wide) return utf8;
  if (!isWeak(declared)) return { ...decodeAs(bytes, declared), certain: false };
  return { ...utf8, certain: false };
}

/** Not UTF-8, though declared so or nothing was declared that can be trusted. */
function withoutTrust(
  bytes: Uint8Array,
  declared: string | null,
  meta: string | null,
): DecodedText {
  if (declared === 'utf-8') {
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = countMatches(text, /\ufffd/g);
    const whole = countMatches(text, /[\u4e00-\u9fff]/g);
    if (broken * TOLERATED_BROKEN <= whole) return { text, charset: 'utf-8', certain: true };
  }
  const chinese = betweenChinese(bytes, meta === 'big5' ? 'big5' : 'gb18030');
  const brokenShare = countMatches(chinese.text, /\ufffd/g) * TOLERATED_BROKEN;
  const fits = brokenShare <= countMatches(chinese.text, /[\u4e00-\u9fff]/g);
  if (fits || declared === null) return { ...chinese, certain: false };
  return { ...decodeAs(bytes, 'utf-8'), certain: false };
}

/** GB or Big5: the declared one, unless the other gives far more everyday characters. */
function betweenChinese(bytes: Uint8Array, declared: 'gb18030' | 'big5'): DecodedText {
  const other = declared === 'big5' ? 'gb18030' : 'big5';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const asDeclared = everydayShare(new TextDecoder(declared).decode(sample));
  const asOther = asDeclared < 0.05 ? everydayShare(new TextDecoder(other).decode(sample)) : 0;
  const isOther = asOther > 0.08 && asOther > asDeclared * 3;
  return { ...decodeAs(bytes, isOther ? other : declared), certain: !isOther };
}

/** Characters that make up a fifth or more of any Chinese official text, in both scripts. */
const EVERYDAY = new Set(
  '的一是不了在人有我他这中大来上个国和地到以说时要就出会可也你对生能年公政府信息通知关于' +
    '市工作建设发展管理服务局委办民社第日月位部门网站首页今天開關於資訊會議務發展網頁這個',
);

/** Share of everyday characters among all that are not ASCII; broken ones weigh against it. */
function everydayShare(text: string): number {
  let [wide, everyday, broken] = [0, 0, 0];
  for (const character of text) {
    if (character < '\u0080') continue;
    wide++;
    if (EVERYDAY.has(character)) everyday++;
    else if (character === '\ufffd') broken++;
  }
  return wide === 0 ? 0 : Math.max(0, everyday - broken * 3) / wide;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
