import { sql } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Period } from '#base/period.ts';
import type { ChannelKind, ChannelRuling } from '#domain/channel.ts';
import type { ChannelFreshness } from '#domain/channel-freshness.ts';
import type { DiscoveredChannel } from '#domain/discovered-channel.ts';
import type { Database, Tx } from './database/database.ts';

/** A channel of the register: found by inspections, confirmed or corrected by a person. */
export interface RegisteredChannel extends Omit<DiscoveredChannel, 'kind' | 'clock'> {
  id: number;
  siteId: number;
  kind: ChannelKind;
  /** How fresh it must be, as a period; null where there is no clock. */
  clock: string | null;
  ownerUnitId: number | null;
  owner: string | null;
  origin: 'discovered' | 'confirmed' | 'corrected';
  firstSeenOn: CivilDate;
  lastSeenOn: CivilDate;
  /** Day and title of the newest entry when it was last looked at; null when none is known. */
  newestOn: CivilDate | null;
  newestTitle: string | null;
  /** Why none is known. */
  newestWhy: ChannelFreshness['why'];
  lookedOn: CivilDate | null;
  /** Who confirmed or corrected it last, and when. */
  judgedBy: number | null;
  judgedAt: Instant | null;
  version: number;
}

/**
 * Keeps what an inspection of a day found. A channel that a person confirmed or corrected stays
 * as it is and is only seen again; an earlier day than the last one seen changes nothing else.
 */
export async function rememberChannels(
  tx: Tx,
  siteId: number,
  discovered: readonly DiscoveredChannel[],
  day: CivilDate,
): Promise<void> {
  await sql`
    insert into channels (site_id, url, name, path, level, kind, clock, is_historical, origin,
      first_seen_on, last_seen_on)
    select ${siteId}, found.url, found.name, array(select jsonb_array_elements_text(found.path)),
      found.level, found.kind, found.clock, found."isHistorical", 'discovered', ${day}::date,
      ${day}::date
    from jsonb_to_recordset(${JSON.stringify(discovered)}::jsonb) as found (url text, name text,
      path jsonb, level integer, kind text, clock text, "isHistorical" boolean)
    on conflict (site_id, url) do update set
      first_seen_on = least(channels.first_seen_on, excluded.first_seen_on),
      last_seen_on = greatest(channels.last_seen_on, excluded.last_seen_on)
  `.execute(tx);
  await sql`
    update channels set name = found.name,
      path = array(select jsonb_array_elements_text(found.path)),
      level = found.level, kind = found.kind, clock = found.clock,
      is_historical = found."isHistorical", version = version + 1
    from jsonb_to_recordset(${JSON.stringify(discovered)}::jsonb) as found (url text, name text,
      path jsonb, level integer, kind text, clock text, "isHistorical" boolean)
    where channels.site_id = ${siteId} and channels.url = found.url
      and channels.origin = 'discovered' and channels.last_seen_on <= ${day}::date
      and (channels.name, channels.path, channels.level, channels.kind, channels.is_historical,
        coalesce(channels.clock, '')) is distinct from (found.name,
        array(select jsonb_array_elements_text(found.path)), found.level, found.kind,
        found."isHistorical", coalesce(found.clock, ''))
  `.execute(tx);
}

const MAX_TITLE = 300;

/**
 * Keeps how fresh the known channels of a site were on a day; an earlier day changes nothing. What
 * was known of a channel stands while it cannot be read.
 */
export async function rememberFreshness(
  tx: Tx,
  siteId: number,
  seen: readonly ChannelFreshness[],
  day: CivilDate,
): Promise<void> {
  const rows = seen.map(({ title, ...row }) => {
    return { ...row, title: title === null ? null : [...title].slice(0, MAX_TITLE).join('') };
  });
  await sql`
    update channels set
      newest_on = case when seen.why = 'unread' then channels.newest_on else seen."newestOn" end,
      newest_title = case when seen.why = 'unread' then channels.newest_title else seen.title end,
      newest_why = seen.why, looked_on = ${day}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seen (url text, "newestOn" date,
      title text, why text)
    where channels.site_id = ${siteId} and channels.url = seen.url
      and (channels.looked_on is null or channels.looked_on <= ${day}::date)
  `.execute(tx);
}

