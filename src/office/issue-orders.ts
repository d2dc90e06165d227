import { present } from '#base/assert.ts';
import { formatChineseDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import { isConnectionLost } from '#store/postgres/connect.ts';
import { listChargedOfUnit, listUnitsToOrder } from '#store/charged-units.ts';
import { findOrder, insertOrder } from '#store/orders.ts';
import { type Act, type Desk, perform, requireRight } from './desk.ts';
import { campaignAt } from './campaign-at.ts';
import { startDeadline } from './start-deadline.ts';
import { tellUnit } from './tell-of-order.ts';

/** The orders that were made, and the units that have none yet because of our own fault. */
export interface IssuedOrders {
  orders: number[];
  failed: { unitId: number; unit: string; problem: string }[];
}

/**
 * Orders every unit with charged findings of a published campaign to mend them, each by an act of
 * its own: what fails of one unit is named and told, and the others' orders stand. A unit that has
 * its order already is left alone, so that calling again orders only those that are left. A lost
 * database ends it: everybody behind would fail alike.
 */
export async function issueOrders(desk: Desk, campaignId: number): Promise<IssuedOrders> {
  await requireOrdering(desk, campaignId);
  const issued: IssuedOrders = { orders: [], failed: [] };
  for (const { unitId, unit } of await listUnitsToOrder(desk.db, campaignId)) {
    try {
      const id = await perform(desk, (act) => issueOrder(desk, act, { campaignId, unitId }));
      if (id !== null) issued.orders.push(id);
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      desk.tell?.(new Error(`order of unit ${unitId} (${unit}) failed`, { cause: error }));
      issued.failed.push({ unitId, unit, problem: problemOf(error) });
    }
  }
  return issued;
}

async function requireOrdering(desk: Desk, campaignId: number): Promise<void> {
  const campaign = await campaignAt(desk.db, campaignId);
  requireRight(desk, 'order.issue', campaign.place);
  if (campaign.state !== 'published') {
    throw new Refusal('order-before-publication', { state: campaign.state });
  }
}

/** The order of one unit, its clocks of receipt and of rectification started; null: it has one. */
async function issueOrder(
  desk: Desk,
  act: Act,
  { campaignId, unitId }: { campaignId: number; unitId: number },
): Promise<number | null> {
  const charged = await listChargedOfUnit(act.tx, campaignId, unitId);
  if (charged.length === 0) return null;
  const order = { campaignId, unitId, issuedBy: personId(desk.actor), at: act.at };
  const items = charged.map(({ findingId, finding }) => ({
    findingId,
    before: { at: finding.evidence.at(-1)?.at ?? act.at, evidence: finding.evidence },
  }));
  const id = await insertOrder(act.tx, order, items);
  if (id === null) return null;
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
  return id;
}

/** What is said of a fault outside: a refusal's code, and of anything else no more than that. */
function problemOf(error: unknown): string {
  return error instanceof Refusal ? error.code : 'internal';
}
