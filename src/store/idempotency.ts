import type { Instant } from '#base/civil-date.ts';
import type { Database } from './database/database.ts';
import { toJson } from './json-column.ts';

/** What became of a request with this key before. */
export type KeptRequest =
  | { state: 'new' }
  | { state: 'running' }
  | { state: 'other' }
  | { state: 'done'; status: number; response: unknown };

interface RequestName {
  personId: number;
  key: string;
}

/** Takes a key for a request; says what became of it when it was taken before. */
export async function takeKey(
  db: Database,
  { personId, key }: RequestName,
  requestHash: string,
  at: Instant,
): Promise<KeptRequest> {
  const taken = await db
    .insertInto('idempotency_keys')
    .values({ person_id: personId, key, request_hash: requestHash, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken) return { state: 'new' };
  const kept = await db
    .selectFrom('idempotency_keys')
    .select(['request_hash as hash', 'status', 'response'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!kept) return { state: 'running' };
  if (kept.hash !== requestHash) return { state: 'other' };
  if (kept.status === null) return { state: 'running' };
  return { state: 'done', status: kept.status, response: kept.response };
}

/** Keeps the answer of a request that was done. */
export async function keepAnswer(
  db: Database,
  { personId, key }: RequestName,
  answer: { status: number; response: unknown },
): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set({ status: answer.status, response: toJson(answer.response ?? null) })
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .execute();
}

/** Gives a key back: the request was refused or failed, and may be sent again. */
export async function releaseKey(db: Database, { personId, key }: RequestName): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute();
}
