import type { Entry, Why } from '#domain/page.ts';
import type { DateSpot } from './date-spots.ts';
import { findDates } from './dates.ts';
import type { Row } from './rows.ts';
import type { Anchor, Sheet } from './sheet.ts';
import { ATTRIBUTE, attributeOf, rawText, TAG, TEXT, textBetween, tidy } from './tree.ts';

const DAY_LABEL = /发布|发文|更新|公布|日期|时间/;
const NOT_PUBLISHED = /截止|结束|有效|成文|生效|实施|至/;
const CUT = /(?:…|\.{2,})\s*$/;

/** The entry a row stands for; null when it names nothing. */
export function readEntry(sheet: Sheet, row: Row): Entry | null {
  const anchor = titleAnchor(row);
  const spot = entryDate(row);
  if (!anchor) return null;
  const title = titleOf(sheet, row, anchor);
  if (title === '') return null;
  const dated = spot ? { date: spot.date, dateText: spot.text } : { date: null, dateText: null };
  return { title, url: anchor.url, ...dated };
}

/** Where an entry's date was read. */
export function whyEntryDate(row: Row, index: number): Why | null {
  const spot = entryDate(row);
  if (!spot) return null;
  const rule = `${spot.strength}:${spot.form}`;
  return { fact: `entries[${index}].date`, start: spot.start, end: spot.end, rule };
}

/** The link a row is about: the longest, and of several to one place the first named. */
export function titleAnchor(row: Row): Anchor | null {
  let best: Anchor | null = null;
  if (row.anchors.length > 3) {
    const first = row.anchors.find((anchor) => anchor.isNamed && wordsOf(anchor).length > 7);
    if (first) return first;
  }
  for (const anchor of row.anchors) {
    const length = wordsOf(anchor).length;
    if (length < 2) continue;
    if (best === null || (anchor.isNamed && length > wordsOf(best).length)) best = anchor;
  }
  return best;
}

function wordsOf(anchor: Anchor): string {
  return anchor.text.length > 1 ? anchor.text : anchor.title;
}

/** The date of publishing among the dates of a row: a labelled one, else the first. */
export function entryDate(row: Row): DateSpot | null {
  const fit = row.spots.filter(({ label }) => !NOT_PUBLISHED.test(label) || /发布/.test(label));
  return fit.find(({ label }) => DAY_LABEL.test(label)) ?? fit[0] ?? row.spots[0] ?? null;
}

function titleOf(sheet: Sheet, row: Row, anchor: Anchor): string {
  const { tree } = sheet;
  const end = tree.end[anchor.node] ?? anchor.node;
  const inside = row.spots.filter((spot) => spot.node > anchor.node && spot.node < end);
  let text = inside.length > 0 ? withoutDates(sheet, anchor, inside) : headlineOf(sheet, anchor);
  if (!isHan(text.charCodeAt(0))) text = text.replace(/^[·•◆■▪●○▶>»\-—\s]+/, '');
  text = text.trim();
  const full = fullTitle(anchor.title);
  const isCut = !isHan(text.charCodeAt(text.length - 1)) && CUT.test(text);
  const stem = isCut ? text.replace(CUT, '').trim() : text;
  if (full.length > stem.length && stem.length > 3) {
    if ((isCut || full.length > text.length) && full.startsWith(stem)) {
      const isDated = findDates(full.slice(stem.length)).length > 0 && !isCut;
      return isDated ? text : full.trim();
    }
  }
  return text !== '' ? text : anchor.title;
}

/** What the title of a link says of the entry: without a label, and without its date. */
function fullTitle(title: string): string {
  if (title === '') return '';
  const isLabelled = title.startsWith('标题') || title.startsWith('题目');
  const name = isLabelled ? title.replace(/^(?:标题|题目)\s*[：:]\s*/, '') : title;
  const ends = ['发布时间', '发布日期'].map((word) => name.indexOf(word)).filter((at) => at >= 0);
  return ends.length === 0 ? name : name.slice(0, Math.min(...ends));
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** A link round title and summary: the heading in it is the title. */
function headlineOf(sheet: Sheet, anchor: Anchor): string {
  const { tree } = sheet;
  const end = tree.end[anchor.node] ?? anchor.node;
  if (anchor.text.length < 40) return anchor.text;
  for (let node = anchor.node + 1; node < end; node++) {
    const tag = tree.tag[node] ?? 0;
    const isHeading =
      (tag >= TAG.h1 && tag <= TAG.h6) ||
      tag === TAG.strong ||
      tag === TAG.dt ||
      /title|\bbt\b/i.test(tag > 0 ? (attributeOf(tree, node, ATTRIBUTE.class) ?? '') : '');
    const text = isHeading ? textBetween(tree, node, tree.end[node] ?? node) : '';
    if (text.length > 3) return text;
  }
  return anchor.text;
}

/** The text of a link without the dates in it. */
function withoutDates(sheet: Sheet, anchor: Anchor, spots: readonly DateSpot[]): string {
  const { tree } = sheet;
  const pieces: string[] = [];
  for (let node = anchor.node + 1; node < (tree.end[anchor.node] ?? 0); node++) {
    if (tree.tag[node] !== TEXT) continue;
    const spot = spots.find((other) => node >= other.from && node <= other.node);
    let text = rawText(tree, node);
    if (spot && spot.from !== spot.node) continue;
    if (spot) {
      const written = tidy(text).split(spot.text);
      text = written
        .join(' ')
        .replace(/[[(（【]\s*[\])）】]|(?:发布)?(?:时间|日期)\s*[：:]\s*$/g, '');
    }
    if (tidy(text) !== '' && !/^[\s[\]()（）:：.-]*$/.test(text)) pieces.push(tidy(text));
  }
  const first = pieces.find((piece) => piece.length > 3) ?? pieces[0] ?? '';
  return pieces.length > 1 && first.length > 3 ? first : pieces.join(' ');
}
