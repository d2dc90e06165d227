import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** The first half of the number of each lock on a key; the second is the key's hash. */
const KEY_LOCK = 7_415_003;
/** Rendering a circular's PDF may take minutes, in which the database hears nothing of us. */
const LONGEST_ACT = '10min';

interface RequestName {
  personId: number;
  key: string;
}

/** A request that was done before, with its answer. */
export interface KeptRequest {
  hash: string;
  status: number;
  response: unknown;
}

/**
 * Holds a key until the transaction ends: what was kept for it, null when nothing was, `held` when
 * another request with it is being done.
 */
export async function holdKey(
  tx: Tx,
  { personId, key }: RequestName,
): Promise<KeptRequest | null | 'held'> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${KEY_LOCK}::integer, hashtext(${`${personId} ${key}`}))
      as taken, set_config('idle_in_transaction_session_timeout', ${LONGEST_ACT}, true)
  `.execute(tx);
  if (!rows[0]?.taken) return 'held';
  const kept = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash as hash', 'status', 'response'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  // One without an answer was left by a process that died before keys were kept with their acts.
  if (kept === undefined || kept.status === null) return null;
  return { hash: kept.hash, status: kept.status, response: kept.response };
}

/** Keeps the answer of a request that was done. */
export async function keepKey(
  tx: Tx,
  { personId, key }: RequestName,
  { hash, status, response, at }: KeptRequest & { at: Instant },
): Promise<void> {
  const answer = { request_hash: hash, status, response: toJson(response ?? null) };
  await tx
    .insertInto('idempotency_keys')
    .values({ person_id: personId, key, created_at: at, ...answer })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doUpdateSet(answer))
    .execute();
}

/** Forgets keys, and with them what was answered, from before an instant. */
export async function forgetKeys(db: Database, before: Instant): Promise<void> {
  await db.deleteFrom('idempotency_keys').where('created_at', '<', before).execute();
}
