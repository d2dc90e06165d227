import { personId } from '#domain/person.ts';
import { type Desk, move, perform } from './desk.ts';
import { orderAt } from './order-at.ts';

/** Closes an order whose findings were all seen to be gone; nothing else can be closed. */
export async function closeOrder(desk: Desk, orderId: number): Promise<void> {
  await perform(desk, async (act) => {
    const order = await orderAt(desk, act.tx, orderId, 'order.close');
    const changes = { closed_at: act.at, closed_by: personId(desk.actor) };
    await move(act, 'order', order.id, { from: 'passed', to: 'closed' }, { changes });
  });
}
