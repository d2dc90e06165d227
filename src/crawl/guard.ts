import { BlockList, isIP, isIPv4 } from 'node:net';
import { Refusal } from '#base/refusal.ts';

/** Decides which addresses we may connect to. Asked at connect time, for the address itself. */
export interface Guard {
  /** Whether a numeric address (IPv4 or IPv6, without brackets) may be connected to. */
  isAllowed(address: string): boolean;
}

/** Ranges no public website lives in (IANA special-purpose registries, RFC 6890 and later). */
const FORBIDDEN_IPV4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8',
  '100.64.0.0/10', // carrier-grade NAT; one cloud's metadata service at 100.100.100.200
  '127.0.0.0/8',
  '169.254.0.0/16', // link-local; most clouds' metadata service at 169.254.169.254
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
];

const FORBIDDEN_IPV6 = [
  '::/128',
  '::1/128',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23', // protocol assignments, Teredo among them
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7', // unique local; a cloud's metadata service at fd00:ec2::254
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/**
 * A guard that refuses loopback, private, link-local, shared, metadata, multicast and reserved
 * addresses, and the IPv6 forms that carry such an IPv4 address, except in the ranges of
 * `allowNet` (CIDR notation, or a single address).
 * @throws Refusal `allow-net-malformed` for a range that is none.
 */
export function createGuard(allowNet: readonly string[]): Guard {
  const allowed = new BlockList();
  for (const text of allowNet) addRange(allowed, parseCidr(text));
  const forbidden = forbiddenAddresses();
  return {
    isAllowed(address) {
      const bare = address.replace(/%.*$/, '');
      const family = isIP(bare);
      if (family === 0) return false;
      const type = family === 4 ? 'ipv4' : 'ipv6';
      return allowed.check(bare, type) || !forbidden.check(bare, type);
    },
  };
}

interface Range {
  address: string;
  prefix: number;
}

/** Reads `10.0.0.0/8`, `fd00::/8`, or a single address. */
function parseCidr(text: string): Range {
  const match = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim());
  const address = match?.[1] ?? '';
  const bits = isIP(address) === 4 ? 32 : 128;
  const prefix = match?.[2] === undefined ? bits : Number(match[2]);
  if (isIP(address) === 0 || address.includes('%') || prefix > bits) {
    throw new Refusal('allow-net-malformed', { cidr: text });
  }
  return { address, prefix };
}

function addRange(list: BlockList, { address, prefix }: Range): void {
  list.addSubnet(address, prefix, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** Mapped addresses (`::ffff:10.0.0.1`) are matched against the IPv4 ranges by `BlockList`. */
function forbiddenAddresses(): BlockList {
  const list = new BlockList();
  for (const text of FORBIDDEN_IPV6) addRange(list, parseCidr(text));
  for (const text of FORBIDDEN_IPV4) {
    const range = parseCidr(text);
    addRange(list, range);
    for (const carrier of carriersOf(range)) addRange(list, carrier);
  }
  return list;
}

/** IPv6 ranges that lead to an IPv4 range: compatible, translated, NAT64 and 6to4 addresses. */
function carriersOf({ address, prefix }: Range): Range[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  return [
    { address: `::${hex}`, prefix: 96 + prefix },
    { address: `::ffff:0:${hex}`, prefix: 96 + prefix },
    { address: `64:ff9b::${hex}`, prefix: 96 + prefix },
    { address: `2002:${hex}::`, prefix: 16 + prefix },
  ];
}
