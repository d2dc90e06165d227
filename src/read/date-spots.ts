import type { CivilDate } from '#base/civil-date.ts';
import { CJK, DateReader } from './date-reader.ts';
import { plainDate } from './plain-date.ts';
import {
  type DateMatch,
  dateOfPieces,
  dayMonthOfWhole,
  findDates,
  LONGEST_WHOLE,
  mayHoldYear,
  narrow,
} from './dates.ts';
import type { MonthNames } from './month-names.ts';
import { settleDays, type YearMark } from './settle-days.ts';
import {
  ATTRIBUTE,
  attributeAt,
  attributeOf,
  isWithin,
  RAW,
  rawText,
  shownText,
  tidy,
  type Tree,
} from './tree.ts';
import { HAS_CHINESE, HAS_DIGIT, holds } from './text-words.ts';
import { findWrittenDate } from './written-date.ts';

/** A place in the page where a date stands as a date, not within a sentence. */
export interface DateSpot {
  /** The text node (the last of several pieces), or the element whose title holds it. */
  node: number;
  /** The first text node of a date in pieces; else `node`. */
  from: number;
  date: CivilDate;
  /** As written, without its label. */
  text: string;
  /** What stands before it in the same text: `发布时间：`. */
  label: string;
  /** Offsets in the source. */
  start: number;
  end: number;
  /** `dateline`: at the head of a paragraph in letters (`Bonn, 5 May 2019 – …`). */
  strength: 'own' | 'glued' | 'attribute' | 'dateline';
  form: DateMatch['form'] | 'pieces';
  /** Day before month, as it can only be; see `settleDays`. */
  isDayFirst?: true;
  /** The other reading of a date whose day and month could be meant the other way round. */
  other?: CivilDate;
}