/** A channel; null when there is none of that number. */
export async function findChannel(db: Database, id: number): Promise<RegisteredChannel | null> {
  return (await channels(db).where('channels.id', '=', id).executeTakeFirst()) ?? null;
}

/** Channels of a site in the order of their paths; `after` is the last one of the page before. */
export async function listChannels(
  db: Database,
  siteId: number,
  { origin, after, limit }: { origin?: string; after?: number; limit: number },
): Promise<RegisteredChannel[]> {
  let query = channels(db).where('channels.site_id', '=', siteId);
  if (origin) query = query.where('channels.origin', '=', origin as 'corrected');
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(channels.path, channels.id) >
        (select last.path, last.id from channels last where last.id = ${after})`,
    );
  }
  return await query.orderBy('channels.path').orderBy('channels.id').limit(limit).execute();
}

/** What persons said of the channels of sites, by the keys of the sites. */
export async function listRulings(
  db: Database,
  siteKeys: readonly string[],
): Promise<Map<string, ChannelRuling[]>> {
  if (siteKeys.length === 0) return new Map();
  const rows = await channels(db)
    .innerJoin('sites', 'sites.id', 'channels.site_id')
    .select(['sites.key', 'channels.is_clock_judged as isClockJudged'])
    .where('sites.key', 'in', [...siteKeys])
    .where('channels.origin', '<>', 'discovered')
    .orderBy('channels.id')
    .execute();
  const rulings = rows.map(({ key, ...row }) => ({ key, ruling: rulingOf(row) }));
  const byKey = Map.groupBy(rulings, ({ key }) => key);
  return new Map([...byKey].map(([key, own]) => [key, own.map(({ ruling }) => ruling)]));
}

function rulingOf({
  isClockJudged,
  ...row
}: RegisteredChannel & { isClockJudged: boolean }): ChannelRuling {
  return {
    url: row.url,
    kind: row.kind,
    historical: row.isHistorical,
    ...(isClockJudged && { clock: row.clock as Period | null }),
    owner: row.owner,
    origin: row.origin as ChannelRuling['origin'],
    by: row.judgedBy,
    at: row.judgedAt,
  };
}

export interface ChannelJudgement {
  kind: ChannelKind;
  clock: string | null;
  isHistorical: boolean;
  ownerUnitId: number | null;
  origin: 'confirmed' | 'corrected';
  /** Who said so, and when. */
  by: number | null;
  at: Instant;
  /** Whether the clock is this person's, not what a rubric gave. */
  isClockChanged: boolean;
}

/** Writes what a person said of a channel, if nobody did since `version`. */
export async function updateChannel(
  tx: Tx,
  { id, version }: { id: number; version: number },
  judged: ChannelJudgement,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('channels')
    .set({
      kind: judged.kind,
      clock: judged.clock,
      is_historical: judged.isHistorical,
      owner_unit_id: judged.ownerUnitId,
      origin: judged.origin,
      judged_by: judged.by,
      judged_at: judged.at,
      ...(judged.isClockChanged && { is_clock_judged: true }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function channels(db: Database) {
  return db
    .selectFrom('channels')
    .leftJoin('units', 'units.id', 'channels.owner_unit_id')
    .select([
      'channels.id',
      'channels.site_id as siteId',
      'channels.url',
      'channels.name',
      'channels.path',
      'channels.level',
      sql<ChannelKind>`channels.kind`.as('kind'),
      'channels.clock',
      'channels.is_historical as isHistorical',
      'channels.owner_unit_id as ownerUnitId',
      'units.name as owner',
      'channels.origin',
      'channels.first_seen_on as firstSeenOn',
      'channels.last_seen_on as lastSeenOn',
      'channels.newest_on as newestOn',
      'channels.newest_title as newestTitle',
      'channels.newest_why as newestWhy',
      'channels.looked_on as lookedOn',
      'channels.judged_by as judgedBy',
      'channels.judged_at as judgedAt',
      'channels.version',
    ]);
}
