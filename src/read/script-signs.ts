/** What a script may hold, so that its readers need not search it: bits of `Script.signs`. */
export const SCRIPT_HAS = {
  /** `<` before what begins a CDATA section or a record's tag. */
  markup: 1 << 0,
  /** `[{` or `{"`: data written out. */
  literal: 1 << 1,
  /** `<!` or `<\`, the word comment, nodeType: what a script that unpacks comments holds. */
  comment: 1 << 2,
} as const;

const ANGLE = 1;
const BRACE = 2;
const M = 3;
const T = 4;
/** By character: what of it tells something. */
const telling = new Uint8Array(1 << 16);
for (const [sign, role] of [
  ['<', ANGLE],
  ['{', BRACE],
  ['m', M],
  ['M', M],
  ['T', T],
] as const) {
  telling[sign.charCodeAt(0)] = role;
}

/** Looks once at every character of a script; a bit that is missing is certain. */
export function signsOf(codes: Uint16Array, from: number, to: number): number {
  let signs = 0;
  for (let at = nextTelling(codes, from, to); at < to; at = nextTelling(codes, at + 1, to)) {
    const role = telling[codes[at] ?? 0] ?? 0;
    if (role === M) {
      if (((codes[at + 1] ?? 0) | 32) === 0x6d) signs |= commentAt(codes, at);
    } else if (role === ANGLE) signs |= afterAngle(at + 1 < to ? (codes[at + 1] ?? 0) : 0);
    else if (role === BRACE) {
      if (isLiteral(codes, at, from, to)) signs |= SCRIPT_HAS.literal;
    } else if (codes[at + 1] === 0x79 && codes[at - 1] === 0x65) signs |= SCRIPT_HAS.comment;
  }
  return signs;
}

/** The place of the next character that tells something; `to` or behind when there is none. */
function nextTelling(codes: Uint16Array, from: number, to: number): number {
  let at = from;
  // Four at a time: hardly any tells.
  for (; at + 4 <= to; at += 4) {
    const first = (telling[codes[at] ?? 0] ?? 0) | (telling[codes[at + 1] ?? 0] ?? 0);
    const second = (telling[codes[at + 2] ?? 0] ?? 0) | (telling[codes[at + 3] ?? 0] ?? 0);
    if ((first | second) !== 0) break;
  }
  while (at < to && telling[codes[at] ?? 0] === 0) at++;
  return at;
}

/** `mme` within comment, COMMENT. */
function commentAt(codes: Uint16Array, at: number): number {
  const isIt = ((codes[at + 1] ?? 0) | 32) === 0x6d && ((codes[at + 2] ?? 0) | 32) === 0x65;
  return isIt ? SCRIPT_HAS.comment : 0;
}

/** CDATA, datastore, record, recordset, row, rss, item. */
function afterAngle(code: number): number {
  if (code === 0x21) return SCRIPT_HAS.markup | SCRIPT_HAS.comment;
  if (code === 0x5c) return SCRIPT_HAS.comment;
  const letter = code | 32;
  const isTag = letter === 0x64 || letter === 0x72 || letter === 0x69;
  return isTag ? SCRIPT_HAS.markup : 0;
}

/** Whether a brace stands behind a bracket, or before a quote. */
function isLiteral(codes: Uint16Array, brace: number, from: number, to: number): boolean {
  let before = brace - 1;
  while (before > from && isBlank(codes[before] ?? 0)) before--;
  if (before >= from && codes[before] === 0x5b) return true;
  let after = brace + 1;
  while (after < to && isBlank(codes[after] ?? 0)) after++;
  return after < to && codes[after] === 0x22;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code >= 0xa0;
}
