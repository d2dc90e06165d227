import type { Rubric } from '#domain/rubric.ts';
import type { EscalationFacts } from '#domain/escalation.ts';
import {
  type Ladder,
  type OrderStanding,
  type Proposal,
  proposeSteps,
  type Repetition,
} from '#domain/ladder.ts';
import { may } from '#domain/rights.ts';
import { findRepetitions } from '#domain/repetitions.ts';
import { timeLeft } from '#domain/time-left.ts';
import { draftEscalation, type EscalationWording } from '#publish/draft-escalation.ts';
import { parseRubric } from '#score/parse-rubric.ts';
import { listRounds } from '#store/charges.ts';
import { findDeadlineOf } from '#store/deadlines.ts';
import { insertEscalation } from '#store/escalations.ts';
import { listCharged } from '#store/charged-units.ts';
import { findOrder, listUnclosedOrders, type OrderRow } from '#store/orders.ts';
import { calendarNow } from './calendar-now.ts';
import { campaignAt } from './campaign-at.ts';
import { type Desk, perform } from './desk.ts';
import { notify } from './notify.ts';

/** What the ladder is held against orders with. */
export interface EscalationTerms {
  ladder: Ladder;
  wording: EscalationWording;
}

/**
 * Holds the ladder against every order that is not closed, and proposes the steps that were
 * reached since, each once, with its facts and a drafted letter. A person decides. Gives the new
 * steps. Done by a job each morning, or by a person for the own region at any time.
 */
export async function proposeEscalations(desk: Desk, terms: EscalationTerms): Promise<number[]> {
  const made: number[] = [];
  for (const id of await listUnclosedOrders(desk.db)) {
    const order = await findOrder(desk.db, id);
    if (order && may(desk.actor, 'escalation.record', order.place))
      made.push(...(await proposeFor(desk, order, terms)));
  }
  return made;
}

async function proposeFor(
  desk: Desk,
  order: OrderRow,
  { ladder, wording }: EscalationTerms,
): Promise<number[]> {
  const standing = await standingOf(desk, order);
  if (standing === null) return [];
  const proposals = proposeSteps(standing, ladder);
  if (proposals.length === 0) return [];
  const titles = await indicatorTitles(desk, order);
  return await perform(desk, async (act) => {
    const ids: number[] = [];
    for (const proposal of proposals) {
      const facts = factsOf(order, standing, proposal, titles);
      const { step, id: rule } = proposal.rung;
      const draft = draftEscalation(step, facts, wording);
      const id = await insertEscalation(act.tx, {
        unitId: order.unitId,
        orderId: order.id,
        campaignId: order.campaignId,
        step,
        rule,
        facts,
        draft,
        at: act.at,
      });
      if (id === null) continue;
      const after = { order: order.id, step, rule };
      await act.note({ act: 'escalation.propose', thing: 'escalation', thingId: id, after });
      await notify(
        act.tx,
        {
          to: { role: 'leader', place: order.place },
          kind: 'escalation-proposed',
          siteId: null,
          args: { unit: order.unit, step: proposal.rung.title.zh },
          link: `/escalations/${id}`,
          subject: `escalation-${id}`,
        },
        act.at,
      );
      ids.push(id);
    }
    return ids;
  });
}

async function standingOf(desk: Desk, order: OrderRow): Promise<OrderStanding | null> {
  const name = { thing: 'order', thingId: order.id, clock: 'rectification' };
  const row = await findDeadlineOf(desk.db, name);
  if (row === null) return null;
  const left = timeLeft(row.deadline, desk.now(), await calendarNow(desk.db));
  const vetoes = (await listCharged(desk.db, order.campaignId)).filter(({ isVeto }) => isVeto);
  const open = order.items.filter(({ recheck }) => recheck !== 'passed');
  return {
    orderId: order.id,
    unitId: order.unitId,
    dueOn: row.deadline.dueOn,
    isMended: open.length === 0,
    workingDaysLeft: left.overdue ? 0 : left.workingDays,
    isOverdue: left.overdue,
    workingDaysOverdue: left.overdue ? left.workingDays : 0,
    timesFailed: order.timesFailed,
    openVetoes: open.filter((item) => vetoes.some(({ findingId }) => findingId === item.findingId))
      .length,
    repetitions: await repetitionsOf(desk, order),
  };
}

async function repetitionsOf(desk: Desk, order: OrderRow): Promise<Repetition[]> {
  const rounds = await listRounds(desk.db, order.campaignId);
  const sites = new Set(order.items.map(({ siteId }) => siteId));
  return findRepetitions(rounds).filter(({ siteId }) => sites.has(siteId));
}

function factsOf(
  order: OrderRow,
  standing: OrderStanding,
  { rung }: Proposal,
  titles: ReadonlyMap<string, string>,
): EscalationFacts {
  return {
    unit: order.unit,
    campaign: order.campaign,
    dueOn: standing.dueOn,
    open: order.items.filter(({ recheck }) => recheck !== 'passed').length,
    overdue: standing.workingDaysOverdue,
    failed: standing.timesFailed,
    reason: rung.title.zh,
    repetitions: standing.repetitions.map(({ siteId, indicator, since }) => ({
      site: order.items.find((item) => item.siteId === siteId)?.site.unit ?? order.unit,
      indicator: titles.get(indicator) ?? indicator,
      since,
    })),
  };
}

async function indicatorTitles(desk: Desk, order: OrderRow): Promise<Map<string, string>> {
  const { rubric: saved } = await campaignAt(desk.db, order.campaignId);
  const { id, text, overlays } = saved;
  const rubric: Rubric = parseRubric(text, { file: `${id}.yaml`, overlays });
  const lines = [...rubric.vetoes, ...rubric.deductions];
  return new Map(lines.map((indicator) => [indicator.id, indicator.title.zh]));
}
