import { type CivilDate, chinaDate } from '#base/civil-date.ts';
import { resolveUrl, type Url } from '#base/url.ts';
import type { Entry } from '#domain/page.ts';
import { dateOfWhole, findDates } from './dates.ts';
import { decodeEntities } from './entities.ts';
import type { Literal } from './parse-literal.ts';
import { tidy } from './tree.ts';

type Row = { [name: string]: Literal };

const TITLE_NAMES =
  /^(?:(?:info|art|article|doc|news|show|display|list|link|f?s?ys?)?_?(?:title|subject|biaoti|headline|mc|bt)|title_?\w*|name|text|caption|标题|名称)$/i;
const URL_NAMES =
  /^(?:(?:info|art|article|doc|news|page|visit|web|pc|show|static|pub|link|full|content)?_?(?:url|href|link|path|address|puburl)s?|url_?\w*|linkurl|docpuburl|链接|地址)$/i;
const DATE_NAMES = /(?:date|time|rq|sj|day|日期|时间)/i;
const BEST_DATE = /pub|publish|release|fb|发布|issue|show|display|^date$|^time$/i;
const WORST_DATE = /creat|modif|update|edit|expire|end|valid|cwrq|written|生成|成文|失效/i;
const MAX_NODES = 200_000;

/** Where and until when data rows are read. */
export interface DataPlace {
  url: Url;
  asOf: CivilDate;
}

/**
 * The rows of a value of unknown schema: the array of objects with members like a title, an
 * address and a date, the fullest of several. Dates as text or Unix time, China time.
 */
export function entriesOfData(value: Literal, place: DataPlace): Entry[] {
  let best: Entry[] = [];
  let seen = 0;
  const queue: Literal[] = [value];
  while (queue.length > 0 && seen++ < MAX_NODES) {
    const item = queue.shift() ?? null;
    if (Array.isArray(item)) {
      const entries = entriesOfArray(item, place);
      if (weight(entries) > weight(best)) best = entries;
      for (const member of item) if (typeof member === 'object') queue.push(member);
    } else if (item !== null && typeof item === 'object') {
      // A list of one row, in XML: only with all three members.
      const single = best.length === 0 ? entryOfRow(item, place) : null;
      if (single?.url && single.date) best = [single];
      for (const member of Object.values(item)) {
        const inner = typeof member === 'string' ? innerData(member) : member;
        if (typeof inner === 'object') queue.push(inner);
      }
    }
    if (queue.length > MAX_NODES) break;
  }
  return best;
}

function weight(entries: readonly Entry[]): number {
  return entries.reduce((sum, { date, url }) => sum + 1 + (date ? 2 : 0) + (url ? 1 : 0), 0);
}

/** JSON within a string of JSON, as some gateways wrap their rows. */
function innerData(text: string): Literal {
  if (text.length < 20 || !/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text) as Literal;
  } catch {
    return null;
  }
}

function entriesOfArray(items: readonly Literal[], place: DataPlace): Entry[] {
  const rows = items.filter(isRow);
  if (rows.length === 0 || rows.length * 2 < items.length) return [];
  const entries: Entry[] = [];
  for (const row of rows) {
    const entry = entryOfRow(row, place);
    if (entry) entries.push(entry);
  }
  const isList = entries.some(({ url, date }) => url !== null || date !== null);
  return isList ? entries : [];
}

function isRow(item: Literal): item is Row {
  return item !== null && typeof item === 'object' && !Array.isArray(item);
}

function entryOfRow(row: Row, place: DataPlace): Entry | null {
  let [title, address] = ['', ''];
  let best: { date: CivilDate; text: string; rank: number } | null = null;
  for (const [name, value] of flatMembers(row)) {
    if (typeof value === 'string') {
      if (TITLE_NAMES.test(name) && titleRank(name, value) > titleRank('', title)) title = value;
      if (address === '' && URL_NAMES.test(name) && isAddress(value)) address = value;
    }
    if (!DATE_NAMES.test(name) || (typeof value !== 'string' && typeof value !== 'number'))
      continue;
    const date = dateOfValue(value, place.asOf);
    const rank = BEST_DATE.test(name) ? 3 : WORST_DATE.test(name) ? 1 : 2;
    if (date && rank > (best?.rank ?? 0)) best = { date, text: tidy(String(value)), rank };
  }
  const words = tidy(decodeEntities(title.replace(/<[^>]*>/g, ''), false));
  if (words === '') return null;
  const url = address === '' ? null : resolveUrl(decodeEntities(address.trim(), true), place.url);
  return { title: words, url, date: best?.date ?? null, dateText: best?.text ?? null };
}

/** The members of a row, those of objects inside it too (`{content: {title: …}}`). */
function flatMembers(row: Row): [string, Literal][] {
  const members: [string, Literal][] = [];
  for (const [name, value] of Object.entries(row)) {
    if (isRow(value)) members.push(...Object.entries(value));
    else members.push([name, value]);
  }
  return members;
}

function titleRank(name: string, value: string): number {
  if (tidy(value) === '') return 0;
  return /title|标题|subject/i.test(name) ? 3 : name === '' ? 2 : 1 + (value.length > 4 ? 1.5 : 0);
}

function isAddress(text: string): boolean {
  return /^\s*(?:https?:|\/|\.{1,2}\/|[\w%-]+[/.?])/i.test(text) && !/\s\S+\s/.test(text.trim());
}

const FIRST_SECOND = 315_532_800;
const LAST_SECOND = 4_102_444_800;

/** A date as text, or Unix time in seconds or milliseconds, as the day it was in China. */
export function dateOfValue(value: string | number, asOf: CivilDate): CivilDate | null {
  const text = String(value).trim();
  if (/^\d{9,13}$/.test(text)) {
    const seconds = text.length >= 12 ? Number(text) / 1000 : Number(text);
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND) return null;
    return chinaDate(new Date(seconds * 1000).toISOString());
  }
  if (/^\d{14}$/.test(text)) return dateOfWhole(text.slice(0, 8), asOf)?.date ?? null;
  if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)) {
    const ms = Date.parse(text);
    if (!Number.isNaN(ms)) return chinaDate(new Date(ms).toISOString());
  }
  return dateOfWhole(text, asOf)?.date ?? findDates(text)[0]?.date ?? null;
}
