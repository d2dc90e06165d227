import { isIP } from 'node:net';
import { Refusal } from '#base/refusal.ts';
import { createGuard } from '#crawl/guard.ts';
import type { Site } from '#domain/site.ts';

/**
 * Refuses, before any work is done, homepages whose address is plainly private or of this machine
 * (`http://10.1.2.3/`, `http://localhost/`) and not covered by `allowNet`. A name that turns out
 * to lead to such an address is stopped later, when it is connected to, and left unmeasured.
 * @throws Refusal `homepage-private`; `allow-net-malformed` for a range that is none.
 */
export function refusePrivateHomepages(sites: readonly Site[], allowNet: readonly string[]): void {
  const guard = createGuard(allowNet);
  const refused = sites.filter(({ homepage }) => {
    const addresses = plainAddresses(homepage);
    return addresses.length > 0 && !addresses.some((address) => guard.isAllowed(address));
  });
  const [first] = refused;
  if (first === undefined) return;
  const { unit, homepage } = first;
  const [address = ''] = plainAddresses(homepage);
  throw new Refusal('homepage-private', { unit, homepage, address, count: refused.length });
}

/** The numeric addresses that a homepage names by itself, without asking anybody. */
function plainAddresses(homepage: string): string[] {
  const host = new URL(homepage).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return ['127.0.0.1', '::1'];
  return isIP(host) === 0 ? [] : [host];
}
