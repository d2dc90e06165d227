/**
 * Sorts a long row of numbers in place, equals in the order they had. Takes as much memory again as
 * the row and no more, where the engine's own takes four times that; what is in order already costs
 * one look at each.
 */
export function sortNumbers(
  row: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array {
  let spare: Uint32Array | null = null;
  for (let width = 1; width < row.length; width *= 2) {
    for (let from = 0; from + width < row.length; from += 2 * width) {
      const middle = from + width;
      const end = Math.min(middle + width, row.length);
      if (compare(row[middle - 1] ?? 0, row[middle] ?? 0) <= 0) continue;
      spare ??= new Uint32Array(row.length);
      merge(row, spare, { from, middle, end }, compare);
    }
  }
  return row;
}

/** Joins two sorted parts that follow each other. */
function merge(
  row: Uint32Array,
  spare: Uint32Array,
  { from, middle, end }: { from: number; middle: number; end: number },
  compare: (a: number, b: number) => number,
): void {
  spare.set(row.subarray(from, middle), from);
  let left = from;
  let right = middle;
  for (let to = from; left < middle; to++) {
    const isRight = right < end && compare(spare[left] ?? 0, row[right] ?? 0) > 0;
    row[to] = (isRight ? row[right++] : spare[left++]) ?? 0;
  }
}
