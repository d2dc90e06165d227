import { TAG_NAMES } from './tree.ts';

const SLOTS = 1024;
/** The number of the tag in each slot of a hash table, 0 in an empty one; a full slot is passed. */
const table = new Uint8Array(SLOTS);

for (const [number, name] of TAG_NAMES.entries()) {
  if (number === 0) continue;
  const [first, second, last] = [0, name.length > 1 ? 1 : 0, name.length - 1];
  const at = (index: number) => name.charCodeAt(index);
  let slot = slotOf(at(first), at(second), at(last), name.length);
  while (table[slot] !== 0) slot = (slot + 1) % SLOTS;
  table[slot] = number;
}

/**
 * The number of the tag whose name, in any case, stands at a place of the source; 0 for a name
 * that is none of ours. No piece of the source is cut out for it: this is asked at every tag.
 */
export function tagNumberAt(codes: Uint16Array, from: number, to: number): number {
  let slot = slotOf(
    codes[from] ?? 0,
    codes[to - from > 1 ? from + 1 : from] ?? 0,
    codes[to - 1] ?? 0,
    to - from,
  );
  for (;;) {
    const number = table[slot] ?? 0;
    if (number === 0 || isName(TAG_NAMES[number] ?? '', codes, from, to)) return number;
    slot = (slot + 1) % SLOTS;
  }
}

function slotOf(first: number, second: number, last: number, length: number): number {
  return ((first | 32) * 31 + (last | 32) * 7 + (second | 32) * 131 + length * 17) & (SLOTS - 1);
}

function isName(name: string, codes: Uint16Array, from: number, to: number): boolean {
  if (to - from !== name.length) return false;
  for (let i = 0; i < name.length; i++) {
    const code = codes[from + i] ?? 0;
    const lower = code >= 0x41 && code <= 0x5a ? code | 32 : code;
    if (lower !== name.charCodeAt(i)) return false;
  }
  return true;
}
