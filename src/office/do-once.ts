import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { inTransaction } from '#store/database/in-transaction.ts';
import { holdKey, keepKey } from '#store/idempotency.ts';
import type { Desk } from './desk.ts';

/** What an act answered. */
export interface Answered {
  status: number;
  response: unknown;
}

/**
 * Does an act once for one key of one person: the same request again gets the same answer, and
 * nothing is done. Act, key and answer are one transaction: whenever a process or the database
 * dies, the act stands with its answer, or neither does and the request may be sent again.
 */
export async function doOnce(
  desk: Desk,
  { key, request }: { key: string; request: unknown },
  act: (desk: Desk) => Promise<Answered>,
): Promise<Answered> {
  const personId = desk.actor.kind === 'person' ? desk.actor.id : 0;
  const name = { personId, key };
  const hash = sha256(canonicalLine(request));
  return await inTransaction(desk.db, async (tx) => {
    const kept = await holdKey(tx, name);
    if (kept === 'held') throw new Refusal('key-running', { key });
    if (kept !== null && kept.hash !== hash) throw new Refusal('key-reused', { key });
    if (kept !== null) return { status: kept.status, response: kept.response };
    const answered = await act({ ...desk, db: tx });
    await keepKey(tx, name, { hash, at: desk.now(), ...answered });
    return answered;
  });
}
