import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { keepAnswer, releaseKey, takeKey } from '#store/idempotency.ts';
import type { Desk } from './desk.ts';

/** What an act answered. */
export interface Answered {
  status: number;
  response: unknown;
}

/**
 * Does an act once for one key of one person: the same request again gets the same answer, and
 * nothing is done. A refused or failed act gives the key back.
 */
export async function doOnce(
  desk: Desk,
  { key, request }: { key: string; request: unknown },
  act: () => Promise<Answered>,
): Promise<Answered> {
  const personId = desk.actor.kind === 'person' ? desk.actor.id : 0;
  const name = { personId, key };
  const kept = await takeKey(desk.db, name, sha256(canonicalLine(request)), desk.now());
  if (kept.state === 'done') return { status: kept.status, response: kept.response };
  if (kept.state === 'other') throw new Refusal('key-reused', { key });
  if (kept.state === 'running') throw new Refusal('key-running', { key });
  try {
    const answered = await act();
    await keepAnswer(desk.db, name, answered);
    return answered;
  } catch (error) {
    await releaseKey(desk.db, name);
    throw error;
  }
}
