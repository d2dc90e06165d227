import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { MatterThing } from '#domain/public-matter.ts';
import type { Reach } from '#domain/rights.ts';
import { matterTables } from './matter-lives.ts';
import { mattersWithin, textHolds, textLike } from './matter-places.ts';
import {
  clockIs,
  type DueTerms,
  isMoving,
  isOfClock,
  type MatterFilter,
  queueIs,
} from './matter-queues.ts';

// A page of matters is sought by numbers alone, in an order that an index has: the newest first, or
// what is due the soonest. A unit's own come from several columns, so each is walked by itself.

/** Which matters are sought. */
export interface Sought {
  thing: MatterThing;
  reach: Reach | null;
  filter: MatterFilter;
  terms: DueTerms;
}

/** Numbers of a page, and when each is due where that is its order. */
export type Found = RawBuilder<{ id: number; due_at?: string }>;

/** So many of the newest letters are read through before the index of words is asked. */
const NEWEST = 5000;

/** Whether a list is in the order of what is due. */
export function isDue({ queue }: MatterFilter): boolean {
  return queue !== undefined && isOfClock(queue);
}

/** The numbers of a page. */
export function seekMatters(sought: Sought): Found {
  const { thing, reach, filter } = sought;
  if (isDue(filter)) return seekDue(sought);
  const { q, unit, limit } = filter;
  if (q === undefined) return newestOf(sought, conditionsOf(sought), limit);
  // A rare word leads to few letters; whose they are is looked at then.
  const conditions = [
    textHolds(q),
    mattersWithin(reach, thing),
    ...conditionsOf(sought),
    ...(unit === undefined
      ? []
      : [sql<SqlBool>`(m.unit_id = ${unit} or m.responsible_id = ${unit})`]),
  ];
  return sql`select m.id, m.received_at from ${sql.table(matterTables[thing])} m
    where ${sql.join(conditions, sql` and `)}
    order by m.received_at desc, m.id desc limit ${limit}`;
}

/** The numbers of a page that holds a word, as far as the newest that may be meant hold it. */
export function seekNewest(sought: Sought): Found {
  const { thing, filter } = sought;
  const among = newestOf(sought, conditionsOf(sought), NEWEST);
  const isOfUnits = homesOf(sought) !== null;
  // What is walked letter by letter is read on the way; of units, numbers come first.
  const read = isOfUnits
    ? sql`(${among}) among join ${sql.table(matterTables[thing])} m on m.id = among.id`
    : sql`(${among}) m`;
  return sql`select m.id from ${read} where ${textLike(filter.q ?? '')}
    order by m.received_at desc, m.id desc limit ${filter.limit}`;
}

function newestOf(sought: Sought, conditions: Expression<SqlBool>[], most: number): Found {
  const order = sql`order by m.received_at desc, m.id desc limit ${most}`;
  const homes = homesOf(sought);
  if (homes === null) {
    const all = [mattersWithin(sought.reach, sought.thing), ...conditions];
    const text = most === NEWEST ? sql`, m.search` : sql``;
    return sql`select m.id, m.received_at${text} from ${sql.table(matterTables[sought.thing])} m
      where ${sql.join(all, sql` and `)} ${order}`;
  }
  return sql`select m.id, m.received_at from (${ofHomes(sought, homes, conditions, order)}) m ${order}`;
}

/**
 * What runs out by and by: clock after clock until a page is full, or, of units, what is open with
 * them. Each step is a look-up by number (`offset 0`): the planner, who cannot know how many
 * regions are one's own, would go through all that is open first.
 */
function seekDue(sought: Sought): Found {
  const { thing, reach, filter, terms } = sought;
  const table = sql.table(matterTables[thing]);
  const homes = homesOf(sought);
  const word = filter.q === undefined ? [] : [textLike(filter.q)];
  const open = sql<SqlBool>`m.ended_at is null and ${isMoving}`;
  const conditions = sql.join([open, ...conditionsOf(sought), ...word], sql` and `);
  const { after } = filter;
  const behind =
    after === undefined
      ? sql``
      : sql`and (d.due_at, d.thing_id) > ((select due_at from deadlines
          where thing = ${thing} and thing_id = ${after}), ${after}::bigint)`;
  const queue = filter.queue === 'overdue' ? 'overdue' : 'near-due';
  const due = sql`d.thing = ${thing} and ${clockIs(queue, terms)} ${behind}`;
  const from =
    homes === null
      ? sql`(select d.thing_id, d.due_at from deadlines d where ${due}
            order by d.due_at, d.thing_id offset 0) d
          cross join lateral (select m.id from ${table} m
            where m.id = d.thing_id and ${mattersWithin(reach, thing)} and ${conditions}
            offset 0) m`
      : sql`(${ofHomes(sought, homes, [sql<SqlBool>`${conditions}`], sql``)}) m
          cross join lateral (select d.thing_id, d.due_at from deadlines d
            where d.thing_id = m.id and ${due} offset 0) d`;
  return sql`select m.id, d.due_at from ${from}
    order by d.due_at, d.thing_id limit ${filter.limit}`;
}