const MAX_LENGTH = 160;
/** With white space; longer ones are texts. */
const MAX_RAW = 4000;
const MAX_REMAINDER = 14;
const DATELINE_END = 70;
const BEFORE_DATELINE = /^[\s([]*(?:\p{Lu}[\p{L}. -]{2,25}[,:/]?\s*)?[([]?$/u;
const AFTER_DATELINE = /^\s*[)\]]?\s*(?:[-–—:.|,]|[„"“«])/;
/** Letters are shorter than Chinese words. */
const MAX_LETTERS = 72;
/** A part of a date in an element of its own: day, year, year-month, month-day. */
const PIECE =
  /^[\s[(（【]*(?:\d{1,2}[日月号]?|\d{4}年?|\d{4}\s*[-/.年]\s*\d{1,2}月?|\d{1,2}\s*[-/.月]\s*\d{1,2}日?)[\s\])）】/.-]*$/;
/** A text that is nothing but a year, and how long its words may be: `2019 年度`. */
const YEAR_ALONE = /^\s*((?:19|20)\d\d)\s*年?度?\s*$/;
const LONGEST_YEAR = 7;
/** The shortest date is `5-9`. */
const SHORTEST = 3;
/** What parts of a date are made of: figures, signs, and the Chinese for year, month and day. */
const figures = new Uint8Array(1 << 16);
for (const sign of '0123456789０１２３４５６７８９ -/.－．／[](){}（）【】年月日号') {
  figures[sign.charCodeAt(0)] = 1;
}
/** What a date in an attribute cannot do without: a figure, a nought of a year in words, an entity. */
const telling = new Uint8Array(1 << 16);
for (const sign of '0123456789０１２３４５６７８９〇○零ＯOo&') telling[sign.charCodeAt(0)] = 1;
const YEAR_FIGURES = /[\d０-９]{4}/;
const SEPARATOR = /^[\s/.|年月日-]*$/;
/** How a text ends before a number of pages. */
const COUNTED = /(?:页数?|第|共|\d\/)[：:]?$/;
/** Signs that may stand before a date that is all of a text. */
const OPENS = new Set(
  [...'[](){}【】（）〔〕《<>·•|:：-,;@*"\'–—'].map((sign) => sign.charCodeAt(0)),
);
const BEFORE_COUNT = '页数第共/：:';
/** What may stand beside a date in its line without making a sentence of it. */
const LINE_WORDS =
  /发布|日期|时间|来源|作者|点击|浏览|阅读|次数?|更新|编辑|录入|发表|提交|回复|答复|字号|字体|单位|机构|部门|[^\s：:]{0,12}[：:]/g;

/** Finds date spots while a page is walked in document order. */
export class DateSpotter {
  readonly #tree: Tree;
  readonly #dates: DateReader;
  readonly #found: DateSpot[] = [];
  readonly #years: YearMark[] = [];
  #pieces: { node: number; text: string }[] = [];
  /** The text node read last. */
  #last = -1;

  constructor(tree: Tree, asOf: CivilDate, names: MonthNames) {
    this.#tree = tree;
    this.#dates = new DateReader(tree.source, asOf, names);
  }

  /** All spots of the page, in document order, days without a year settled. */
  spots(): DateSpot[] {
    return settleDays(this.#found, this.#years, this.#dates.asOf, this.#tree);
  }

  readText(node: number, isInLink: boolean): void {
    const last = this.#last;
    this.#last = node;
    // Most texts: words without a figure that could neither be a date nor part of one.
    const isWordy = !holds(this.#tree, node, HAS_DIGIT) && holds(this.#tree, node, HAS_CHINESE);
    if (isWordy && this.#pieces.length === 0) return;
    const [begin, finish] = [this.#tree.start[node] ?? 0, this.#tree.stop[node] ?? 0];
    if (this.#pieces.length === 0 && this.#isNoWord(node)) return;
    const isCount = last >= 0 && this.#mayCount(last) && COUNTED.test(this.#endOf(last));
    if (isCount && !/\d{4}/.test(this.#tree.source.slice(begin, finish))) {
      this.#pieces = [];
      return;
    }
    this.#readDates(node, isInLink);
  }

  /** Signs without a figure or a letter, as they stand between links. */
  #isNoWord(node: number): boolean {
    if (holds(this.#tree, node, HAS_DIGIT)) return false;
    const first = shownText(this.#tree, node).charCodeAt(0);
    return Number.isNaN(first) || first < 0x41 || first === 0x7c;
  }

  /** Whether the last sign of a text is one that stands before a number of pages. */
  #mayCount(node: number): boolean {
    const words = shownText(this.#tree, node);
    return BEFORE_COUNT.includes(words.charAt(words.length - 1));
  }

  /** The last characters of a text, to know `页数: 1/1`. */
  #endOf(node: number): string {
    const [begin, finish] = [this.#tree.start[node] ?? 0, this.#tree.stop[node] ?? 0];
    return this.#tree.source.slice(Math.max(begin, finish - 12), finish).trimEnd();
  }

  #readDates(node: number, isInLink: boolean): void {
    const [from, to] = [this.#tree.start[node] ?? 0, this.#tree.stop[node] ?? 0];
    if (!holds(this.#tree, node, HAS_DIGIT)) {
      const words = rawText(this.#tree, node);
      if (this.#dates.isMonth(words)) this.#readPiece(node, words);
      else if (!SEPARATOR.test(words)) this.#pieces = [];
      return;
    }
    if (to - from > MAX_RAW) return;
    const words = shownText(this.#tree, node);
    if (holds(this.#tree, node, HAS_CHINESE) && isPlainWords(words)) {
      this.#pieces = [];
      return;
    }
    const text = rawText(this.#tree, node);
    const alone = text.length <= LONGEST_WHOLE ? plainDate(words) : null;
    if (alone) {
      const start = text.indexOf(alone.text);
      const match = { date: alone.date, start, end: start + alone.text.length };
      this.#add(node, text, { ...match, form: 'full' }, 'own', '');
      this.#pieces = [];
      return;
    }
    if (text.trim().length > MAX_LENGTH) return this.#readDateline(node, text);
    const year = words.length > LONGEST_YEAR ? null : YEAR_ALONE.exec(text);
    if (year) this.#years.push({ node, year: Number(year[1]) });
    const isFigures = isMadeOfFigures(words);
    const isPiece = isFigures && PIECE.test(narrow(text));
    if (isPiece && this.#readPiece(node, text)) return;
    if (words.length < SHORTEST) {
      if (!isPiece) this.#pieces = [];
      return;
    }
    const whole = this.#dates.whole(text);
    if (whole) {
      this.#add(node, text, whole, 'own', '');
      if (whole.form !== 'month-day') this.#pieces = [];
      return;
    }
    const reversed = isFigures ? dayMonthOfWhole(text, this.#dates.asOf) : null;
    if (reversed) {
      this.#add(node, text, reversed, 'own', '');
      const spot = this.#found.at(-1);
      if (spot) spot.isDayFirst = true;
      return;
    }
    if (!isPiece) this.#pieces = [];
    if (isInLink) this.#readGlued(node, text);
    else this.#readLine(node, text);
  }

  /** Reads the title attribute of an element: `发布时间：2019-05-09`, or a date at its end. */
  readTitle(node: number): void {
    const at = attributeAt(this.#tree, node, ATTRIBUTE.title);
    if (at < 0 || !mayHoldFigure(this.#tree, at)) return;
    const { source, start, stop } = this.#tree;
    const tag = source.slice(start[node], stop[node]);
    if (!/title\s*=[^>]*\d/i.test(tag)) return;
    const text = attributeOf(this.#tree, node, ATTRIBUTE.title);
    if (text === null || text.length > MAX_RAW) return;
    const match = this.#dates.whole(text) ?? labelled(text) ?? gluedDate(text);
    if (match && match.form !== 'month-day') this.#add(node, text, match, 'attribute', '');
  }

  /** A day that an inline script writes as it stands there. */
  readScript(node: number): void {
    const inside = node + 1;
    if (this.#tree.tag[inside] !== RAW) return;
    const code = this.#tree.source.slice(this.#tree.start[inside], this.#tree.stop[inside]);
    const match = findWrittenDate(code);
    if (match) this.#add(inside, code, match, 'own', '');
  }

  /** `<time datetime="2019-05-09T10:00">`, whatever words it shows. */
  readTime(node: number): void {
    const text = attributeOf(this.#tree, node, ATTRIBUTE.datetime);
    const match = text === null ? undefined : findDates(text)[0];
    if (text !== null && match?.start === 0) this.#add(node, text, match, 'attribute', '');
  }

  #readPiece(node: number, text: string): boolean {
    this.#pieces.push({ node, text });
    if (this.#pieces.length > 3) this.#pieces.shift();
    for (const count of [2, 3]) {
      const parts = this.#pieces.slice(-count);
      const first = parts[0];
      if (parts.length < count || !first || !this.#isNear(first.node, node)) continue;
      const texts = parts.map((part) => part.text);
      // A date needs a year, and a year has four figures in one piece.
      if (!texts.some((piece) => YEAR_FIGURES.test(piece))) continue;
      const date = dateOfPieces(texts) ?? this.#dates.wordedWhole(texts.join(' '));
      if (date === null) continue;
      while ((this.#found.at(-1)?.node ?? -1) >= first.node) this.#found.pop();
      const words = parts.map((part) => tidy(part.text)).join(' ');
      const { start, stop } = this.#tree;
      const place = { start: start[first.node] ?? 0, end: stop[node] ?? 0 };
      const spot = { node, from: first.node, date, text: words, label: '', ...place };
      this.#found.push({ ...spot, strength: 'own', form: 'pieces' });
      this.#pieces = [];
      return true;
    }
    return false;
  }

  /** Whether two text nodes share an ancestor a few steps up. */
  #isNear(first: number, second: number): boolean {
    let at = this.#tree.parent[second] ?? 0;
    for (let step = 0; step < 4; step++) {
      if (isWithin(this.#tree, first, at)) return true;
      if ((this.#tree.end[at] ?? 0) <= second && first > at) return true;
      at = this.#tree.parent[at] ?? 0;
    }
    return false;
  }

  #readGlued(node: number, text: string): void {
    const match = labelled(text) ?? gluedDate(text);
    if (match) this.#add(node, text, match, 'glued', '');
  }

  /** A short line about a date: label, source, clicks. */
  #readLine(node: number, text: string): void {
    const matches = this.#dates.find(text);
    const first = matches[0];
    if (!first) return;
    let rest = text;
    for (const match of matches.toReversed()) {
      rest = rest.slice(0, match.start) + rest.slice(match.end);
    }
    const isLabelled = /[：:]/.test(rest);
    rest = rest.replace(LINE_WORDS, '').replace(/[\s\d\p{P}\p{S}]/gu, '');
    const isForeign = !CJK.test(text);
    const allowed = isForeign ? MAX_LETTERS : isLabelled ? MAX_REMAINDER * 2 : MAX_REMAINDER;
    if (rest.length > allowed || /[。；]/.test(text)) return this.#readDateline(node, text);
    this.#addAll(node, text, matches);
  }

  #addAll(node: number, text: string, matches: readonly DateMatch[]): void {
    for (const [index, match] of matches.entries()) {
      const before = text.slice(matches[index - 1]?.end ?? 0, match.start);
      this.#add(node, text, match, 'own', tidy(before));
    }
  }

  /** The date that an agency puts before a text; Chinese ones name a day of the event. */
  #readDateline(node: number, text: string): void {
    const head = text.slice(0, DATELINE_END);
    if (CJK.test(head)) return;
    const match = this.#dates.find(head)[0];
    if (!match || !BEFORE_DATELINE.test(head.slice(0, match.start))) return;
    if (AFTER_DATELINE.test(head.slice(match.end))) this.#add(node, text, match, 'dateline', '');
  }

  #add(
    node: number,
    text: string,
    match: DateMatch,
    strength: DateSpot['strength'],
    label: string,
  ): void {
    const base = this.#tree.start[node] ?? 0;
    const isPlain = strength !== 'attribute' && !text.includes('&');
    const start = isPlain ? base + match.start : base;
    const end = isPlain ? base + match.end : (this.#tree.stop[node] ?? base);
    const words = tidy(text.slice(match.start, match.end));
    const { date, form, other } = match;
    const place = { node, from: node, date, text: words, label, start, end, strength, form };
    this.#found.push(other === undefined ? place : { ...place, other });
  }
}

/** Chinese words with figures that cannot hold a date: no year, and not a date's beginning. */
function isPlainWords(words: string): boolean {
  if (words.length > MAX_LENGTH || mayHoldYear(words)) return false;
  const first = words.charCodeAt(0);
  return (first < 0x30 || first > 0x39) && (first < 0xff10 || first > 0xff19) && !OPENS.has(first);
}

/** Whether a text could be a part of a date or a day and a month, by its characters. */
function isMadeOfFigures(words: string): boolean {
  for (let at = 0; at < words.length; at++) {
    if (figures[words.charCodeAt(at)] !== 1) return false;
  }
  return true;
}

/** Whether an attribute holds a figure, or a sign that may stand for one, or an entity. */
function mayHoldFigure({ codes, attributes }: Tree, at: number): boolean {
  const end = attributes.to[at] ?? 0;
  for (let place = attributes.from[at] ?? 0; place < end; place++) {
    const code = codes[place] ?? 0;
    if (telling[code] === 1) return true;
  }
  return false;
}

/** A date after a label that announces one. */
function labelled(text: string): DateMatch | null {
  const label = /(?:发布|更新|提交|发表|添加|信息|公布)?(?:时间|日期)\s*[：:]\s*/.exec(text);
  if (!label) return null;
  const from = label.index + label[0].length;
  return findDates(text).find((match) => match.start === from) ?? null;
}

/** A date run together with a title, at its very end or beginning and plainly not part of it. */
function gluedDate(text: string): DateMatch | null {
  const matches = findDates(text);
  for (const match of matches) {
    const before = text.slice(0, match.start);
    const after = text.slice(match.end);
    const isAtEnd = /^[\s\])）】]*$/.test(after) && /\S/.test(before);
    const isAtStart = /^[\s[(（【]*$/.test(before) && /\S/.test(after);
    if (!isAtEnd && !isAtStart) continue;
    const isSetOff = isAtEnd ? /[\s[(（【\u00a0]$/.test(before) : /^[\s\])）】\u00a0]/.test(after);
    const isDigits = !/[年月]/.test(text.slice(match.start, match.end));
    if (isSetOff || (isDigits && isAtEnd)) return match;
  }
  return null;
}
