/** Does a piece of work when its turn comes, and gives what came of it. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets so many pieces of work be done at a time, in the order in which they came. All at once
 * would not be done earlier: they would share the cores by chance, some of them finished first and
 * some long after all others, and each would cost more. Work that goes on for longer than
 * `countsMs` is not counted any more: what waits for something else, or is long, holds nobody up.
 */
export function takeTurns(most: number, countsMs: number): Turns {
  const waiting: (() => void)[] = [];
  let busy = 0;
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) busy--;
    else next();
  };
  return async (work) => {
    if (busy < most) busy++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let isCounted = true;
    const end = () => {
      if (isCounted) leave();
      isCounted = false;
    };
    const late = setTimeout(end, countsMs);
    try {
      return await work();
    } finally {
      clearTimeout(late);
      end();
    }
  };
}
