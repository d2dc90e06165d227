import type { StateOf } from '#domain/moves.ts';
import { reachOf } from '#domain/rights.ts';
import { describeFinding } from '#publish/wording.ts';
import { deadlinesOf } from '#store/deadlines.ts';
import { type Escalation, listEscalations, listTalks, type Talk } from '#store/escalations.ts';
import {
  countOrders,
  listAnsweredOrders,
  listOrders,
  type OrderFilter,
  type OrderHead,
  type OrderItem,
  type OrderRow,
} from '#store/orders.ts';
import { type DeadlineView, viewsOf } from './ask-deadlines.ts';
import type { Desk } from './desk.ts';
import { escalationAt, talkAt } from './escalation-at.ts';
import { orderAt } from './order-at.ts';
import { type Page, pageById } from './page-of.ts';
import { regionAt } from './register-at.ts';
import { loadWording } from './run-instruments.ts';

/** An order with the clock it is to be mended by; null where none was started. */
export type TimedOrder = OrderHead & { clock: DeadlineView | null };

/** Which orders are asked for; of a region and all below it by its number. */
type OrdersAsked = Omit<OrderFilter, 'regionPath'> & { region?: number };

async function filterOf(desk: Desk, { region, ...filter }: OrdersAsked): Promise<OrderFilter> {
  if (region === undefined) return filter;
  const place = await regionAt(desk, desk.db, region, 'register.read');
  return { ...filter, regionPath: place.path };
}

/** How many orders may be seen, counted no further than the limit. */
export async function countSeenOrders(desk: Desk, asked: OrdersAsked): Promise<number> {
  const filter = await filterOf(desk, asked);
  return await countOrders(desk.db, reachOf(desk.actor, 'order.read'), filter);
}

/** Orders that may be seen: the newest first, or what is due soonest. */
export async function askOrders(desk: Desk, asked: OrdersAsked): Promise<Page<TimedOrder>> {
  const filter = await filterOf(desk, asked);
  const items = await listOrders(desk.db, reachOf(desk.actor, 'order.read'), filter);
  const ids = items.map(({ id }) => id);
  const rows = await deadlinesOf(desk.db, { thing: 'order', clock: 'rectification' }, ids);
  const views = new Map(
    (await viewsOf(desk, [...rows.values()])).map((view) => [view.thingId, view]),
  );
  return pageById(
    items.map((order) => ({ ...order, clock: views.get(order.id) ?? null })),
    filter.limit,
  );
}

/** Orders that wait for a recheck: for jobs. */
export async function listWaitingRechecks(desk: Desk): Promise<number[]> {
  return await listAnsweredOrders(desk.db);
}

/** One order: each finding with its sentence, and the clock it is to be mended by. */
export async function askOrder(desk: Desk, id: number): Promise<OrderSheet> {
  const order = await orderAt(desk, desk.db, id, 'order.read');
  const rows = await deadlinesOf(desk.db, { thing: 'order', clock: 'rectification' }, [id]);
  const [clock = null] = await viewsOf(desk, [...rows.values()]);
  const wording = loadWording();
  const items = order.items.map((item) => ({
    ...item,
    sentence: describeFinding(item.finding, wording),
  }));
  return { ...order, items, clock };
}

/** An order as its page shows it. */
export interface OrderSheet extends Omit<OrderRow, 'items'> {
  items: (OrderItem & { sentence: string })[];
  clock: DeadlineView | null;
}

interface StepFilter<S extends string> {
  state?: S;
  unit?: number;
  order?: number;
  after?: number;
  limit: number;
}

export async function askEscalations(
  desk: Desk,
  filter: StepFilter<StateOf<'escalation'>>,
): Promise<Page<Escalation>> {
  const reach = reachOf(desk.actor, 'escalation.read');
  return pageById(await listEscalations(desk.db, reach, filter), filter.limit);
}

export async function askEscalation(desk: Desk, id: number): Promise<Escalation> {
  return await escalationAt(desk, desk.db, id, 'escalation.read');
}

export async function askTalks(
  desk: Desk,
  filter: StepFilter<StateOf<'talk'>>,
): Promise<Page<Talk>> {
  const reach = reachOf(desk.actor, 'escalation.read');
  return pageById(await listTalks(desk.db, reach, filter), filter.limit);
}

export async function askTalk(desk: Desk, id: number): Promise<Talk> {
  return await talkAt(desk, desk.db, id, 'escalation.read');
}
