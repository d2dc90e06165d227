import { rawText, TEXT, type Tree } from './tree.ts';
import { newInt32s } from './working-memory.ts';

/** The shown text of a whole page in one string, and where in it each node's text begins. */
export interface TextFlow {
  text: string;
  /** By node; one more at the end. */
  at: Int32Array;
}

/** All texts run together as they stand, white space collapsed. */
export function plainFlow(tree: Tree): TextFlow {
  tree.flow ??= joinTexts(tree);
  return tree.flow;
}

function joinTexts(tree: Tree): TextFlow {
  const size = tree.tag.length;
  const at = newInt32s(size + 1);
  const pieces: string[] = [];
  let length = 0;
  let endsBlank = true;
  for (let node = 0; node < size; node++) {
    at[node] = length;
    if (tree.tag[node] !== TEXT) continue;
    const piece: string = collapse(rawText(tree, node), endsBlank);
    if (piece === '') continue;
    pieces.push(piece);
    length += piece.length;
    endsBlank = piece.charCodeAt(piece.length - 1) === 0x20;
  }
  at[size] = length;
  return { text: pieces.join(''), at };
}

/** White space as single blanks; none at the beginning when one stands before it already. */
function collapse(text: string, isAfterBlank: boolean): string {
  const words = text.replace(/[\s\u200b\ufeff]+/g, ' ');
  return isAfterBlank && words.startsWith(' ') ? words.slice(1) : words;
}
