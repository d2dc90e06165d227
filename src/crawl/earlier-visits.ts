import type { Url } from '#base/url.ts';
import type { Visit } from '#domain/visit.ts';
import type { Brought, Order } from './courier.ts';

/** What an earlier crawl of the site kept, for servers that tell what has not changed since. */
export interface EarlierVisits {
  /** The visit by which a server may be asked; null where it gave nothing to ask by. */
  find(url: Url): Visit | null;
  /** The body of such a visit; null when it cannot be had any more. */
  bodyOf(visit: Visit): Uint8Array | null;
}

/** The headers that ask a server whether anything has changed since a visit; none: it cannot be asked. */
export function conditionsOf({ outcome, headers, url, finalUrl, via }: Visit): string[] {
  const isWhole = outcome.kind === 'answered' && outcome.status === 200;
  if (!isWhole || url !== finalUrl || via.length > 0) return [];
  const { etag, 'last-modified': modified } = headers;
  return [
    ...(isPlain(etag) ? ['if-none-match', etag] : []),
    ...(isPlain(modified) ? ['if-modified-since', modified] : []),
  ];
}

/** What a server sent may be sent back to it only as far as it is fit for a header. */
function isPlain(value: string | undefined): value is string {
  return value !== undefined && value.length < 1000 && /^[\x20-\x7e]+$/.test(value);
}

/** Brings an address, on condition that it has changed where an earlier visit allows to ask so. */
export async function bringIfChanged(
  order: Order,
  earlier: EarlierVisits | undefined,
  bring: (order: Order) => Promise<Brought | null>,
): Promise<Brought | null> {
  const before = earlier?.find(order.url) ?? null;
  const conditions = before ? conditionsOf(before) : [];
  if (!earlier || !before || conditions.length === 0) return await bring(order);
  const brought = await bring({ ...order, conditions });
  if (brought === null || !isUnchanged(brought)) return brought;
  const bytes = earlier.bodyOf(before);
  return bytes === null ? await bring(order) : takenOver(brought, before, bytes);
}

function isUnchanged({ exchange: { outcome } }: Brought): boolean {
  return outcome.kind === 'answered' && outcome.status === 304;
}

function takenOver(brought: Brought, before: Visit, bytes: Uint8Array): Brought {
  const { exchange } = brought;
  const { outcome } = before;
  if (outcome.kind !== 'answered' || exchange.outcome.kind !== 'answered') return brought;
  const { ms, insecure } = exchange.outcome;
  return {
    ...brought,
    exchange: {
      ...exchange,
      outcome: { ...outcome, ms, insecure },
      headers: { ...before.headers, ...exchange.headers },
      bytes,
    },
    unchangedSince: before.at,
    // Read from what was taken over, not from the empty answer.
    facts: undefined,
  };
}
