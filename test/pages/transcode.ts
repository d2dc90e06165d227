import { Converter } from 'opencc-js/cn2t';
import { encodeInto } from '#base/charset-encoder.ts';

const toTraditional = Converter({ from: 'cn', to: 'tw' });

/** The encodings that pages are put into; a name may carry a mark at the beginning. */
export const encodings = [
  'utf-8',
  'utf-8 with mark',
  'gbk',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'windows-1252',
] as const;

export type Encoding = (typeof encodings)[number];

/** The text in an encoding; null when the encoding lacks one of its characters. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const charset = encoding === 'gbk' ? 'gb18030' : encoding;
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const from = bytes.length;
    if (code < 0x80) bytes.push(code);
    else if (!encodeInto(bytes, code, charset)) return null;
    // GBK is the part of GB18030 in one and two bytes.
    if (encoding === 'gbk' && bytes.length - from > 2) return null;
  }
  return Uint8Array.from(bytes);
}

const STAND_INS: Partial<Record<Encoding, string>> = { gbk: '〓', big5: '〓', 'windows-1252': '?' };

/** The text as an author of that encoding would have written it: what it lacks is replaced. */
export function fitText(text: string, encoding: Encoding): string {
  const standIn = STAND_INS[encoding];
  if (standIn === undefined) return text.replace(/[\ud800-\udfff\ufffd]/g, '');
  const own = encoding === 'big5' ? toTraditional(text) : text;
  const fits = new Map<string, boolean>();
  const has = (character: string) => {
    let isIn = fits.get(character);
    if (isIn === undefined) {
      isIn = character < '\u0080' || encodeText(character, encoding) !== null;
      fits.set(character, isIn);
    }
    return isIn;
  };
  return [...own].map((character) => (has(character) ? character : standIn)).join('');
}

/** How a page says what it is written in. */
export interface Declaration {
  name: 'right' | 'missing' | 'wrong' | 'wrong meta' | 'wrong header';
  header: string | null;
  meta: string | null;
}

const LABELS: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'utf-8 with mark': 'utf-8',
  gbk: 'gb2312',
  gb18030: 'gb18030',
  big5: 'big5',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  'windows-1252': 'iso-8859-1',
};
const LIES = ['utf-8', 'gb2312', 'big5', 'iso-8859-1', 'utf-16', 'no-such-charset'];

/** Right in header and meta, in one of them, nowhere; a wrong one everywhere or in one place. */
export function declarationsFor(encoding: Encoding): Declaration[] {
  const own = LABELS[encoding];
  const declarations: Declaration[] = [
    { name: 'right', header: own, meta: own },
    { name: 'right', header: own, meta: null },
    { name: 'right', header: null, meta: own },
    { name: 'missing', header: null, meta: null },
  ];
  for (const lie of LIES) {
    if (lie === own) continue;
    declarations.push({ name: 'wrong', header: lie, meta: lie });
    declarations.push({ name: 'wrong header', header: lie, meta: own });
    declarations.push({ name: 'wrong meta', header: own, meta: lie });
  }
  return declarations;
}

/** The page with its own declarations of a charset replaced by the given one. */
export function redeclare(html: string, label: string | null): string {
  const bare = html
    .replace(/^\ufeff/, '')
    .replace(/<\?xml[^>]{0,200}\?>/i, '')
    .replace(/<meta\b[^>]{0,300}\bcharset\s*=[^>]{0,200}>/gi, '');
  if (label === null) return bare;
  const tag = `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`;
  const head = /<head\b[^>]*>/i.exec(bare);
  const at = head ? head.index + head[0].length : 0;
  return bare.slice(0, at) + tag + bare.slice(at);
}
