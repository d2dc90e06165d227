/** Names by their characters, found where they stand in a source. */
export interface NameTable {
  /** The number of the name in each slot of a hash table, 0 in an empty one. */
  slots: Uint8Array;
  /** The characters of all names, one after the other; by number, where each begins. */
  signs: Uint8Array;
  begin: Uint16Array;
  longest: number;
}

const SLOTS = 1024;

/** A table of names in lower case ASCII by their number; the first is none. */
export function makeNameTable(names: readonly string[]): NameTable {
  const signs = Uint8Array.from(names.join(''), (sign) => sign.charCodeAt(0));
  const begin = new Uint16Array(names.length + 1);
  const slots = new Uint8Array(SLOTS);
  let longest = 0;
  for (const [number, name] of names.entries()) {
    begin[number + 1] = (begin[number] ?? 0) + name.length;
    longest = Math.max(longest, name.length);
    if (number === 0) continue;
    const at = (index: number) => name.charCodeAt(index);
    let slot = slotOf(at(0), at(name.length > 1 ? 1 : 0), at(name.length - 1), name.length);
    while (slots[slot] !== 0) slot = (slot + 1) % SLOTS;
    slots[slot] = number;
  }
  return { slots, signs, begin, longest };
}

function slotOf(first: number, second: number, last: number, length: number): number {
  return ((first | 32) * 31 + (last | 32) * 7 + (second | 32) * 131 + length * 17) & (SLOTS - 1);
}

/** The number of the name between two places, in any case; 0 for one that is not in the table. */
export function nameAt(
  { slots, signs, begin, longest }: NameTable,
  codes: Uint16Array,
  from: number,
  to: number,
): number {
  const length = to - from;
  if (length < 1 || length > longest) return 0;
  const second = codes[length > 1 ? from + 1 : from] ?? 0;
  let slot = slotOf(codes[from] ?? 0, second, codes[to - 1] ?? 0, length);
  for (;;) {
    const number = slots[slot] ?? 0;
    if (number === 0) return 0;
    const start = begin[number] ?? 0;
    if ((begin[number + 1] ?? 0) - start === length) {
      let i = 0;
      while (i < length && lower(codes[from + i] ?? 0) === signs[start + i]) i++;
      if (i === length) return number;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 32 : code;
}
