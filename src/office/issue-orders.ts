import { present } from '#base/assert.ts';
import { formatChineseDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import { type ChargedFinding, findOrder, insertOrder, listCharged } from '#store/orders.ts';
import { type Desk, perform, requireRight } from './desk.ts';
import { campaignAt } from './campaign-at.ts';
import { startDeadline } from './start-deadline.ts';
import { tellUnit } from './tell-of-order.ts';

/**
 * Orders every unit with charged findings of a published campaign to mend them. A unit that has
 * its order already is left alone, so that calling twice orders once. Its clocks of receipt and
 * of rectification start. Gives the new orders.
 */
export async function issueOrders(desk: Desk, campaignId: number): Promise<number[]> {
  const campaign = await campaignAt(desk.db, campaignId);
  requireRight(desk, 'order.issue', campaign.place);
  if (campaign.state !== 'published') {
    throw new Refusal('order-before-publication', { state: campaign.state });
  }
  return await perform(desk, async (act) => {
    const orders: number[] = [];
    for (const [unitId, charged] of byUnit(await listCharged(act.tx, campaignId))) {
      const order = { campaignId, unitId, issuedBy: personId(desk.actor), at: act.at };
      const items = charged.map(({ findingId, finding }) => ({
        findingId,
        before: { at: finding.evidence.at(-1)?.at ?? act.at, evidence: finding.evidence },
      }));
      const id = await insertOrder(act.tx, order, items);
      if (id === null) continue;
      await act.note({
        act: 'order.issue',
        thing: 'order',
        thingId: id,
        after: { campaignId, unitId, findings: charged.map(({ findingId }) => findingId) },
      });
      const clockOf = (clock: string) =>
        startDeadline(act, { thing: 'order', thingId: id, unitId, clock });
      const { dueOn: until } = await clockOf('order-receipt');
      const { dueOn: due } = await clockOf('rectification');
      const told = present(await findOrder(act.tx, id), 'the order just made');
      await tellUnit(act, told, 'order-issued', {
        items: items.length,
        until: formatChineseDate(until),
        due: formatChineseDate(due),
      });
      orders.push(id);
    }
    return orders;
  });
}

function byUnit(charged: readonly ChargedFinding[]): Map<number, ChargedFinding[]> {
  return Map.groupBy(charged, ({ unitId }) => unitId);
}
