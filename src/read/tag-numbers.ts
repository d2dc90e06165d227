import { makeNameTable, nameAt } from './name-table.ts';
import { TAG_NAMES } from './tree.ts';

const names = makeNameTable(TAG_NAMES);

/**
 * The number of the tag whose name, in any case, stands at a place of the source; 0 for a name
 * that is none of ours. No piece of the source is cut out for it: this is asked at every tag.
 */
export function tagNumberAt(codes: Uint16Array, from: number, to: number): number {
  return nameAt(names, codes, from, to);
}
