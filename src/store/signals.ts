import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Reach } from '#domain/rights.ts';
import type { SignalState } from '#domain/signal.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';
import { pageWithin } from './places.ts';

export interface SignalRow {
  id: number;
  siteId: number;
  site: string;
  unit: string;
  kind: string;
  state: SignalState;
  measure: Record<string, unknown>;
  since: Instant;
  seenAt: Instant;
  clearedAt: Instant | null;
}

/** The signals of a site that stand. */
export async function standingSignals(
  db: Database,
  siteId: number,
): Promise<{ id: number; kind: string; state: SignalState }[]> {
  return await db
    .selectFrom('signals')
    .select(['id', 'kind', 'state'])
    .where('site_id', '=', siteId)
    .where('cleared_at', 'is', null)
    .execute();
}

/** Sites with a standing signal whose kind begins so. */
export async function listSitesWithSignal(db: Database, prefix: string): Promise<number[]> {
  const rows = await db
    .selectFrom('signals')
    .select('site_id')
    .distinct()
    .where('cleared_at', 'is', null)
    .where(sql<boolean>`starts_with(kind, ${prefix})`)
    .execute();
  return rows.map(({ site_id }) => site_id);
}

export async function insertSignal(
  tx: Tx,
  signal: {
    siteId: number;
    kind: string;
    state: SignalState;
    measure: Readonly<Record<string, unknown>>;
    at: Instant;
  },
): Promise<number | null> {
  const row = await tx
    .insertInto('signals')
    .values({
      site_id: signal.siteId,
      kind: signal.kind,
      state: signal.state,
      measure: toJson(signal.measure),
      since: signal.at,
      seen_at: signal.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A signal was seen again as it stands. */
export async function touchSignal(
  tx: Tx,
  id: number,
  measure: Readonly<Record<string, unknown>>,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('signals')
    .set({ measure: toJson(measure), seen_at: at })
    .where('id', '=', id)
    .execute();
}

/** Signals within a reach, newest first. */
export async function listSignals(
  db: Database,
  reach: Reach | null,
  filter: {
    site?: number;
    state?: SignalState;
    regionPath?: string;
    isStanding: boolean;
    after?: number;
    limit: number;
  },
): Promise<SignalRow[]> {
  let query = db
    .selectFrom('signals')
    .innerJoin('sites', 'sites.id', 'signals.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'signals.id',
      'signals.site_id as siteId',
      'sites.name as site',
      'units.name as unit',
      'signals.kind',
      'signals.state',
      'signals.measure',
      'signals.since',
      'signals.seen_at as seenAt',
      'signals.cleared_at as clearedAt',
    ])
    .where(await pageWithin(db, reach, 'signals.site_id'))
    .orderBy('signals.id', 'desc')
    .limit(filter.limit);
  if (filter.site !== undefined) query = query.where('signals.site_id', '=', filter.site);
  if (filter.state !== undefined) query = query.where('signals.state', '=', filter.state);
  if (filter.regionPath !== undefined) {
    query = query.where('regions.path', 'like', `${filter.regionPath}%`);
  }
  if (filter.isStanding) query = query.where('signals.cleared_at', 'is', null);
  if (filter.after !== undefined) query = query.where('signals.id', '<', filter.after);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, measure: row.measure as Record<string, unknown> }));
}
