import { personId } from '#domain/person.ts';
import { meetDeadline } from '#store/deadlines.ts';
import { type Desk, move, perform } from './desk.ts';
import { orderAt } from './order-at.ts';
import { tellOffice } from './tell-of-order.ts';

/** The unit confirms that it has its order; from then on it may answer. */
export async function receiveOrder(desk: Desk, orderId: number): Promise<void> {
  await perform(desk, async (act) => {
    const order = await orderAt(desk, act.tx, orderId, 'order.reply');
    const ofOrder = { thing: 'order', thingId: order.id };
    const changes = { received_at: act.at, received_by: personId(desk.actor) };
    await move(act, 'order', order.id, { from: 'issued', to: 'received' }, { changes });
    await meetDeadline(act.tx, { ...ofOrder, clock: 'order-receipt' }, act.at);
    await tellOffice(act, order, 'order-received');
  });
}
