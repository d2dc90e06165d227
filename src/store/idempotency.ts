import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** A request under a key, as it was done. */
export interface KeptRequest {
  requestHash: string;
  status: number;
  /** Null also for an answer that held a secret: that one is kept nowhere. */
  response: unknown;
  isSecret: boolean;
}

interface RequestName {
  personId: number;
  key: string;
}

/**
 * Holds a key until the transaction ends; false when another request under it is being done. It
 * falls free with its transaction, however that ends: a process that dies leaves no key taken.
 */
export async function holdKey(tx: Tx, { personId, key }: RequestName): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${personId}/${key}`}, 7415)) as held
  `.execute(tx);
  return rows[0]?.held ?? false;
}

/** What was done under a key; null when nothing was. */
export async function findKept(
  tx: Tx,
  { personId, key }: RequestName,
): Promise<KeptRequest | null> {
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash as requestHash', 'status', 'response', 'is_secret as isSecret'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps what was done under a key, in the transaction that did it. */
export async function keepRequest(
  tx: Tx,
  { personId, key }: RequestName,
  kept: KeptRequest,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('idempotency_keys')
    .values({
      person_id: personId,
      key,
      request_hash: kept.requestHash,
      status: kept.status,
      response: toJson(kept.isSecret ? null : (kept.response ?? null)),
      is_secret: kept.isSecret,
      created_at: at,
    })
    .execute();
}

/** Forgets keys that are older than an instant; gives how many those were. */
export async function deleteKeysBefore(db: Database, instant: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', instant)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
