import type { CivilDate } from '#base/civil-date.ts';
import { DateReader } from './date-reader.ts';
import { metaValue } from './meta.ts';
import type { Script } from './scripts.ts';
import type { Sheet } from './sheet.ts';
import { ATTRIBUTE, attributeAt, attributeOf, isElement, TAG, textOf } from './tree.ts';

/** A date a page claims for itself where no reader sees it. */
export interface ClaimedDate {
  date: CivilDate;
  rule: string;
  start: number;
  end: number;
}

/** Names of tags that hold the date of publishing, the most binding first (国办发〔2017〕47号: PubDate). */
const PUBLISHED = [
  'PubDate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publishTime',
  'firstpublishedtime',
  'article:published_time',
  'datePublished',
];
const LONGEST_VALUE = 80;
const SAYS_PUBLISHED = /publi|issued|release|pub-?_?date|article.*date|post.?date/i;
const SAYS_CREATED = /creat|(?:^|[.:_-])date(?:$|[.:_-])|^others$/i;
const SAYS_OTHER = /modif|updat|expir|valid|revis|unavail|event|until|publisher$/i;

/**
 * The date the page claims in its head or its markup: tags of publishing, then JSON-LD, then
 * microdata. Not what a reader sees, and never from an address.
 */
export function readClaimedDate(
  sheet: Sheet,
  meta: Record<string, string>,
  scripts: readonly Script[],
): ClaimedDate | null {
  const dates = new DateReader(sheet.tree.source, sheet.asOf, sheet.lexicon.monthNames);
  const place = { start: 0, end: 0 };
  for (const name of PUBLISHED) {
    const value = metaValue(meta, name);
    const date = value === '' ? null : firstDate(dates, value);
    if (date !== null) return { date, rule: `meta:${name}`, ...place };
  }
  return (
    fromTags(dates, meta, SAYS_PUBLISHED) ??
    fromLinkedData(dates, scripts) ??
    fromMicrodata(sheet, dates) ??
    fromTags(dates, meta, SAYS_CREATED)
  );
}

/** The first tag whose name says so, by whatever scheme (Dublin Core, Open Graph, a CMS's own). */
function fromTags(
  dates: DateReader,
  meta: Record<string, string>,
  says: RegExp,
): ClaimedDate | null {
  for (const [name, value] of Object.entries(meta)) {
    if (!says.test(name) || SAYS_OTHER.test(name) || value.length > 60) continue;
    const date = firstDate(dates, value);
    if (date !== null) return { date, rule: `meta:${name}`, start: 0, end: 0 };
  }
  return null;
}

function firstDate(dates: DateReader, value: string): CivilDate | null {
  const text = value.slice(0, LONGEST_VALUE);
  return (dates.find(text)[0] ?? dates.whole(text.slice(0, 8)))?.date ?? null;
}

/** `"datePublished": "…"` of the first thing that JSON-LD describes. */
function fromLinkedData(dates: DateReader, scripts: readonly Script[]): ClaimedDate | null {
  for (const key of ['datePublished', 'uploadDate', 'dateCreated']) {
    for (const { type, code, start } of scripts) {
      if (!type.includes('ld+json')) continue;
      const pattern = new RegExp(`"${key}"\\s*:\\s*"([^"]{8,40})"`, 'g');
      for (const match of code.matchAll(pattern)) {
        const date = firstDate(dates, match[1] ?? '');
        const from = start + match.index;
        const end = from + match[0].length;
        if (date !== null) return { date, rule: `json-ld:${key}`, start: from, end };
      }
    }
  }
  return null;
}

/** The element whose `itemprop` (or RDFa `property`) is the date of publishing. */
function fromMicrodata(sheet: Sheet, dates: DateReader): ClaimedDate | null {
  const { tree } = sheet;
  const names = tree.attributes.name.subarray(0, tree.attributes.size);
  if (!names.includes(ATTRIBUTE.itemprop) && !names.includes(ATTRIBUTE.property)) return null;
  for (const wanted of [/date_?published$/i, /date_?created$/i]) {
    for (let node = 0; node < tree.tag.length; node++) {
      if (!isElement(tree, node)) continue;
      if (
        !(attributeAt(tree, node, ATTRIBUTE.itemprop) >= 0) &&
        !(attributeAt(tree, node, ATTRIBUTE.property) >= 0)
      )
        continue;
      const name =
        attributeOf(tree, node, ATTRIBUTE.itemprop) ?? attributeOf(tree, node, ATTRIBUTE.property);
      if (name === null || !wanted.test(name.trim())) continue;
      const value =
        attributeOf(tree, node, ATTRIBUTE.content) ?? attributeOf(tree, node, ATTRIBUTE.datetime);
      const isShown = tree.tag[node] !== TAG.meta;
      const date = firstDate(dates, value ?? (isShown ? textOf(tree, node).slice(0, 60) : ''));
      const place = { start: tree.start[node] ?? 0, end: tree.stop[node] ?? 0 };
      if (date !== null) return { date, rule: `microdata:${name}`, ...place };
    }
  }
  return null;
}
