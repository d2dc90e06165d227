/** Pages of one site have most names in common: so many are remembered. */
const SLOTS = 1 << 14;

/** What an element is called, and the bits of `NAMED` that it means. */
export interface KnownName {
  id: string;
  className: string;
  traits: number;
}

/**
 * What was found out on pages before, by hash: it only saves time. Each place holds one of those
 * that share it, the last; so the memory never grows.
 */
export interface PageMemory {
  names: (KnownName | null)[];
}

export function newPageMemory(): PageMemory {
  return {
    names: Array.from({ length: SLOTS }, () => null),
  };
}
