import type { PageLine, PagePiece, PageText } from '#domain/page-text.ts';
import { targetKey, type Url } from '#base/url.ts';

/** What decides a finding on a page: links to an address, or words. */
export interface Marks {
  targets: readonly Url[];
  words: readonly string[];
}

const MOST_LINES = 1500;
const MOST_PIECE = 2000;
/** `2019-05-09 标题`, as freshness quotes an entry: the page may write both apart. */
const DATED = /^\d{4}-\d\d-\d\d\s+(?=\S)/;

/** Marks the deciding places of a page. What stands far behind the last of them is left out. */
export function markLines(
  { title, lines }: { title: string; lines: readonly PageLine[] },
  { targets, words }: Marks,
): PageText {
  const keys = new Set(targets.map(targetKey));
  const sought = words.flatMap((word) => {
    const plain = word.replace(DATED, '');
    return plain === '' ? [] : [plain];
  });
  let marks = 0;
  let last = 0;
  const marked = lines.map((line, index) => {
    const pieces = line.pieces.flatMap((piece) => markPiece(cut(piece), keys, sought));
    const found = pieces.filter(({ isMarked }) => isMarked).length;
    marks += found;
    if (found > 0) last = index;
    return { ...line, pieces };
  });
  const shown = marked.slice(0, Math.max(MOST_LINES, last + 20));
  return { title, lines: shown, marks, left: marked.length - shown.length };
}

function cut(piece: PagePiece): PagePiece {
  return piece.text.length <= MOST_PIECE
    ? piece
    : { ...piece, text: `${piece.text.slice(0, MOST_PIECE)}…` };
}

function markPiece(piece: PagePiece, keys: ReadonlySet<string>, sought: string[]): PagePiece[] {
  if (piece.href !== null && keys.has(targetKey(piece.href))) return [{ ...piece, isMarked: true }];
  const word = sought.find((one) => piece.text.includes(one));
  if (word === undefined) {
    // A page may cut a title short: 关于做好……的通知…
    const short = piece.text.replace(/(?:\.{2,}|…+)$/, '');
    const isCut = short.length >= 8 && sought.some((one) => one.startsWith(short));
    return [isCut ? { ...piece, isMarked: true } : piece];
  }
  const at = piece.text.indexOf(word);
  const parts = [
    { ...piece, text: piece.text.slice(0, at) },
    { ...piece, text: word, isMarked: true },
    { ...piece, text: piece.text.slice(at + word.length) },
  ];
  return parts.filter(({ text }) => text !== '');
}
