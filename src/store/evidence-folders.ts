import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Database } from './database/database.ts';
import type { EvidenceFoldersTable } from './database/tables/evidence.ts';

/** Evidence that has come to its end, by its folder below the evidence folder. */
export interface FinishedEvidence {
  folder: string;
  kind: EvidenceFoldersTable['kind'];
  inspectionId: number | null;
  finishedAt: Instant;
}

/** Notes evidence that is complete. A site looked at anew has a new folder of the old name. */
export async function noteFinished(db: Database, evidence: FinishedEvidence): Promise<void> {
  const { folder, kind, inspectionId, finishedAt } = evidence;
  const row = { kind, inspection_id: inspectionId, finished_at: finishedAt };
  const fresh = { kept_at: null, dropped_at: null, gone_at: null, removed_at: null };
  await db
    .insertInto('evidence_folders')
    .values({ folder, ...row, ...fresh })
    .onConflict((conflict) => conflict.column('folder').doUpdateSet({ ...row, ...fresh }))
    .execute();
}

/** Folders that are not in the bucket yet, oldest first. */
export async function listUnkept(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('evidence_folders')
    .select('folder')
    .where('kept_at', 'is', null)
    .where('gone_at', 'is', null)
    .orderBy('finished_at')
    .limit(limit)
    .execute();
  return rows.map(({ folder }) => folder);
}

/** Folders whose local copy is left out: the bucket has them, and they are old enough. */
export async function listDroppable(
  db: Database,
  before: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('evidence_folders')
    .select('folder')
    .where('kept_at', 'is not', null)
    .where('dropped_at', 'is', null)
    .where('gone_at', 'is', null)
    .where('finished_at', '<', before)
    .orderBy('finished_at')
    .limit(limit)
    .execute();
  return rows.map(({ folder }) => folder);
}

/** Notes what became of a folder. */
export async function noteFolder(
  db: Database,
  folder: string,
  change: Partial<Pick<EvidenceFoldersTable, 'kept_at' | 'dropped_at' | 'gone_at' | 'removed_at'>>,
): Promise<void> {
  await db.updateTable('evidence_folders').set(change).where('folder', '=', folder).execute();
}

/** Whether a folder is known, and where its bytes are. */
export async function findFolder(
  db: Database,
  folder: string,
): Promise<Pick<EvidenceFoldersTable, 'kept_at' | 'dropped_at' | 'gone_at'> | null> {
  const row = await db
    .selectFrom('evidence_folders')
    .select(['kept_at', 'dropped_at', 'gone_at'])
    .where('folder', '=', folder)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Folders whose time is over but whose bytes are still there. Without a bucket those that were put
 * into one wait until there is one again.
 */
export async function listUnremoved(
  db: Database,
  { hasBucket, limit }: { hasBucket: boolean; limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('evidence_folders')
    .select('folder')
    .where('gone_at', 'is not', null)
    .where('removed_at', 'is', null)
    .orderBy('gone_at')
    .limit(limit);
  if (!hasBucket) query = query.where('kept_at', 'is', null);
  const rows = await query.execute();
  return rows.map(({ folder }) => folder);
}

/**
 * Folders past their time, oldest first. What was charged, and rechecks of orders, are kept until
 * `charged`, everything else until `visits`; the clock of an inspection starts when its campaign is
 * published or cancelled, and stands while an appeal is open.
 */
export async function listOutlived(
  db: Database,
  { charged, visits, limit }: { charged: Instant; visits: Instant; limit: number },
): Promise<{ folder: string; kind: string; finishedAt: Instant }[]> {
  const { rows } = await sql<{ folder: string; kind: string; finishedAt: Instant }>`
    select e.folder, e.kind, e.finished_at as "finishedAt"
    from evidence_folders e
    left join inspections i on i.id = e.inspection_id
    left join campaigns c on c.id = i.campaign_id
    where e.gone_at is null and e.finished_at < ${visits} and case
      when e.kind = 'look' then true
      when e.kind = 'recheck' then e.finished_at < ${charged}
      when c.id is null then e.finished_at < ${charged}
      when c.state not in ('published', 'closed', 'cancelled') then false
      when exists (select from appeals a join findings f on f.id = a.finding_id
                   where f.inspection_id = i.id and a.state in ('filed', 'assigned')) then false
      when c.state <> 'cancelled' and exists (
        select from findings f where f.inspection_id = i.id
        and f.state = 'confirmed' and f.review <> 'set-aside')
        then greatest(e.finished_at, c.published_at) < ${charged}
      else greatest(e.finished_at, c.published_at) < ${visits}
    end
    order by e.finished_at
    limit ${limit}
  `.execute(db);
  return rows;
}
