import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { LedgerEntry } from '#domain/ledger.ts';
import type { Database } from './database/database.ts';

/** What is sought in the ledger; nothing named: everything. */
export interface LedgerSearch {
  /** `order`, or one act: `order.receive`. */
  act?: string;
  thing?: string;
  thingId?: number;
  /** `person:7`, `job:inspect-site`. */
  actor?: string;
  /** Written at or after, and before. */
  from?: Instant;
  until?: Instant;
  /** Numbers below it: the newest come first. */
  before?: number;
  limit: number;
}

/** A line with the name of the person, as long as it is known. */
export type NamedLine = LedgerEntry & { person: string | null };

/** Lines that are sought, newest first; of some regions alone where these are named. */
export async function searchLedger(
  db: Database,
  sought: LedgerSearch,
  regions: readonly string[] | null,
): Promise<NamedLine[]> {
  let query = db
    .selectFrom('ledger')
    .leftJoin('people', (join) =>
      join.on(sql<boolean>`ledger.actor = 'person:' || people.id::text`),
    )
    .selectAll('ledger')
    .select('people.name as person')
    .orderBy('number', 'desc')
    .limit(sought.limit);
  const { act, thing, thingId, actor, from, until, before } = sought;
  if (act !== undefined) query = query.where(sql<boolean>`starts_with(act, ${act})`);
  if (thing !== undefined) query = query.where('thing', '=', thing);
  if (thingId !== undefined) query = query.where('thing_id', '=', thingId);
  if (actor !== undefined) query = query.where('actor', '=', actor);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (until !== undefined) query = query.where('at', '<', until);
  if (before !== undefined) query = query.where('number', '<', before);
  if (regions !== null) {
    const below = regions.map((path) => `${path}%`);
    query = query.where(
      sql<boolean>`exists (select 1 from ledger_places places
        join regions on regions.id = places.region_id
        where places.number = ledger.number and regions.path like any(${below}::text[]))`,
    );
  }
  const rows = await query.execute();
  return rows.map(({ thing_id: thingNumber, previous_hash: previousHash, ...row }) => ({
    ...row,
    thingId: thingNumber,
    previousHash,
  }));
}
