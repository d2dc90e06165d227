import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { OrderAnswer } from '#domain/order.ts';
import { personId } from '#domain/person.ts';
import { answerItem, type OrderRow } from '#store/orders.ts';
import { type Desk, move, perform } from './desk.ts';
import { orderAt } from './order-at.ts';
import { startDeadline } from './start-deadline.ts';
import { tellOffice } from './tell-of-order.ts';

/** What a unit says of one finding of its order. */
export type ItemAnswer = { itemId: number } & OrderAnswer;

/**
 * The unit answers an order as a whole: each finding that was not yet seen to be gone is either
 * mended, or cannot be for now, with a plan and a day in the future. A recheck follows.
 */
export async function replyToOrder(
  desk: Desk,
  orderId: number,
  answers: readonly ItemAnswer[],
): Promise<void> {
  await perform(desk, async (act) => {
    const order = await orderAt(desk, act.tx, orderId, 'order.reply');
    refuseGaps(order, answers);
    const today = chinaDate(act.at);
    for (const answer of answers) {
      if (answer.answer === 'cannot' && answer.promisedOn <= today) {
        throw new Refusal('promise-in-the-past', { item: answer.itemId, day: answer.promisedOn });
      }
      await answerItem(act.tx, answer.itemId, answer);
    }
    const changes = { replied_at: act.at, replied_by: personId(desk.actor) };
    await move(act, 'order', order.id, { from: 'received', to: 'replied' }, { changes });
    const { id: thingId, unitId } = order;
    await startDeadline(act, { thing: 'order', thingId, unitId, clock: 'recheck' });
    await act.note({ act: 'order.answers', thing: 'order', thingId: order.id, after: answers });
    const mended = answers.filter(({ answer }) => answer === 'mended').length;
    const cannot = answers.length - mended;
    await tellOffice(act, order, 'order-replied', { mended, cannot });
  });
}

function refuseGaps(order: OrderRow, answers: readonly ItemAnswer[]): void {
  const open = order.items.filter(({ recheck }) => recheck !== 'passed').map(({ id }) => id);
  const given = new Set(answers.map(({ itemId }) => itemId));
  const missing = open.filter((id) => !given.has(id));
  if (missing.length > 0) throw new Refusal('answers-missing', { items: missing.join(', ') });
  const foreign = [...given].filter((id) => !open.includes(id));
  if (foreign.length > 0 || given.size < answers.length) {
    throw new Refusal('answers-foreign', { items: foreign.join(', ') || 'twice' });
  }
}
