/** Names of the characters U+00A0–U+00FF in order; most may stand without a semicolon. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave ' +
  'Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc ' +
  'Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
  'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc ' +
  'euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ' +
  'ugrave uacute ucirc uuml yacute thorn yuml';

const OTHERS: Record<string, number> = {
  ensp: 0x2002,
  emsp: 0x2003,
  thinsp: 0x2009,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  bull: 0x2022,
  hellip: 0x2026,
  permil: 0x2030,
  lsaquo: 0x2039,
  rsaquo: 0x203a,
  oline: 0x203e,
  frasl: 0x2044,
  euro: 0x20ac,
  trade: 0x2122,
  larr: 0x2190,
  uarr: 0x2191,
  rarr: 0x2192,
  darr: 0x2193,
  harr: 0x2194,
  lArr: 0x21d0,
  rArr: 0x21d2,
  minus: 0x2212,
  infin: 0x221e,
  asymp: 0x2248,
  ne: 0x2260,
  le: 0x2264,
  ge: 0x2265,
  loz: 0x25ca,
  spades: 0x2660,
  clubs: 0x2663,
  hearts: 0x2665,
  diams: 0x2666,
  circ: 0x2c6,
  tilde: 0x2dc,
  fnof: 0x192,
  Alpha: 0x391,
  Beta: 0x392,
  Gamma: 0x393,
  Delta: 0x394,
  alpha: 0x3b1,
  beta: 0x3b2,
  gamma: 0x3b3,
  delta: 0x3b4,
  epsilon: 0x3b5,
  lambda: 0x3bb,
  mu: 0x3bc,
  pi: 0x3c0,
  sigma: 0x3c3,
  omega: 0x3c9,
  Omega: 0x3a9,
  Sigma: 0x3a3,
  Tab: 9,
  NewLine: 10,
  excl: 0x21,
  num: 0x23,
  dollar: 0x24,
  percnt: 0x25,
  apos: 0x27,
  lpar: 0x28,
  rpar: 0x29,
  ast: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  period: 0x2e,
  sol: 0x2f,
  colon: 0x3a,
  semi: 0x3b,
  equals: 0x3d,
  quest: 0x3f,
  commat: 0x40,
  lsqb: 0x5b,
  bsol: 0x5c,
  rsqb: 0x5d,
  lowbar: 0x5f,
  lcub: 0x7b,
  verbar: 0x7c,
  rcub: 0x7d,
};

/** Entities that browsers know without a semicolon too. */
const LEGACY = new Map<string, number>([
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['AMP', 0x26],
  ['LT', 0x3c],
  ['GT', 0x3e],
  ['QUOT', 0x22],
  ['COPY', 0xa9],
  ['REG', 0xae],
  ...LATIN.split(' ').map((name, index): [string, number] => [name, 0xa0 + index]),
]);

const NAMED = new Map<string, number>([...LEGACY, ...Object.entries(OTHERS)]);

/** What Windows-1252 numbers 0x80–0x9F mean (HTML standard, numeric references). */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes character references as browsers do; in an attribute a name without semicolon before
 * `=` or a letter stays as written (`?a=1&copy=2`). Names nobody uses in Chinese pages stay too.
 */
export function decodeEntities(text: string, inAttribute: boolean): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let out = '';
  let done = 0;
  for (; at >= 0; at = text.indexOf('&', Math.max(done, at + 1))) {
    const next = text.charCodeAt(at + 1);
    const isNumber = next === 0x23;
    const end = isNumber ? endOfNumber(text, at + 2) : endOfWord(text, at + 1);
    if (end < 0) continue;
    const decoded = isNumber ? numberAt(text, at, end) : nameAt(text, at, end, inAttribute);
    if (decoded === null) continue;
    out += text.slice(done, at) + decoded;
    done = text.charCodeAt(end) === 0x3b ? end + 1 : end;
  }
  return done === 0 ? text : out + text.slice(done);
}

/** Behind the digits of `&#20013` or `&#x4e2d` (`from` is behind the `#`); -1 without any. */
function endOfNumber(text: string, from: number): number {
  const isHex = (text.charCodeAt(from) | 32) === 0x78;
  const first = isHex ? from + 1 : from;
  let at = first;
  while (isHex ? isHexDigit(text.charCodeAt(at)) : isDigit(text.charCodeAt(at))) at++;
  return at > first ? at : -1;
}

function endOfWord(text: string, from: number): number {
  if (!isLetter(text.charCodeAt(from))) return -1;
  let at = from + 1;
  while (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}

function numberAt(text: string, at: number, end: number): string {
  const isHex = (text.charCodeAt(at + 2) | 32) === 0x78;
  return numeric(Number.parseInt(text.slice(isHex ? at + 3 : at + 2, end), isHex ? 16 : 10));
}

/** What the name from behind `at` up to `end` stands for; null when it stays as written. */
function nameAt(text: string, at: number, end: number, inAttribute: boolean): string | null {
  const name = text.slice(at + 1, end);
  const hasSemicolon = text.charCodeAt(end) === 0x3b;
  if (hasSemicolon) {
    const code = NAMED.get(name);
    if (code !== undefined) return String.fromCharCode(code);
  }
  const isSet = !hasSemicolon && text.charCodeAt(end) === 0x3d;
  const decoded = withoutSemicolon(name, hasSemicolon, inAttribute, isSet);
  return decoded !== null && hasSemicolon ? `${decoded};` : decoded;
}

/** A name that is known, or begins with one that is known, without a semicolon. */
function withoutSemicolon(
  name: string,
  hasSemicolon: boolean,
  inAttribute: boolean,
  isSet: boolean,
): string | null {
  for (let length = Math.min(name.length, 6); length > 1; length--) {
    const code = LEGACY.get(name.slice(0, length));
    if (code === undefined) continue;
    const isWhole = length === name.length && !hasSemicolon;
    if (inAttribute && (!isWhole || isSet)) return null;
    return String.fromCharCode(code) + name.slice(length);
  }
  return null;
}

function numeric(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80] ?? '\ufffd';
  const isBad = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isBad || Number.isNaN(code) ? '\ufffd' : String.fromCodePoint(code);
}
