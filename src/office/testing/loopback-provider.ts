import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the provider says of whoever comes next, and what of it is a lie. */
export interface NextVisitor {
  sub: string;
  email?: string;
  email_verified?: boolean;
  /** Instead of the nonce that was sent. */
  nonce?: string;
  /** Signed by a key that is not the provider's. */
  isForged?: boolean;
}

export interface LoopbackProvider {
  issuer: string;
  next: NextVisitor;
  close(): Promise<void>;
}

interface Issued {
  challenge: string;
  nonce: string;
  redirect: string;
}

const CLIENT = 'xunwang';
const SECRET = 'a secret between the two';
export const providerClient = { oidcClient: CLIENT, oidcSecret: SECRET };

/** A provider of identities (OpenID Connect) that lets everybody in, on loopback. */
export async function openLoopbackProvider(): Promise<LoopbackProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Issued>();
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: LoopbackProvider = { issuer, next: { sub: '1' }, close: () => close(server) };
  return provider;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/.well-known/openid-configuration') return json(response, about(issuer));
    if (url.pathname === '/keys') {
      const key = {
        ...keys.publicKey.export({ format: 'jwk' }),
        kid: '1',
        alg: 'RS256',
        use: 'sig',
      };
      return json(response, { keys: [key] });
    }
    if (url.pathname === '/authorize') return authorize(url, response);
    const form = new URLSearchParams(await text(request));
    const issued = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!issued || !isClient(request, form) || challenge !== issued.challenge) {
      response.statusCode = 400;
      return json(response, { error: 'invalid_grant' });
    }
    const key = provider.next.isForged ? others.privateKey : keys.privateKey;
    const { isForged: _forged, ...claims } = provider.next;
    const now = Math.floor(Date.now() / 1000);
    const body = {
      nonce: issued.nonce,
      ...claims,
      iss: issuer,
      aud: CLIENT,
      iat: now,
      exp: now + 60,
    };
    const head = `${part({ alg: 'RS256', kid: '1' })}.${part(body)}`;
    const signature = createSign('RSA-SHA256').update(head).sign(key).toString('base64url');
    return json(response, {
      access_token: 'x',
      token_type: 'Bearer',
      id_token: `${head}.${signature}`,
    });
  }

  function authorize({ searchParams: asked }: URL, response: ServerResponse): void {
    const code = randomBytes(16).toString('hex');
    codes.set(code, {
      challenge: asked.get('code_challenge') ?? '',
      nonce: asked.get('nonce') ?? '',
      redirect: asked.get('redirect_uri') ?? '',
    });
    const back = new URL(asked.get('redirect_uri') ?? issuer);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }
}

function about(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function isClient({ headers }: IncomingMessage, form: URLSearchParams): boolean {
  if (form.get('client_id') === CLIENT && form.get('client_secret') === SECRET) return true;
  const basic = Buffer.from((headers.authorization ?? '').replace(/^Basic /, ''), 'base64');
  const [client, secret] = basic.toString('utf8').split(':');
  return client === CLIENT && decodeURIComponent((secret ?? '').replaceAll('+', ' ')) === SECRET;
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function json(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