/** The units whose matters are sought, where these decide what is found. */
interface Homes {
  units: Expression<unknown>;
  /** Whether what they help with is theirs too. */
  isHelping: boolean;
}

function homesOf({ thing, reach, filter: { unit } }: Sought): Homes | null {
  if (unit !== undefined) return { units: sql`select ${unit}::integer`, isHelping: false };
  if (reach === null || reach.regions.length > 0 || reach.units.length === 0) return null;
  const below = reach.units.map((path) => sql`path like ${`${path}%`}`);
  return {
    units: sql`select id from units where ${sql.join(below, sql` or `)}`,
    isHelping: thing === 'inquiry',
  };
}

/** The matters of units: with them, answered for by them, helped with; each once. */
function ofHomes(
  { thing, reach, filter }: Sought,
  { units, isHelping }: Homes,
  conditions: Expression<SqlBool>[],
  order: Expression<unknown>,
) {
  const table = sql.table(matterTables[thing]);
  // Of a unit that was asked for, only what lies within the own reach.
  const within = filter.unit === undefined ? [] : [mattersWithin(reach, thing)];
  const walk = (isHome: Expression<SqlBool>) => sql`(
    select own.id, own.received_at from unnest(array(${units})) home(id) cross join lateral (
      select m.id, m.received_at from ${table} m
      where ${sql.join([isHome, ...within, ...conditions], sql` and `)}
      ${order}) own)`;
  const own = walk(sql<SqlBool>`m.unit_id = home.id`);
  const answeredFor = walk(sql<SqlBool>`m.responsible_id = home.id
    and m.unit_id is distinct from m.responsible_id`);
  const helped = sql`(
    select m.id, m.received_at from ${table} m
    where ${sql.join(
      [
        sql`m.id = any(array(select inquiry_id from inquiry_helpers
          where unit_id = any(array(${units}))))`,
        ...conditions,
      ],
      sql` and `,
    )} ${order})`;
  const walks = [own, answeredFor, ...(isHelping ? [helped] : [])];
  return sql.join(walks, sql` union `);
}

function conditionsOf({ thing, filter, terms }: Sought): Expression<SqlBool>[] {
  const { queue, state, site, kind, fault, receivedFrom, receivedBefore, after } = filter;
  const given = <T>(value: T | undefined, condition: (value: T) => Expression<SqlBool>) =>
    value === undefined ? [] : [condition(value)];
  const isOfDue = isDue(filter);
  const isInquiry = thing === 'inquiry';
  return [
    ...given(isOfDue ? undefined : queue, (one) => queueIs(thing, one, terms)),
    ...given(state, (one) => sql<SqlBool>`m.state = ${one}`),
    ...given(isInquiry ? undefined : site, (one) => sql<SqlBool>`m.site_id = ${one}`),
    ...given(isInquiry ? undefined : fault, (one) => sql<SqlBool>`m.fault = ${one}`),
    ...given(isInquiry ? kind : undefined, (one) => sql<SqlBool>`m.kind = ${one}`),
    ...given(receivedFrom, (at) => sql<SqlBool>`m.received_at >= ${at}`),
    ...given(receivedBefore, (at) => sql<SqlBool>`m.received_at < ${at}`),
    ...given(isOfDue ? undefined : after, (id) => olderThan(thing, id)),
  ];
}

/** What comes behind one in a list: by its moment, then by its number. */
function olderThan(thing: MatterThing, id: number): Expression<SqlBool> {
  const table = sql.table(matterTables[thing]);
  return sql<SqlBool>`(m.received_at, m.id) <
    (coalesce((select received_at from ${table} where id = ${id}), 'infinity'), ${id}::integer)`;
}
