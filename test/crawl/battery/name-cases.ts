import { EXPIRED, OF_ANOTHER_HOST, SELF_SIGNED } from './certificates.ts';
import { type Case, gone, lead, there } from './case.ts';

/** What the resolver of the battery says of names; all others lead to the loopback address. */
export const NAMES: Readonly<Record<string, string>> = {
  'nxdomain.test': 'ENOTFOUND',
  'nodata.test': 'ENODATA',
  'later.nxdomain.test': 'ENOTFOUND',
  'servfail.test': 'EAI_AGAIN',
  'no-route.test': 'EHOSTUNREACH',
  'no-network.test': 'ENETUNREACH',
};

const oldTls = {
  ...SELF_SIGNED,
  maxVersion: 'TLSv1' as const,
  minVersion: 'TLSv1' as const,
  ciphers: 'DEFAULT@SECLEVEL=0',
};

/** Names that do not resolve, ports that refuse, certificates that do not verify. */
export const nameCases: Case[] = [
  { name: 'a host that does not exist', link: 'http://nxdomain.test/', expected: 'dead dns' },
  { name: 'a host that has no address', link: 'http://nodata.test/', expected: 'dead dns' },
  {
    name: 'a name server of ours that does not answer',
    link: 'http://servfail.test/',
    expected: 'unmeasured timeout-ours',
  },
  {
    name: 'no route to the host',
    link: 'http://no-route.test/',
    expected: 'unmeasured unreachable',
  },
  {
    name: 'no network of ours',
    link: 'http://no-network.test/',
    expected: 'unmeasured unreachable',
  },
  {
    name: 'a redirect to a host that does not exist',
    serve: lead(() => 'http://later.nxdomain.test/'),
    expected: 'dead dns',
  },
  { name: 'a port that nobody listens on', link: 'http://127.0.0.1:1/', expected: 'dead refused' },
  {
    name: 'a name of the inner network',
    link: 'http://private.test/',
    expected: 'unmeasured forbidden-address',
  },
  {
    name: 'an inner host by its number',
    link: 'http://192.168.1.1/',
    expected: 'unmeasured forbidden-address',
  },
  { name: 'a certificate signed by itself', secure: SELF_SIGNED, serve: there, expected: 'alive' },
  { name: 'a certificate that expired', secure: EXPIRED, serve: there, expected: 'alive' },
  {
    name: 'a certificate of another host',
    secure: OF_ANOTHER_HOST,
    serve: there,
    expected: 'alive',
  },
  {
    name: 'a certificate of another host, by name',
    secure: OF_ANOTHER_HOST,
    link: 'https://named.test:PORT/',
    serve: there,
    expected: 'alive',
  },
  { name: 'TLS 1.0 only', secure: oldTls, serve: there, expected: 'alive' },
  {
    name: '404 behind a certificate that does not verify',
    secure: SELF_SIGNED,
    serve: gone,
    expected: 'dead not-found',
  },
  {
    name: 'https to a server that speaks http only',
    link: 'https://127.0.0.1:PORT/',
    expected: 'dead tls',
  },
  {
    name: 'another site that sends its inner address to its own root',
    link: 'http://other.test:PORT/inner/a.html',
    serve: lead(({ path }) => (path === '/inner/a.html' ? '/root.html' : null)),
    expected: 'alive',
  },
];
