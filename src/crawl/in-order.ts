/** The two steps of work done side by side and handed on in order. */
export interface Steps<Item, Result> {
  /** Runs side by side. Must not reject; null says that all is to stop. */
  begin: (item: Item) => Promise<Result | null>;
  /** Runs one at a time, in the order of the items. */
  finish: (item: Item, result: Result) => Promise<void>;
  /** Bytes a result holds until it is finished. */
  weigh: (result: Result) => number;
}

/** Items begun before the oldest unfinished one is done. */
const MAX_AHEAD = 256;
/** Bytes of results that wait for their turn. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/**
 * Begins items side by side and finishes them in their order, holding back when results pile up;
 * each is taken from `items` when it is begun. Returns false when it was stopped. When `finish`
 * throws, nothing more is begun or finished.
 */
export async function inOrder<Item, Result>(
  items: Iterable<Item>,
  steps: Steps<Item, Result>,
): Promise<boolean> {
  const begun: { item: Item; result: Promise<Result | null> }[] = [];
  const source = items[Symbol.iterator]();
  let next = source.next();
  let waitingBytes = 0;
  const begin = (item: Item) => {
    const result = steps.begin(item).then((one) => {
      if (one !== null) waitingBytes += steps.weigh(one);
      return one;
    });
    begun.push({ item, result });
  };
  for (;;) {
    while (
      !next.done &&
      begun.length < MAX_AHEAD &&
      (begun.length === 0 || waitingBytes < MAX_WAITING_BYTES)
    ) {
      begin(next.value);
      next = source.next();
    }
    const oldest = begun.shift();
    if (oldest === undefined) return true;
    const result = await oldest.result;
    if (result === null) {
      await Promise.all(begun.map((one) => one.result));
      return false;
    }
    waitingBytes -= steps.weigh(result);
    await steps.finish(oldest.item, result);
  }
}
