import type { Instant } from '#base/civil-date.ts';
import type { CheckState, SiteCheckResult } from '#domain/site-check.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

export interface SiteCheckRow {
  id: number;
  siteId: number;
  askedAt: Instant;
  state: CheckState;
  startedAt: Instant | null;
  finishedAt: Instant | null;
  result: SiteCheckResult | null;
}

function query(db: Database) {
  return db
    .selectFrom('site_checks')
    .select([
      'id',
      'site_id as siteId',
      'asked_at as askedAt',
      'state',
      'started_at as startedAt',
      'finished_at as finishedAt',
      'result',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number];

function checkOf(row: Row): SiteCheckRow {
  return { ...row, result: row.result as SiteCheckResult | null };
}

/** Asks for a check; null when one is open already. */
export async function insertSiteCheck(
  tx: Tx,
  { siteId, askedBy, at }: { siteId: number; askedBy: number | null; at: Instant },
): Promise<number | null> {
  const row = await tx
    .insertInto('site_checks')
    .values({ site_id: siteId, asked_by: askedBy, asked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How many checks of a site were asked for since an instant. */
export async function countChecksSince(db: Database, siteId: number, since: Instant) {
  const { count } = await db
    .selectFrom('site_checks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Checks of a site, newest first. */
export async function listSiteChecks(
  db: Database,
  siteId: number,
  { after, limit }: { after?: number; limit: number },
): Promise<SiteCheckRow[]> {
  let rows = query(db).where('site_id', '=', siteId).orderBy('id', 'desc').limit(limit);
  if (after !== undefined) rows = rows.where('id', '<', after);
  return (await rows.execute()).map(checkOf);
}

/** Checks that nobody has finished, oldest first. */
export async function listOpenChecks(db: Database, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('site_checks')
    .select('id')
    .where('finished_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes an open check; one that a killed worker had taken is taken over. */
export async function claimSiteCheck(
  db: Database,
  id: number,
  at: Instant,
): Promise<SiteCheckRow | null> {
  const { numUpdatedRows } = await db
    .updateTable('site_checks')
    .set((eb) => ({ state: 'running', started_at: eb.fn.coalesce('started_at', eb.val(at)) }))
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return null;
  return checkOf(await query(db).where('id', '=', id).executeTakeFirstOrThrow());
}

/** Ends a running check; false when somebody else ended it. */
export async function finishSiteCheck(
  tx: Tx,
  id: number,
  { at, result }: { at: Instant; result: SiteCheckResult | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('site_checks')
    .set({
      state: result === null ? 'failed' : 'done',
      finished_at: at,
      result: result === null ? null : toJson(result),
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
