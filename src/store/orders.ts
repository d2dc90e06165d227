import { type RawBuilder, sql } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Evidence, Finding } from '#domain/finding.ts';
import type { StateOf } from '#domain/moves.ts';
import type { OrderAnswer, RecheckOutcome } from '#domain/order.ts';
import type { Place } from '#domain/person.ts';
import type { Reach } from '#domain/rights.ts';
import type { Site } from '#domain/site.ts';
import { countRows } from './database/count-rows.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';
import { pageWithin } from './places.ts';

/** What was seen of a finding, before the order and when it was looked at again. */
export interface Sight {
  at: Instant;
  evidence: Evidence[];
}

export interface OrderItem {
  id: number;
  findingId: number;
  siteId: number;
  site: Site;
  key: string;
  finding: Finding;
  answer: 'open' | OrderAnswer['answer'];
  plan: string | null;
  promisedOn: CivilDate | null;
  recheck: 'none' | RecheckOutcome;
  before: Sight | null;
  after: Sight | null;
  recheckedAt: Instant | null;
}

export interface OrderHead {
  id: number;
  campaignId: number;
  campaign: string;
  unitId: number;
  unit: string;
  state: StateOf<'order'>;
  issuedAt: Instant;
  receivedAt: Instant | null;
  repliedAt: Instant | null;
  timesFailed: number;
  closedAt: Instant | null;
  version: number;
  items: number;
  /** Items that were not yet seen to be mended. */
  open: number;
}

export interface OrderRow extends Omit<OrderHead, 'items' | 'open'> {
  place: Place;
  items: OrderItem[];
}

/** A new order with its findings. Null when this unit has one of this campaign already. */
export async function insertOrder(
  tx: Tx,
  order: { campaignId: number; unitId: number; issuedBy: number | null; at: Instant },
  items: readonly { findingId: number; before: Sight }[],
): Promise<number | null> {
  const made = await tx
    .insertInto('orders')
    .values({
      campaign_id: order.campaignId,
      unit_id: order.unitId,
      issued_by: order.issuedBy,
      issued_at: order.at,
    })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'unit_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return null;
  await tx
    .insertInto('order_items')
    .values(
      items.map(({ findingId, before }) => ({
        order_id: made.id,
        finding_id: findingId,
        before: toJson(before),
      })),
    )
    .execute();
  return made.id;
}

function headQuery(db: Database) {
  return db
    .selectFrom('orders')
    .innerJoin('campaigns', 'campaigns.id', 'orders.campaign_id')
    .innerJoin('units', 'units.id', 'orders.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'orders.id',
      'orders.campaign_id as campaignId',
      'campaigns.name as campaign',
      'orders.unit_id as unitId',
      'units.name as unit',
      'orders.state',
      'orders.issued_at as issuedAt',
      'orders.received_at as receivedAt',
      'orders.replied_at as repliedAt',
      'orders.times_failed as timesFailed',
      'orders.closed_at as closedAt',
      'orders.version',
    ]);
}

/** An order with its findings; null when there is none of that number. */
export async function findOrder(db: Database, id: number): Promise<OrderRow | null> {
  const head = await headQuery(db)
    .select(['regions.path as region', 'units.path as unitPath'])
    .where('orders.id', '=', id)
    .executeTakeFirst();
  if (!head) return null;
  const { region, unitPath, ...row } = head;
  return { ...row, place: { region, unit: unitPath }, items: await listItems(db, id) };
}

async function listItems(db: Database, orderId: number): Promise<OrderItem[]> {
  const rows = await db
    .selectFrom('order_items')
    .innerJoin('findings', 'findings.id', 'order_items.finding_id')
    .innerJoin('inspections', 'inspections.id', 'findings.inspection_id')
    .select([
      'order_items.id',
      'order_items.finding_id as findingId',
      'findings.site_id as siteId',
      'inspections.site',
      'findings.key',
      'findings.finding',
      'order_items.answer',
      'order_items.plan',
      'order_items.promised_on as promisedOn',
      'order_items.recheck',
      'order_items.before',
      'order_items.after',
      'order_items.rechecked_at as recheckedAt',
    ])
    .where('order_items.order_id', '=', orderId)
    .orderBy('order_items.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    before: row.before as Sight | null,
    after: row.after as Sight | null,
  }));
}

