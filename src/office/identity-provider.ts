import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Refusal } from '#base/refusal.ts';
import type { Settings } from '#domain/settings.ts';

/** What a browser keeps between leaving for the provider and coming back. */
export interface Leaving {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go in the service afterwards. */
  to: string;
}

/** Who the provider says somebody is. */
export interface Vouched {
  /** Of this provider: `https://id.example.org/ 4711`. */
  subject: string;
  /** Null unless the provider says that it has verified it. */
  mail: string | null;
}

/** A provider of identities by OpenID Connect. */
export interface IdentityProvider {
  /** Where to send the browser, and what it must bring back. */
  leave(to: string): Promise<{ address: string; leaving: Leaving }>;
  /** Who came back, by the address it came to. Refuses `provider-refused`. */
  comeBack(query: string, leaving: Leaving): Promise<Vouched>;
}

type ProviderSettings = Pick<Settings, 'oidcIssuer' | 'oidcClient' | 'oidcSecret' | 'origin'>;

/** The provider that is set, or none. It is not asked anything before somebody wants to come in. */
export function providerOf(settings: ProviderSettings): IdentityProvider | null {
  const { oidcIssuer: issuer, oidcClient: client, oidcSecret: secret, origin } = settings;
  if (issuer === null || client === null || secret === null) return null;
  const back = new URL('/api/v1/provider/return', origin);
  let known: Promise<Configuration> | null = null;
  const configuration = async () => {
    known ??= discover(new URL(issuer), client, secret);
    // A provider that could not be reached is asked again by whoever comes next.
    known.catch(() => (known = null));
    return await known;
  };
  return {
    leave: (to) => guarded(async () => await leaveFor(await configuration(), back, to)),
    comeBack: (query, leaving) =>
      guarded(async () => await whoCameBack(await configuration(), { back, query, leaving })),
  };
}

async function discover(issuer: URL, client: string, secret: string): Promise<Configuration> {
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
  // Anywhere else what passes between the two must not be read or changed on its way.
  const plain = issuer.protocol === 'http:' && isLoopback ? [allowInsecureRequests] : [];
  // By itself the library trusts the connection and leaves the signature unread.
  const execute = [enableNonRepudiationChecks, ...plain];
  return await discovery(issuer, client, secret, undefined, { execute, timeout: 10 });
}

async function leaveFor(
  configuration: Configuration,
  back: URL,
  to: string,
): Promise<{ address: string; leaving: Leaving }> {
  const leaving = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    to,
  };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: back.href,
    scope: 'openid email',
    state: leaving.state,
    nonce: leaving.nonce,
    code_challenge: await calculatePKCECodeChallenge(leaving.verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, leaving };
}

async function whoCameBack(
  configuration: Configuration,
  { back, query, leaving }: { back: URL; query: string; leaving: Leaving },
): Promise<Vouched> {
  const address = new URL(back);
  address.search = query;
  const tokens = await authorizationCodeGrant(configuration, address, {
    expectedState: leaving.state,
    expectedNonce: leaving.nonce,
    pkceCodeVerifier: leaving.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('no claims');
  const { email, email_verified: isVerified } = claims;
  const mail = isVerified === true && typeof email === 'string' ? email : null;
  return { subject: `${claims.iss} ${claims.sub}`, mail };
}

/** Whatever goes wrong over there is not ours, and its words may hold secrets. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    const why = typeof code === 'string' ? code : 'unreachable';
    throw new Refusal('provider-refused', { why });
  }
}
