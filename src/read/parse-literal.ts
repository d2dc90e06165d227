/** A value as JSON or as a plain JavaScript literal gives it. */
export type Literal = string | number | boolean | null | Literal[] | { [name: string]: Literal };

const MAX_DEPTH = 40;

/**
 * Reads a JSON or JavaScript literal (single quotes, bare names, trailing commas) that begins at
 * `at`; null unless one stands there whole. No code is run.
 */
export function parseLiteral(text: string, at: number): { value: Literal; end: number } | null {
  const reader = { text, at, failed: false };
  const value = readValue(reader, 0);
  return reader.failed ? null : { value, end: reader.at };
}

interface Reader {
  text: string;
  at: number;
  failed: boolean;
}

function fail(reader: Reader): null {
  reader.failed = true;
  return null;
}

function skipBlanks(reader: Reader): string {
  const blanks = /(?:\s|\/\*[^*]{0,500}\*\/|\/\/[^\n]*\n)*/y;
  blanks.lastIndex = reader.at;
  if (blanks.exec(reader.text)) reader.at = blanks.lastIndex;
  return reader.text[reader.at] ?? '';
}

function readValue(reader: Reader, depth: number): Literal {
  const next = skipBlanks(reader);
  if (depth > MAX_DEPTH) return fail(reader);
  if (next === '[') return readArray(reader, depth);
  if (next === '{') return readObject(reader, depth);
  if (next === '"' || next === "'") return readString(reader, next);
  const word = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|undefined/y;
  word.lastIndex = reader.at;
  const match = word.exec(reader.text);
  if (!match) return fail(reader);
  reader.at = word.lastIndex;
  if (match[0] === 'true' || match[0] === 'false') return match[0] === 'true';
  return match[0] === 'null' || match[0] === 'undefined' ? null : Number(match[0]);
}

function readArray(reader: Reader, depth: number): Literal {
  const items: Literal[] = [];
  reader.at++;
  while (skipBlanks(reader) !== ']') {
    items.push(readValue(reader, depth + 1));
    if (reader.failed) return null;
    if (skipBlanks(reader) === ',') reader.at++;
    else if (reader.text[reader.at] !== ']') return fail(reader);
  }
  reader.at++;
  return items;
}

function readObject(reader: Reader, depth: number): Literal {
  const members: [string, Literal][] = [];
  reader.at++;
  for (let next = skipBlanks(reader); next !== '}'; next = skipBlanks(reader)) {
    const name = next === '"' || next === "'" ? readString(reader, next) : readName(reader);
    if (reader.failed || skipBlanks(reader) !== ':') return fail(reader);
    reader.at++;
    members.push([String(name), readValue(reader, depth + 1)]);
    if (reader.failed) return null;
    if (skipBlanks(reader) === ',') reader.at++;
    else if (reader.text[reader.at] !== '}') return fail(reader);
  }
  reader.at++;
  return Object.fromEntries(members);
}

function readName(reader: Reader): string | null {
  const name = /[\w$\u4e00-\u9fff]+/y;
  name.lastIndex = reader.at;
  const match = name.exec(reader.text);
  if (!match) return fail(reader);
  reader.at = name.lastIndex;
  return match[0];
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

function readString(reader: Reader, quote: string): string | null {
  const { text } = reader;
  let out = '';
  for (let i = reader.at + 1; i < text.length; i++) {
    const character = text[i] ?? '';
    if (character === quote) {
      reader.at = i + 1;
      return out;
    }
    if (character === '\n' || character === '\r') return fail(reader);
    if (character !== '\\') {
      out += character;
      continue;
    }
    const code = text[++i] ?? '';
    const length = code === 'u' ? 4 : code === 'x' ? 2 : 0;
    const hex = text.slice(i + 1, i + 1 + length);
    if (length > 0 && /^[\da-f]+$/i.test(hex) && hex.length === length) {
      out += String.fromCharCode(Number.parseInt(hex, 16));
      i += length;
    } else out += ESCAPES[code] ?? code;
  }
  return fail(reader);
}
