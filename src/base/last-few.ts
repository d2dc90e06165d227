/**
 * Some values at hand by their keys; of those not asked for lately the oldest makes room. The
 * values stand in a row of slots, not in a Map that is cleared: what a cleared Map held is kept by
 * the engine until it next goes through its whole heap, as soon as the Map has lived for a while.
 */
export class LastFew<K, V> {
  readonly #most: number;
  readonly #slots = new Map<K, number>();
  readonly #keys: K[] = [];
  readonly #values: V[] = [];
  /** Asked for since the hand last passed. */
  readonly #isWanted: boolean[] = [];
  #hand = 0;

  /** @param most how many values are kept, one at least. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    const slot = this.#slots.get(key);
    if (slot === undefined) return undefined;
    this.#isWanted[slot] = true;
    return this.#values[slot];
  }

  set(key: K, value: V): void {
    const slot = this.#slots.get(key) ?? this.#freeSlot();
    this.#slots.set(key, slot);
    this.#keys[slot] = key;
    this.#values[slot] = value;
    this.#isWanted[slot] = false;
  }

  #freeSlot(): number {
    if (this.#values.length < this.#most) return this.#values.length;
    while (this.#isWanted[this.#hand]) {
      this.#isWanted[this.#hand] = false;
      this.#hand = (this.#hand + 1) % this.#most;
    }
    const slot = this.#hand;
    this.#slots.delete(this.#keys[slot] as K);
    this.#hand = (slot + 1) % this.#most;
    return slot;
  }
}
