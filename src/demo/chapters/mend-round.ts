import { addDays } from '#base/civil-date.ts';
import { askOrder, askOrders } from '#office/ask-orders.ts';
import { closeOrder } from '#office/close-order.ts';
import { mapAtMost } from '#office/map-at-most.ts';
import { receiveOrder } from '#office/receive-order.ts';
import { recheckOrder } from '#office/recheck-order.ts';
import { replyToOrder } from '#office/reply-to-order.ts';
import { chinaInstant } from '../demo-clock.ts';
import { climbLadder } from '../climb-ladder.ts';
import { followUp, holdTalkOf } from '../hold-talk.ts';
import { newestCampaign } from '../newest-campaign.ts';
import type { RoundPlan } from '../rounds.ts';
import { deskOf, type Stage, unitDesk } from '../stage.ts';

/** A recheck is due within the hour: two looks ten minutes apart take a second. */
const LAPSE = 1200;
const ORDERS_AT_ONCE = 12;
const ALL = 200;

/** An order of the round, with the unit as the city calls it. */
interface RoundOrder {
  id: number;
  unit: string;
}

/**
 * The orders of a round: received, answered, looked at again; the ladder is held against those
 * that are not mended, and a talk is held where the plan has one.
 */
export async function mendRound(stage: Stage, plan: RoundPlan): Promise<void> {
  const { mending } = plan;
  const orders = await ordersOf(stage);
  const isOneOf = (units: readonly string[]) => (order: RoundOrder) => units.includes(order.unit);
  // After publication units are heard once more: the orders may wait for that.
  await stage.agenda.passTo(chinaInstant(nextDay(plan), '09:00'));
  for (const { id, unit } of orders.filter((one) => !isOneOf(mending.silent)(one))) {
    await receiveOrder(unitDesk(stage, unit), id);
    stage.clock.pass(4);
  }
  const later = [...mending.late, ...mending.silent];
  const events = [
    ...mending.ladderOn.map((day) => ({ day, act: () => climbLadder(stage, mending) })),
    {
      day: mending.on,
      act: () =>
        mend(
          stage,
          plan,
          orders.filter((one) => !isOneOf(later)(one)),
        ),
    },
    {
      day: mending.again,
      act: () => mend(stage, plan, orders.filter(isOneOf([...mending.failing, ...mending.late]))),
    },
    ...(mending.talk ? [talkEvent(stage, mending.talk)] : []),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  for (const { day, act } of events) {
    await stage.agenda.passTo(chinaInstant(day, '09:00'));
    await act();
  }
  if (mending.talk) await followUp(stage, mending.talk);
}

function talkEvent(stage: Stage, talk: NonNullable<RoundPlan['mending']['talk']>) {
  return { day: talk.on, act: () => holdTalkOf(stage, talk) };
}

function nextDay({ publishedOn }: RoundPlan): string {
  return addDays(publishedOn, 1);
}

async function ordersOf(stage: Stage): Promise<RoundOrder[]> {
  const campaign = await newestCampaign(stage);
  const { items } = await askOrders(deskOf(stage, 'inspector'), { campaign, limit: ALL });
  const names = new Map([...stage.cast.units].map(([unit, { id }]) => [id, unit]));
  return items.map(({ id, unitId }) => ({ id, unit: names.get(unitId) ?? '' })).reverse();
}

/**
 * The units say “mended”, and each is looked at within the hour, in a city where all is mended
 * but, the first time, what only was said to be.
 */
async function mend(stage: Stage, plan: RoundPlan, orders: RoundOrder[]): Promise<void> {
  const { mending } = plan;
  const asOf = stage.clock.now().slice(0, 10);
  const still = asOf < mending.again ? mending.failing : [];
  const faults = Object.fromEntries(still.map((unit) => [unit, plan.faults[unit] ?? []]));
  await stage.city.turn({ asOf, faults });
  for (const { id, unit } of orders) await sayMended(stage, id, unit);
  stage.clock.run(LAPSE);
  await mapAtMost(ORDERS_AT_ONCE, orders, ({ id }) => lookAgain(stage, id));
  stage.clock.run(0);
  stage.signal.throwIfAborted();
  stage.clock.pass(60);
  const inspector = deskOf(stage, 'inspector2');
  for (const { id } of orders) {
    const { state } = await askOrder(inspector, id);
    if (state === 'passed') await closeOrder(inspector, id);
  }
}

async function sayMended(stage: Stage, id: number, unit: string): Promise<void> {
  const desk = unitDesk(stage, unit);
  const { items } = await askOrder(desk, id);
  const open = items.filter(({ recheck }) => recheck !== 'passed');
  const answers = open.map((item) => ({ itemId: item.id, answer: 'mended' as const }));
  await replyToOrder(desk, id, answers);
}

async function lookAgain({ clock, office, signal, bench }: Stage, id: number): Promise<void> {
  const job = { ...office.desk('recheck-order'), now: clock.now };
  await recheckOrder(job, id, {
    now: clock.now,
    wait: (waitMs) => clock.wait(waitMs, signal),
    signal,
    report: () => undefined,
    workshop: bench.workshop,
  });
}