export interface OrderFilter {
  state?: StateOf<'order'>;
  campaign?: number;
  unit?: number;
  /** Not closed yet. */
  isOpen?: boolean;
  regionPath?: string;
  /** The newest first, or what is due soonest. */
  by?: 'newest' | 'due';
  /** The last one of the page before. */
  after?: number;
  limit: number;
}

/** Orders within a reach, newest first. */
export async function listOrders(
  db: Database,
  reach: Reach | null,
  filter: OrderFilter,
): Promise<OrderHead[]> {
  const query = (await filtered(db, reach, filter))
    .select([
      sql<number>`(select count(*)::int from order_items i where i.order_id = orders.id)`.as(
        'items',
      ),
      sql<number>`(select count(*)::int from order_items i
                   where i.order_id = orders.id and i.recheck <> 'passed')`.as('open'),
    ])
    .limit(filter.limit);
  const ordered =
    filter.by === 'due'
      ? query.orderBy(DUE).orderBy('orders.id')
      : query.orderBy('orders.id', 'desc');
  return await ordered.execute();
}

/** How many orders a filter lets through, counted no further than its limit. */
export async function countOrders(
  db: Database,
  reach: Reach | null,
  filter: OrderFilter,
): Promise<number> {
  const some = (await filtered(db, reach, filter))
    .clearSelect()
    .select('orders.id')
    .limit(filter.limit);
  return await countRows(db, some);
}

async function filtered(db: Database, reach: Reach | null, filter: OrderFilter) {
  let query = headQuery(db).where(await pageWithin(db, reach, 'orders.unit_id'));
  if (filter.after !== undefined) {
    query = query.where(
      filter.by === 'due' ? behindDue(filter.after) : sql<boolean>`orders.id < ${filter.after}`,
    );
  }
  if (filter.isOpen === true) query = query.where('orders.state', '<>', 'closed');
  if (filter.regionPath !== undefined) {
    query = query.where('regions.path', 'like', `${filter.regionPath}%`);
  }
  if (filter.state !== undefined) query = query.where('orders.state', '=', filter.state);
  if (filter.campaign !== undefined) {
    query = query.where('orders.campaign_id', '=', filter.campaign);
  }
  if (filter.unit !== undefined) query = query.where('orders.unit_id', '=', filter.unit);
  return query;
}

/** When an order is to be mended; one without a clock stands behind all others. */
const DUE = sql`coalesce((select d.due_at from deadlines d where d.thing = 'order'
  and d.clock = 'rectification' and d.thing_id = orders.id), 'infinity')`;

/** Behind the last one of the page before, by its own clock. */
function behindDue(after: number): RawBuilder<boolean> {
  return sql<boolean>`(${DUE}, orders.id) > (select coalesce((select d.due_at from deadlines d
    where d.thing = 'order' and d.clock = 'rectification' and d.thing_id = ${after}),
    'infinity'), ${after}::int)`;
}

/** Orders that were answered and wait for a recheck, or are at it. */
export async function listAnsweredOrders(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('orders')
    .select('id')
    .where('state', 'in', ['replied', 'rechecking'])
    .orderBy('replied_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Orders that are not closed yet. */
export async function listUnclosedOrders(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('orders')
    .select('id')
    .where('state', '<>', 'closed')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Writes down what the unit says of one finding; what an earlier recheck saw is void. */
export async function answerItem(tx: Tx, itemId: number, answer: OrderAnswer): Promise<void> {
  const isPlan = answer.answer === 'cannot';
  await tx
    .updateTable('order_items')
    .set({
      answer: answer.answer,
      plan: isPlan ? answer.plan : null,
      promised_on: isPlan ? answer.promisedOn : null,
    })
    .where('id', '=', itemId)
    .execute();
}

/** Writes down what looking again came to. */
export async function recordRecheck(
  tx: Tx,
  itemId: number,
  recheck: RecheckOutcome,
  after: Sight,
): Promise<void> {
  await tx
    .updateTable('order_items')
    .set({ recheck, after: toJson(after), rechecked_at: after.at })
    .where('id', '=', itemId)
    .execute();
}
