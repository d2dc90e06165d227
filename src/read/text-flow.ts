import { rawText, shownText, TEXT, type Tree } from './tree.ts';

/** The shown text of a whole page in one string, and where in it each node's text begins. */
export interface TextFlow {
  text: string;
  /** By node; one more at the end. */
  at: Int32Array;
}

/** Joins all texts, white space collapsed, pieces set apart by a blank or as they stand. */
export function flowOf(tree: Tree, isSpaced: boolean): TextFlow {
  const known = isSpaced ? tree.flows.spaced : tree.flows.plain;
  if (known) return known;
  const size = tree.tag.length;
  const at = new Int32Array(size + 1);
  const pieces: string[] = [];
  let length = 0;
  let endsBlank = true;
  for (let node = 0; node < size; node++) {
    at[node] = length;
    if (tree.tag[node] !== TEXT) continue;
    const piece: string = isSpaced ? spaced(tree, node) : collapse(rawText(tree, node), endsBlank);
    if (piece === '') continue;
    pieces.push(piece);
    length += piece.length;
    endsBlank = piece.charCodeAt(piece.length - 1) === 0x20;
  }
  at[size] = length;
  const flow = { text: pieces.join(''), at };
  if (isSpaced) tree.flows.spaced = flow;
  else tree.flows.plain = flow;
  return flow;
}

function spaced(tree: Tree, node: number): string {
  const words = shownText(tree, node);
  return words === '' ? '' : `${words} `;
}

/** White space as single blanks; none at the beginning when one stands before it already. */
function collapse(text: string, isAfterBlank: boolean): string {
  const words = text.replace(/[\s\u200b\ufeff]+/g, ' ');
  return isAfterBlank && words.startsWith(' ') ? words.slice(1) : words;
}
