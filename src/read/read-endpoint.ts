import { decodeText } from '#base/charset.ts';
import type { CivilDate } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { Entry } from '#domain/page.ts';
import { entriesOfData } from './data-rows.ts';
import { entriesOfHtml } from './html-rows.ts';
import type { Lexicon } from './lexicon.ts';
import { type Literal, parseLiteral } from './parse-literal.ts';
import { cdataOf, valueOfXml } from './xml-rows.ts';

/** An answer of a data address, as it came. */
export interface EndpointAnswer {
  url: Url;
  bytes: Uint8Array;
  contentType: string;
  asOf: CivilDate;
}

/**
 * Rows of a data address of unknown schema: JSON (also JSONP, or within a string), XML with
 * fields, XML or JSON that carries pieces of HTML. Empty when nothing looks like rows.
 */
export function readEndpoint(data: EndpointAnswer, lexicon: Lexicon): Entry[] {
  const { text, charset } = decodeText(data.bytes, data.contentType);
  const place = { url: data.url, asOf: data.asOf };
  const isMarkup = /^\s*</.test(text);
  const value = isMarkup ? valueOfXml(text) : valueOfScript(text);
  const entries = entriesOfData(value, place);
  if (entries.length > 0) return entries;
  const html = isMarkup ? cdataOf(text) || text : longestHtml(value);
  return html === '' ? [] : entriesOfHtml(html, { ...place, charset, lexicon });
}

/** JSON, or the first literal of a JSONP call or assignment. */
function valueOfScript(text: string): Literal {
  try {
    return JSON.parse(text) as Literal;
  } catch {
    const start = text.search(/[[{]/);
    return start < 0 ? null : (parseLiteral(text, start)?.value ?? null);
  }
}

/** The HTML that a data answer carries in strings. */
function longestHtml(value: Literal): string {
  if (typeof value === 'string') return /<a\s/i.test(value) ? value : '';
  if (value === null || typeof value !== 'object') return '';
  const members = Array.isArray(value) ? value : Object.values(value);
  return members
    .map(longestHtml)
    .filter((html) => html !== '')
    .join('\n');
}
