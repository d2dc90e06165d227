import type { Url } from '#base/url.ts';

/** Pages of one site have most names and many addresses in common: so many are remembered. */
const SLOTS = 1 << 14;

/** What an element is called, and the bits of `NAMED` that it means. */
export interface KnownName {
  id: string;
  className: string;
  traits: number;
}

/** An address as it is written, seen from one folder or host, and where it leads. */
export interface KnownAddress {
  place: string;
  written: string;
  href: string;
  url: Url | null;
}

/**
 * What was found out on pages before, by hash: it only saves time. Each place holds one of those
 * that share it, the last; so the memory never grows.
 */
export interface PageMemory {
  names: (KnownName | null)[];
  addresses: (KnownAddress | null)[];
  /** Hashes of addresses that came. */
  seenOnce: Int32Array;
}

export function newPageMemory(): PageMemory {
  return {
    names: Array.from({ length: SLOTS }, () => null),
    addresses: Array.from({ length: SLOTS }, () => null),
    seenOnce: new Int32Array(SLOTS),
  };
}
