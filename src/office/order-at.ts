import { Refusal } from '#base/refusal.ts';
import { may, type RightName } from '#domain/rights.ts';
import { findOrder, type OrderRow } from '#store/orders.ts';
import type { Database } from '#store/database/database.ts';
import { type Desk, requireRight } from './desk.ts';

/**
 * An order for an act that needs a right at its unit. One that the actor may not even see is
 * not there.
 */
export async function orderAt(
  desk: Pick<Desk, 'actor' | 'now'>,
  db: Database,
  id: number,
  right: RightName,
): Promise<OrderRow> {
  const order = await findOrder(db, id);
  if (!order || !may(desk.actor, 'order.read', order.place)) {
    throw new Refusal('not-found', { thing: 'order', id });
  }
  requireRight(desk, right, order.place);
  return order;
}
