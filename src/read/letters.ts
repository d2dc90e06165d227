import type { Letter, Why } from '#domain/page.ts';
import type { DateSpot } from './date-spots.ts';
import { titleAnchor } from './entries.ts';
import { findPhrase, type Lexicon, phrasesOf } from './lexicon.ts';
import type { List } from './lists.ts';
import type { Row } from './rows.ts';
import type { Sheet } from './sheet.ts';
import { shownText, TAG, TEXT, textBetween, type Tree, withoutBlanks } from './tree.ts';

/** What the cells of a letter table are, by its head. */
type Column = 'title' | 'kind' | 'asked' | 'answered' | 'status' | 'other';

/** The letters a mailbox lists: title, kind, dates of asking and answering, state. */
export function readLetters(sheet: Sheet, list: List, isComplaints: boolean): Letter[] {
  const columns = headOf(sheet, list);
  const letters: Letter[] = [];
  for (const row of list.rows) {
    const letter = readLetter(sheet, row, columns, isComplaints);
    if (letter) letters.push(letter);
  }
  const isMailbox = letters.some(
    ({ answered, askedAt, answeredAt }) =>
      answered !== null || askedAt !== null || answeredAt !== null,
  );
  return isMailbox ? letters : [];
}

/** Where the dates of the letters were read. */
export function whyLetters(sheet: Sheet, list: List): Why[] {
  const columns = headOf(sheet, list);
  const why: Why[] = [];
  let index = 0;
  for (const row of list.rows) {
    if (!titleAnchor(row)) continue;
    const cells = columns.length > 0 ? cellsOf(sheet.tree, row.root) : [];
    const dates = letterDates(sheet, row, columns, cells);
    for (const [name, spot] of [
      ['askedAt', dates.asked],
      ['answeredAt', dates.answered],
    ] as const) {
      if (!spot) continue;
      const rule = columns.length > 0 ? 'column' : 'in-row';
      why.push({ fact: `letters[${index}].${name}`, start: spot.start, end: spot.end, rule });
    }
    index++;
  }
  return why;
}

function readLetter(
  sheet: Sheet,
  row: Row,
  columns: Column[],
  isComplaints: boolean,
): Letter | null {
  const anchor = titleAnchor(row);
  if (!anchor) return null;
  const { lexicon, tree } = sheet;
  const cells = columns.length > 0 ? cellsOf(tree, row.root) : [];
  const words = shortWords(tree, row, anchor.node, tree.end[anchor.node] ?? 0);
  const { asked, answered } = letterDates(sheet, row, columns, cells);
  const status = statusOf(lexicon, words);
  const complaint = phrasesOf(lexicon, 'interaction-words/complaint');
  const consultation = phrasesOf(lexicon, 'interaction-words/consultation');
  const kindWord = words.find(
    (word) => word.length <= 10 && isKindWord(word, complaint, consultation),
  );
  const isComplaint = kindWord ? findPhrase(complaint, kindWord) !== null : isComplaints;
  return {
    title: letterTitle(tree, anchor.node, anchor.text || anchor.title),
    url: anchor.url,
    askedAt: asked?.date ?? null,
    answeredAt: answered?.date ?? null,
    answered: status ?? (answered ? true : columns.includes('answered') ? false : null),
    category: isComplaint ? 'complaint' : 'consultation',
  };
}

function isKindWord(
  word: string,
  complaint: { pattern: RegExp },
  consultation: { pattern: RegExp },
): boolean {
  const bare = word
    .replace(/^(?:信件|来信|留言)?(?:类型|类别)\s*[：:]/, '')
    .replace(/[[\]【】()（）]/g, '');
  return bare.length <= 4 && (complaint.pattern.test(bare) || consultation.pattern.test(bare));
}

/** The first text of a link that also holds dates and names. */
function letterTitle(tree: Tree, node: number, whole: string): string {
  for (let at = node + 1; at < (tree.end[node] ?? 0); at++) {
    if (tree.tag[at] !== TEXT) continue;
    const text = shownText(tree, at).replace(/^(?:标题|主题)\s*[：:]\s*/, '');
    if (text.length > 2 && !/^(?:\d+[.、]?|[[【(].{1,6}[\])】])$/.test(text)) return text;
  }
  return whole;
}

