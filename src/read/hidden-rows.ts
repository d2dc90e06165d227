import type { Entry, Link } from '#domain/page.ts';
import { entriesOfData } from './data-rows.ts';
import { entriesOfSheet } from './html-rows.ts';
import { readLinks } from './links.ts';
import { parseLiteral } from './parse-literal.ts';
import { scanHtml } from './scan-html.ts';
import { SCRIPT_HAS } from './script-signs.ts';
import type { Script } from './scripts.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { decodeEntities } from './entities.ts';
import { ATTRIBUTE, attributeOf, COMMENT, RAW, TAG } from './tree.ts';
import { cdataOf, entriesOfXml } from './xml-rows.ts';

/** Rows that a script of the page puts there from what the page itself carries; maybe none. */
export interface HiddenRows {
  entries: Entry[];
  links: Link[];
  rule: string;
  /** Where in the source it stands. */
  start: number;
  end: number;
}

const MAX_LITERALS = 20;
/** Each is sought in every script that unpacks comments: more than these are not looked at. */
const MAX_COMMENTS = 500;

/**
 * Rows in XML or CDATA inside a script (Hanweb), in inline JSON, in comments that a script
 * unpacks. A comment that no script touches holds no rows.
 */
export function readHiddenRows(sheet: Sheet, scripts: readonly Script[]): HiddenRows[] {
  const found: HiddenRows[] = [];
  for (const script of scripts) {
    const { code, signs } = script;
    if ((signs & (SCRIPT_HAS.markup | SCRIPT_HAS.literal)) === 0) continue;
    const isMarkup = /<!\[CDATA\[|<(?:record|datastore|recordset|item|row|rss)\b/i.test(code);
    const rows = isMarkup ? rowsOfXml(sheet, code) : literalsOf(sheet, script);
    if (rows) found.push({ ...rows, start: script.start, end: script.start + code.length });
  }
  const codes = scripts
    .filter(({ signs }) => (signs & SCRIPT_HAS.comment) !== 0)
    .filter(({ code }) => UNPACKS.test(code))
    .map(({ code }) => code);
  if (codes.length > 0) found.push(...rowsOfComments(sheet, codes));
  return found;
}

type Rows = Omit<HiddenRows, 'start' | 'end'>;

function literalsOf(sheet: Sheet, { code, signs }: Script): Rows | null {
  return (signs & SCRIPT_HAS.literal) === 0 ? null : rowsOfLiterals(sheet, code);
}

function rowsOfXml(sheet: Sheet, code: string): Rows | null {
  const html = cdataOf(code);
  if (/<a\s/i.test(html)) return rowsOfHtml(sheet, html, 'cdata-in-script');
  const entries = entriesOfXml(code, sheet);
  const isEmpty =
    /<(?:recordset|datastore|rows|items)\b/i.test(code) && !/function\s*\(/.test(code);
  const isFound = entries.length > 0 || isEmpty;
  return isFound ? { entries, links: linksOf(entries), rule: 'xml-in-script' } : null;
}

function rowsOfHtml(sheet: Sheet, html: string, rule: string): Rows | null {
  const inner = { ...makeSheet(scanHtml(html), sheet), base: sheet.base };
  const entries = entriesOfSheet(inner);
  return entries.length > 0 ? { entries, links: readLinks(inner), rule } : null;
}

function linksOf(entries: readonly Entry[]): Link[] {
  return entries.flatMap(({ url, title }) => (url ? [{ url, text: title, as: 'a' as const }] : []));
}

/** Arrays of objects that a script assigns: `var list = [{title: …}]`. */
function rowsOfLiterals(sheet: Sheet, code: string): Rows | null {
  if (!/title|标题|subject|name/i.test(code)) return null;
  const starts = /[=:(]\s*(?=\[\s*\{|\{\s*["'\w]+\s*:\s*\[\s*\{|\{\s*"\w+"\s*:)/g;
  let best: Entry[] = [];
  let from = 0;
  for (let seen = 0; seen < MAX_LITERALS; seen++) {
    starts.lastIndex = from;
    const match = starts.exec(code);
    if (!match) break;
    const at = match.index + match[0].length;
    const literal = parseLiteral(code, at);
    from = literal?.end ?? at + 1;
    if (!literal) continue;
    const entries = entriesOfData(literal.value, sheet).filter(({ date }) => date !== null);
    if (entries.length > best.length) best = entries;
  }
  return best.length > 0 ? { entries: best, links: linksOf(best), rule: 'inline-json' } : null;
}

/** A script that reads comments and puts what is in them into the page. */
const UNPACKS =
  /nodeType\s*={2,3}\s*8|COMMENT_NODE|SHOW_COMMENT|['"/]<!-{2}|<\\?!-{2}['"/]|replace\([^)]*<!-|comments?\b[^;]{0,60}innerHTML/;

function rowsOfComments(sheet: Sheet, codes: readonly string[]): HiddenRows[] {
  const { tree } = sheet;
  const found: HiddenRows[] = [];
  for (let node = 0, seen = 0; node < tree.tag.length && seen < MAX_COMMENTS; node++) {
    const html = packedHtml(sheet, node);
    if (html === null) continue;
    seen++;
    if (!isNamedByScript(sheet, node, html, codes)) continue;
    const rows = rowsOfHtml(sheet, html, 'comment-unpacked');
    const isList = /<(?:ul|ol|li|table|dl|div|a)\b/i.test(html);
    const none = { entries: [], links: [], rule: 'comment-unpacked' };
    const place = { start: tree.start[node] ?? 0, end: tree.stop[node] ?? 0 };
    if (rows || isList) found.push({ ...(rows ?? none), ...place });
  }
  return found;
}

/** What a comment, or a text area that nobody sees, carries; null for other nodes. */
function packedHtml(sheet: Sheet, node: number): string | null {
  const { tree } = sheet;
  const tag = tree.tag[node];
  if (tag !== COMMENT && tag !== RAW) return null;
  const inside = tree.source.slice(tree.start[node], tree.stop[node]);
  if (tag === COMMENT) return inside;
  const isArea = tag === RAW && tree.tag[tree.parent[node] ?? 0] === TAG.textarea;
  return isArea ? decodeEntities(inside, false).replace(/<!--|-->/g, '') : null;
}

/** Whether a script that unpacks comments names an element around this one, by id or class. */
function isNamedByScript(
  sheet: Sheet,
  node: number,
  html: string,
  codes: readonly string[],
): boolean {
  const { tree } = sheet;
  let at = tree.parent[node] ?? 0;
  for (let step = 0; step < 4 && at > 0; step++) {
    const id = attributeOf(tree, at, ATTRIBUTE.id) ?? '';
    const names = [id, ...(attributeOf(tree, at, ATTRIBUTE.class) ?? '').split(/\s+/)];
    const isNamed = (name: string) => name.length > 1 && codes.some((code) => code.includes(name));
    if (names.some(isNamed)) return true;
    at = tree.parent[at] ?? 0;
  }
  const isWhole = /document\.body|createNodeIterator|createTreeWalker/;
  return /<a\s[^>]*href/i.test(html) && codes.some((code) => isWhole.test(code));
}
