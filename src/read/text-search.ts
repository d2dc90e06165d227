import { wordsOf } from './text-words.ts';
import type { Tree } from './tree.ts';

/**
 * The text nodes whose words match a pattern, found by one search of the page's whole text. The
 * pattern is global, holds no `^` or `$`, and matches no blank at its beginning. A match may run
 * over the end of its text: who minds tests the text itself.
 */
export function textsWith(tree: Tree, pattern: RegExp): number[] {
  const { flow: text, at } = wordsOf(tree);
  const nodes: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const node = nodeAt(at, match.index);
    nodes.push(node);
    pattern.lastIndex = Math.max(at[node + 1] ?? text.length, match.index + 1);
  }
  return nodes;
}

/** The node whose words hold a place of the flow: the last that begins there or before. */
function nodeAt(at: Int32Array, place: number): number {
  let [low, high] = [0, at.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((at[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

const spaced = new WeakMap<readonly string[], RegExp>();

/** Words in a text, blanks between their characters or none: 当 前 位 置. */
export function spacedPattern(words: readonly string[]): RegExp {
  let pattern = spaced.get(words);
  if (pattern === undefined) {
    const one = (word: string) =>
      [...word.replace(/\s+/g, '')]
        .map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&'))
        .join(' ?');
    pattern = new RegExp(words.length > 0 ? words.map(one).join('|') : '(?!)', 'gi');
    spaced.set(words, pattern);
  }
  return pattern;
}
