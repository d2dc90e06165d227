import type { Instant } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Place, Role } from '#domain/person.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';
import { pageWithin } from './places.ts';

function appealQuery(db: Database) {
  return db
    .selectFrom('appeals')
    .innerJoin('findings', 'findings.id', 'appeals.finding_id')
    .innerJoin('sites', 'sites.id', 'findings.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'appeals.id',
      'appeals.finding_id as findingId',
      'findings.campaign_id as campaignId',
      'findings.site_id as siteId',
      'findings.kind',
      'units.name as unit',
      'appeals.state',
      'appeals.grounds',
      'appeals.proof',
      'appeals.filed_by as filedBy',
      'appeals.filed_at as filedAt',
      'appeals.assigned_to as assignedTo',
      'appeals.decided_by as decidedBy',
      'appeals.decided_at as decidedAt',
      'appeals.decision',
      'appeals.before',
      'appeals.after',
      'appeals.version',
    ]);
}

/** An appeal, and what became of it. */
export type AppealRow = Awaited<ReturnType<ReturnType<typeof appealQuery>['execute']>>[number];

/** One appeal; null when there is none of that number. */
export async function findAppeal(db: Database, id: number): Promise<AppealRow | null> {
  return (await appealQuery(db).where('appeals.id', '=', id).executeTakeFirst()) ?? null;
}

/** The appeals of one finding, oldest first. */
export async function listAppealsOf(db: Database, findingId: number): Promise<AppealRow[]> {
  const query = appealQuery(db).where('appeals.finding_id', '=', findingId);
  return await query.orderBy('appeals.id').execute();
}

export interface AppealFilter {
  campaign?: number | undefined;
  state?: StateOf<'appeal'> | undefined;
  assignedTo?: number | undefined;
  after?: number | undefined;
  limit: number;
}

/** Appeals within a reach, newest first. */
export async function listAppeals(
  db: Database,
  reach: Reach | null,
  filter: AppealFilter,
): Promise<AppealRow[]> {
  let query = appealQuery(db)
    .where(await pageWithin(db, reach, 'findings.site_id'))
    .orderBy('appeals.id', 'desc')
    .limit(filter.limit);
  const { campaign, state, assignedTo, after } = filter;
  if (campaign !== undefined) query = query.where('appeals.campaign_id', '=', campaign);
  if (state !== undefined) query = query.where('appeals.state', '=', state);
  if (assignedTo !== undefined) query = query.where('appeals.assigned_to', '=', assignedTo);
  if (after !== undefined) query = query.where('appeals.id', '<', after);
  return await query.execute();
}

/** Puts an appeal in; null when the finding has one already that is not decided. */
export async function insertAppeal(
  tx: Tx,
  appeal: {
    findingId: number;
    grounds: string;
    proof: string | null;
    filedBy: number;
    at: Instant;
  },
): Promise<number | null> {
  const made = await tx
    .insertInto('appeals')
    .values({
      finding_id: appeal.findingId,
      grounds: appeal.grounds,
      proof: appeal.proof,
      filed_by: appeal.filedBy,
      filed_at: appeal.at,
    })
    .onConflict((conflict) =>
      conflict.column('finding_id').where('state', 'in', ['filed', 'assigned']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** Keeps where the site stood before and after. */
export async function saveStandings(
  tx: Tx,
  id: number,
  { before, after }: { before: string; after: string },
): Promise<void> {
  await tx.updateTable('appeals').set({ before, after }).where('id', '=', id).execute();
}

/** How much of a campaign's hearing nobody has decided yet. */
export async function countUnsettled(
  db: Database,
  campaignId: number,
): Promise<{ appeals: number; explanations: number }> {
  const count = async (table: 'appeals' | 'explanations', states: string[]) => {
    const { n } = await db
      .selectFrom(table)
      .innerJoin('findings', 'findings.id', `${table}.finding_id`)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('findings.campaign_id', '=', campaignId)
      .where(`${table}.state`, 'in', states as never)
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const appeals = await count('appeals', ['filed', 'assigned']);
  return { appeals, explanations: await count('explanations', ['claimed']) };
}

/** The posts of a person who may still sign in. */
export async function postsOf(
  db: Database,
  personId: number,
): Promise<{ role: Role; place: Place }[]> {
  const rows = await db
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.person_id')
    .innerJoin('regions', 'regions.id', 'posts.region_id')
    .leftJoin('units', 'units.id', 'posts.unit_id')
    .select(['posts.role', 'regions.path as region', 'units.path as unit'])
    .where('posts.person_id', '=', personId)
    .where('people.disabled_at', 'is', null)
    .execute();
  return rows.map(({ role, region, unit }) => ({ role, place: { region, unit } }));
}
