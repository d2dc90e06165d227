/** All lines of a list, some at a time. */
export interface WholeList<T> {
  /** How many there are; counted no further than was asked. */
  count: number;
  pages: AsyncIterable<readonly T[]> | Iterable<readonly T[]>;
}

/** Read together: what a question looks up once it looks up for all of these. */
const READ_ROWS = 2000;
/** Given at once: few enough that others come in between. */
const PAGE_ROWS = 500;

/** What is told of some things by their numbers, a page at a time; the next is read meanwhile. */
export async function* inPages<T>(
  ids: readonly number[],
  read: (some: readonly number[]) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  const from = (at: number) => {
    if (at >= ids.length) return null;
    const reading = read(ids.slice(at, at + READ_ROWS));
    // Whoever stops in the middle does not wait for it.
    reading.catch(() => undefined);
    return reading;
  };
  let next = from(0);
  for (let at = READ_ROWS; next !== null; at += READ_ROWS) {
    const rows = await next;
    next = from(at);
    for (let row = 0; row < rows.length; row += PAGE_ROWS) yield rows.slice(row, row + PAGE_ROWS);
  }
}
