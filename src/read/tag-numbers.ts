import { TAG_NAMES } from './tree.ts';

const SLOTS = 1024;
/** The number of the tag in each slot of a hash table, 0 in an empty one; a full slot is passed. */
const table = new Uint8Array(SLOTS);

for (const [number, name] of TAG_NAMES.entries()) {
  if (number === 0) continue;
  let slot = hashOf(name, 0, name.length);
  while (table[slot] !== 0) slot = (slot + 1) % SLOTS;
  table[slot] = number;
}

/**
 * The number of the tag whose name, in any case, stands at a place of the source; 0 for a name
 * that is none of ours. No piece of the source is cut out for it: this is asked at every tag.
 */
export function tagNumberAt(source: string, from: number, to: number): number {
  let slot = hashOf(source, from, to);
  for (;;) {
    const number = table[slot] ?? 0;
    if (number === 0 || isName(TAG_NAMES[number] ?? '', source, from, to)) return number;
    slot = (slot + 1) % SLOTS;
  }
}

function hashOf(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from) | 32;
  const last = text.charCodeAt(to - 1) | 32;
  const second = text.charCodeAt(to - from > 1 ? from + 1 : from) | 32;
  return (first * 31 + last * 7 + second * 131 + (to - from) * 17) & (SLOTS - 1);
}

function isName(name: string, source: string, from: number, to: number): boolean {
  if (to - from !== name.length) return false;
  for (let i = 0; i < name.length; i++) {
    const code = source.charCodeAt(from + i);
    const lower = code >= 0x41 && code <= 0x5a ? code | 32 : code;
    if (lower !== name.charCodeAt(i)) return false;
  }
  return true;
}
