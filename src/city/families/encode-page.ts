import type { Chrome } from '../page-model.ts';

type Charset = Chrome['charset'];
type LegacyCharset = Exclude<Charset, 'utf-8'>;

/** Code of each character of the basic plane: two bytes as one number, 0 when there is none. */
type CodeTable = Uint16Array;

const tables = new Map<LegacyCharset, CodeTable>();
let fourByteTable: Int32Array | null = null;

/** First linear index of the characters beyond the basic plane in GB18030's four-byte area. */
const SUPPLEMENTARY_START = 189_000;
const LINE_FEED = 0x0a;

/**
 * The bytes of an HTML text in a charset. What the charset lacks becomes a numeric character
 * reference, as a browser's form or a CMS would write it.
 */
export function encodePage(html: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(html);
  const table = tableOf(charset);
  const bytes = new Uint8Array(html.length * 8);
  let length = 0;
  for (const character of html) {
    const point = character.codePointAt(0) ?? 0;
    const code = point < 0x10000 ? (table[point] ?? 0) : 0;
    if (point < 0x80) bytes[length++] = point;
    else if (code > 0) {
      bytes[length++] = code >> 8;
      bytes[length++] = code & 0xff;
    } else length = putOther(bytes, length, point, charset);
  }
  return bytes.slice(0, length);
}

function putOther(bytes: Uint8Array, at: number, point: number, charset: Charset): number {
  const linear = charset === 'gb18030' ? fourByteIndex(point) : -1;
  const piece = linear >= 0 ? fourBytes(linear) : asciiBytes(`&#x${point.toString(16)};`);
  bytes.set(piece, at);
  return at + piece.length;
}

function asciiBytes(text: string): number[] {
  return [...text].map((sign) => sign.charCodeAt(0));
}

function tableOf(charset: LegacyCharset): CodeTable {
  const known = tables.get(charset);
  if (known) return known;
  const table = buildTable(charset === 'big5' ? 'big5' : 'gb18030', pairsOf(charset));
  tables.set(charset, table);
  return table;
}

/** The two-byte sequences a charset may use. GB2312 proper is the 94×94 plane only. */
function pairsOf(charset: LegacyCharset): [number, number][] {
  const pairs: [number, number][] = [];
  const firstLead = charset === 'gb2312' || charset === 'big5' ? 0xa1 : 0x81;
  const lastLead = charset === 'gb2312' ? 0xf7 : charset === 'big5' ? 0xf9 : 0xfe;
  const firstTrail = charset === 'gb2312' ? 0xa1 : 0x40;
  for (let lead = firstLead; lead <= lastLead; lead++)
    for (let trail = firstTrail; trail <= 0xfe; trail++)
      if (trail !== 0x7f) pairs.push([lead, trail]);
  return pairs;
}

/** Decodes all sequences at once, one a line, and turns the answer round. */
function buildTable(label: string, pairs: [number, number][]): CodeTable {
  const bytes = Uint8Array.from(pairs.flatMap(([lead, trail]) => [lead, trail, LINE_FEED]));
  const table = new Uint16Array(0x10000);
  for (const [index, text] of new TextDecoder(label).decode(bytes).split('\n').entries()) {
    const pair = pairs[index];
    const unit = text.charCodeAt(0);
    if (!pair || text.length !== 1 || unit === 0xfffd || unit < 0x80) continue;
    if (table[unit] === 0) table[unit] = pair[0] * 256 + pair[1];
  }
  return table;
}

function fourByteIndex(point: number): number {
  if (point >= 0x10000) return SUPPLEMENTARY_START + point - 0x10000;
  fourByteTable ??= buildFourByteTable();
  return fourByteTable[point] ?? -1;
}

function buildFourByteTable(): Int32Array {
  const count = 4 * 12_600;
  const bytes = new Uint8Array(count * 5);
  for (let linear = 0; linear < count; linear++)
    bytes.set([...fourBytes(linear), LINE_FEED], linear * 5);
  const table = new Int32Array(0x10000).fill(-1);
  for (const [linear, text] of new TextDecoder('gb18030').decode(bytes).split('\n').entries())
    if (text.length === 1 && text !== '\ufffd') table[text.charCodeAt(0)] = linear;
  return table;
}

function fourBytes(linear: number): number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}