function letterDates(
  sheet: Sheet,
  row: Row,
  columns: Column[],
  cells: readonly number[],
): { asked: DateSpot | null; answered: DateSpot | null } {
  const { lexicon, tree } = sheet;
  const askedLabel = phrasesOf(lexicon, 'interaction-words/asked');
  const answeredLabel = phrasesOf(lexicon, 'interaction-words/answeredAt');
  let asked: DateSpot | null = null;
  let answered: DateSpot | null = null;
  const plain: DateSpot[] = [];
  for (const spot of row.spots.toSorted((a, b) => a.from - b.from)) {
    const cell = cells.findLastIndex((node) => node <= spot.from);
    const column = cell < 0 ? 'other' : (columns[cell] ?? 'other');
    const label = spot.label || textBefore(tree, spot.from, row.from);
    if (column === 'answered' || (column === 'other' && findPhrase(answeredLabel, label))) {
      answered ??= spot;
    } else if (column === 'asked' || findPhrase(askedLabel, label)) asked ??= spot;
    else plain.push(spot);
  }
  asked ??= plain.shift() ?? null;
  if (answered === null && columns.length === 0) answered = plain.shift() ?? null;
  return { asked, answered };
}

function textBefore(tree: Tree, node: number, from: number): string {
  for (let at = node - 1; at >= from; at--) {
    if (tree.tag[at] === TEXT) return shownText(tree, at).slice(-12);
  }
  return '';
}

/** Answered, not answered, or not told. */
function statusOf(lexicon: Lexicon, words: readonly string[]): boolean | null {
  const yes = phrasesOf(lexicon, 'interaction-words/answered');
  const no = phrasesOf(lexicon, 'interaction-words/unanswered');
  for (const word of words) {
    if (word.length > 16) continue;
    if (findPhrase(no, word)) return false;
    if (findPhrase(yes, word)) return true;
  }
  return null;
}

/** The short texts of a row beside its title. */
function shortWords(tree: Tree, row: Row, from: number, to: number): string[] {
  const words: string[] = [];
  const first = tree.tag.indexOf(TEXT, from);
  for (let node = row.from; node < row.to; node++) {
    if (tree.tag[node] !== TEXT || (node === first && node < to)) continue;
    const text = shownText(tree, node);
    if (text !== '' && text.length < 40) words.push(text);
  }
  return words;
}

function cellsOf(tree: Tree, row: number): number[] {
  const cells: number[] = [];
  for (let node = row + 1; node < (tree.end[row] ?? 0); node = tree.end[node] ?? node + 1) {
    if ((tree.tag[node] ?? 0) > 0) cells.push(node);
  }
  return cells;
}

/** The columns by the head of a table (or of a list that looks like one). */
function headOf(sheet: Sheet, list: List): Column[] {
  const { tree } = sheet;
  const first = list.rows[0];
  if (!first || first.isFlat) return [];
  const count = cellsOf(tree, first.root).length;
  if (count < 2) return [];
  let at = list.holder;
  for (let step = 0; step < 3 && at > 0; step++) {
    for (let node = at + 1; node < first.from; node++) {
      const tag = tree.tag[node] ?? 0;
      if (tag <= 0 || (tree.end[node] ?? 0) > first.from) continue;
      const cells = cellsOf(tree, node);
      if (cells.length !== count) continue;
      const columns = cells.map((cell) =>
        columnOf(sheet.lexicon, textBetween(tree, cell, tree.end[cell] ?? cell)),
      );
      if (columns.filter((column) => column !== 'other').length > 1) return columns;
    }
    if (tree.tag[at] === TAG.table) break;
    at = tree.parent[at] ?? 0;
  }
  return [];
}

function columnOf(lexicon: Lexicon, text: string): Column {
  const bare = withoutBlanks(text);
  const is = (name: string) => {
    const found = findPhrase(phrasesOf(lexicon, `interaction-words/${name}`), bare);
    return found !== null && bare.length <= found.word.length + 4;
  };
  if (bare.length > 12) return 'other';
  if (is('answeredAt')) return 'answered';
  if (is('asked')) return 'asked';
  if (is('statusHeads')) return 'status';
  if (is('kindHeads')) return 'kind';
  return is('titleHeads') ? 'title' : 'other';
}
