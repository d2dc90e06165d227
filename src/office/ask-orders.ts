import type { StateOf } from '#domain/moves.ts';
import { reachOf } from '#domain/rights.ts';
import { type Escalation, listEscalations, listTalks, type Talk } from '#store/escalations.ts';
import {
  listAnsweredOrders,
  listOrders,
  type OrderFilter,
  type OrderHead,
  type OrderRow,
} from '#store/orders.ts';
import type { Desk } from './desk.ts';
import { escalationAt, talkAt } from './escalation-at.ts';
import { orderAt } from './order-at.ts';
import { type Page, pageById } from './page-of.ts';

/** Orders that may be seen, newest first. */
export async function askOrders(desk: Desk, filter: OrderFilter): Promise<Page<OrderHead>> {
  const items = await listOrders(desk.db, reachOf(desk.actor, 'order.read'), filter);
  return pageById(items, filter.limit);
}

/** Orders that wait for a recheck: for jobs. */
export async function listWaitingRechecks(desk: Desk): Promise<number[]> {
  return await listAnsweredOrders(desk.db);
}

export async function askOrder(desk: Desk, id: number): Promise<OrderRow> {
  return await orderAt(desk, desk.db, id, 'order.read');
}

interface StepFilter<S extends string> {
  state?: S;
  unit?: number;
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
