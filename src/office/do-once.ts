import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { findKept, holdKey, keepRequest } from '#store/idempotency.ts';
import type { Desk } from './desk.ts';
import { digestSecret } from './password.ts';
import type { JointDesk } from './together.ts';

/** What an act answered. */
export interface Answered {
  status: number;
  response: unknown;
}

/** What a request or its answer holds that must not be kept. */
export type Secret = 'asked' | 'answered';

/**
 * Does an act once for one key of one person: the same request again gets the same answer, and
 * nothing is done. The key is kept in the act's own transaction, so it is taken if and only if the
 * act was done. An answer that held a secret is not kept: asked again, `shown-once` says so.
 */
export async function doOnce(
  joint: JointDesk,
  { key, requestHash, secret }: { key: string; requestHash: string; secret: Secret | null },
  act: () => Promise<Answered>,
): Promise<Answered> {
  const name = { personId: personOf(joint), key };
  if (!(await holdKey(joint.db, name))) throw new Refusal('key-running', { key });
  const kept = await findKept(joint.db, name);
  if (kept === null) {
    const answered = await act();
    const isSecret = secret === 'answered';
    await keepRequest(joint.db, name, { ...answered, requestHash, isSecret }, joint.now());
    return answered;
  }
  if (kept.requestHash !== requestHash) throw new Refusal('key-reused', { key });
  if (kept.isSecret) throw new Refusal('shown-once', { key });
  return { status: kept.status, response: kept.response };
}

/**
 * By what a request is known again. One that holds a password is digested as slowly as a password
 * is, or the digest would give it away.
 */
export async function hashRequest(
  desk: Desk,
  { key, request, secret }: { key: string; request: unknown; secret: Secret | null },
): Promise<string> {
  const hash = sha256(canonicalLine(request));
  if (secret !== 'asked') return hash;
  return await digestSecret(hash, `${personOf(desk)}/${key}`);
}

function personOf({ actor }: Desk): number {
  return actor.kind === 'person' ? actor.id : 0;
}
