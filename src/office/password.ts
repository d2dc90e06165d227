import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from '#base/refusal.ts';

/** What OWASP asks of Argon2id at least; about a tenth of a second. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const LEAST_LENGTH = 10;
const MOST_LENGTH = 200;
const derive = promisify(argon2);

/** A password as it is kept: never itself. Refuses one that is too short to be one. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < LEAST_LENGTH || password.length > MOST_LENGTH) {
    throw new Refusal('password-length', { least: LEAST_LENGTH, most: MOST_LENGTH });
  }
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, COST);
  const { memory, passes, parallelism } = COST;
  const cost = `m=${memory},t=${passes},p=${parallelism}`;
  return `$argon2id$v=19$${cost}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/**
 * Whether a password is the one that was kept. Without one (nobody of that login) as much work is
 * done, so that the answer's time tells nothing.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(kept ?? '');
  if (!match) {
    await tagOf(password, Buffer.alloc(16), COST);
    return false;
  }
  const tag = Buffer.from(match[5] ?? '', 'base64url');
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  const cost = { memory, passes, parallelism, tagLength: tag.length };
  const found = await tagOf(password, Buffer.from(match[4] ?? '', 'base64url'), cost);
  return timingSafeEqual(found, tag);
}

/** A digest by which something secret is known again, as slow to guess as a password. */
export async function digestSecret(secret: string, about: string): Promise<string> {
  const nonce = createHash('sha256').update(about).digest().subarray(0, 16);
  return `argon2id:${(await tagOf(secret, nonce, COST)).toString('base64url')}`;
}

async function tagOf(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  const message = Buffer.from(password.slice(0, MOST_LENGTH).normalize('NFKC'));
  return await derive('argon2id', { message, nonce, ...cost });
}
