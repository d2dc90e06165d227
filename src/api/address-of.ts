import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Where a request came from; empty in a test without a socket. With reverse proxies in front, each
 * adds to X-Forwarded-For who called it: what stands further left anybody could have written.
 */
export function addressOf(context: Context, proxies: number): string {
  if (proxies > 0) {
    const told = (context.req.header('x-forwarded-for') ?? '').split(',');
    const caller = told.at(-proxies)?.trim() ?? '';
    if (caller !== '') return caller.slice(0, 60);
  }
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    return '';
  }
}

/** Whoever has one address of IPv6 has a whole network of them: its first half counts. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [before = '', after] = address.split('::');
  const head = before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const gap = Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array.from({ length: gap }, () => '0'), ...tail].slice(0, 4).join(':');
}
