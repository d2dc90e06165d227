/** Finds which of many short words names hold, one step a character (Aho and Corasick, 1975). */
export interface BitFinder {
  /** By state and the last five bits of a character: the next state. */
  next: Uint16Array;
  /** By state: the bits of all words that end there. */
  bits: Uint16Array;
}

/** Characters are told by their last five bits: upper case is lower case, some signs are letters. */
const SIGNS = 32;
const AMPERSAND = 0x26;

/** A finder of words, several in one text with blanks between, by the bits they stand for. */
export function makeBitFinder(lists: readonly (readonly [number, string])[]): BitFinder {
  const nodes: { next: number[]; bits: number }[] = [{ next: [], bits: 0 }];
  for (const [bit, words] of lists) {
    for (const word of words.split(' ')) {
      let state = 0;
      for (const sign of word) {
        const { next } = nodes[state] ?? { next: [] };
        const step = sign.charCodeAt(0) % SIGNS;
        if (next[step] === undefined) next[step] = nodes.push({ next: [], bits: 0 }) - 1;
        state = next[step] ?? 0;
      }
      const end = nodes[state];
      if (end) end.bits |= bit;
    }
  }
  return withFallbacks(nodes);
}

/** Where no word goes on, what was read last may begin another. */
function withFallbacks(nodes: readonly { next: number[]; bits: number }[]): BitFinder {
  const next = new Uint16Array(nodes.length * SIGNS);
  const bits = Uint16Array.from(nodes, (node) => node.bits);
  const shorter = new Uint16Array(nodes.length);
  // By length: what is shorter is known already.
  const queue = [0];
  for (const state of queue) {
    for (let sign = 0; sign < SIGNS; sign++) {
      const fallback = state === 0 ? 0 : (next[(shorter[state] ?? 0) * SIGNS + sign] ?? 0);
      const step = nodes[state]?.next[sign] ?? -1;
      next[state * SIGNS + sign] = step < 0 ? fallback : step;
      if (step < 0) continue;
      shorter[step] = fallback;
      bits[step] = (bits[step] ?? 0) | (bits[fallback] ?? 0);
      queue.push(step);
    }
  }
  return { next, bits };
}

/**
 * The bits of all words that stand between two places; `all` where an entity may hide some. A bit
 * that is missing is certain, one that is there is to be tested.
 */
export function bitsBetween(
  { next, bits }: BitFinder,
  codes: Uint16Array,
  from: number,
  to: number,
  all: number,
): number {
  let state = 0;
  let found = 0;
  for (let at = from; at < to; at++) {
    const code = codes[at] ?? 0;
    if (code === AMPERSAND) return all;
    state = next[(state << 5) | (code & 31)] ?? 0;
    found |= bits[state] ?? 0;
  }
  return found;
}
