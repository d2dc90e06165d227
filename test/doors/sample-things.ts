import { draftCircular } from '#office/draft-circular.ts';
import { acceptAll } from '#office/testing/sample-judging.ts';
import type { SampleOffice } from '#office/testing/sample-office.ts';
import { toJson } from '#store/json-column.ts';

/** Numbers of things by the names that routes call them, of the unit that asks and of another. */
export interface SampleThings {
  own: Record<string, number | string>;
  foreign: Record<string, number | string>;
}

/**
 * Puts one thing of every kind that a route may name into the sample office: 市民政局 is the unit
 * that asks, 市林业局 its neighbour.
 */
export async function fillOffice(office: SampleOffice): Promise<SampleThings> {
  const { db, campaignId, people, places } = office;
  await acceptAll(office);
  await db.updateTable('campaigns').set({ state: 'hearing' }).execute();
  const circular = await circularOf(office);
  const deskOf = {
    person: people.otherEditor.id,
    post: 1,
    token: 1,
    notice: 1,
    webhook: 1,
    region: places.city.id,
    campaign: campaignId,
    circular,
    domain: 'www.example.gov.cn',
    name: '别名',
  };
  const own = await thingsOf(office, '市民政局', 'minzheng', 'minzheng-0-0', places.unit.id);
  const foreign = await thingsOf(office, '市林业局', 'linye', 'linye-0-0', places.otherUnit.id);
  return { own: { ...deskOf, ...own }, foreign: { ...deskOf, ...foreign } };
}

async function circularOf(office: SampleOffice): Promise<number> {
  const { db } = office;
  await db.updateTable('campaigns').set({ hearing_until: '2019-05-27T16:00:00.000Z' }).execute();
  return await draftCircular(office.desk('inspector'), office.campaignId);
}

async function thingsOf(
  { db, campaignId, siteIds, inspectionIds, findingIds, people }: SampleOffice,
  unit: string,
  key: string,
  findingKey: string,
  unitId: number,
): Promise<Record<string, number>> {
  const site = siteIds[key] ?? 0;
  const finding = findingIds[findingKey] ?? 0;
  const at = '2019-05-28T01:00:00.000Z';
  const claim = {
    finding_id: finding,
    site_id: site,
    claimed_by: people.editor.id,
    claimed_at: at,
  };
  const explanation = await db
    .insertInto('explanations')
    .values({ ...claim, statement: '本年度未开展' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const appeal = await db
    .insertInto('appeals')
    .values({ finding_id: finding, grounds: '链接可用', filed_by: people.editor.id, filed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const order = await db
    .insertInto('orders')
    .values({ campaign_id: campaignId, unit_id: unitId, issued_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('order_items').values({ order_id: order.id, finding_id: finding }).execute();
  const stepOf = async (rule: string) => {
    const facts = { unit, campaign: '', dueOn: '2019-06-12', open: 1, overdue: 0, failed: 0 };
    const { id } = await db
      .insertInto('escalations')
      .values({
        unit_id: unitId,
        order_id: order.id,
        campaign_id: campaignId,
        step: 'talk',
        rule,
        facts: toJson({ ...facts, reason: '超期', repetitions: [] }),
        draft: toJson({ title: '约谈', salutation: '', paragraphs: ['事由'] }),
        proposed_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  };
  const escalation = await stepOf('overdue-10');
  const talk = await db
    .insertInto('talks')
    .values({ escalation_id: await stepOf('next-round'), unit_id: unitId })
    .returning('id')
    .executeTakeFirstOrThrow();
  const channel = await db
    .insertInto('channels')
    .values({
      site_id: site,
      url: `http://${key}.example.gov.cn/dt/`,
      name: '工作动态',
      path: ['工作动态'],
      level: 1,
      kind: 'news',
      origin: 'discovered',
      first_seen_on: '2019-05-27',
      last_seen_on: '2019-05-27',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    site,
    unit: unitId,
    finding,
    inspection: inspectionIds[key] ?? 0,
    explanation: explanation.id,
    appeal: appeal.id,
    order: order.id,
    escalation,
    talk: talk.id,
    channel: channel.id,
    deadline: await deadlineOf(db, order.id, unitId),
  };
}

async function deadlineOf(db: SampleOffice['db'], orderId: number, unitId: number) {
  const { computeDeadline } = await import('#domain/deadline.ts');
  const { startClock } = await import('#domain/running-clock.ts');
  const { officeClock } = await import('#office/start-deadline.ts');
  const { calendarNow } = await import('#office/calendar-now.ts');
  const running = startClock(officeClock('rectification'), '2019-05-28T01:00:00.000Z');
  const deadline = computeDeadline(running, await calendarNow(db));
  const { id } = await db
    .insertInto('deadlines')
    .values({
      thing: 'order',
      thing_id: orderId,
      clock: 'rectification',
      unit_id: unitId,
      started_at: deadline.startedAt,
      due_at: deadline.dueAt,
      due_on: deadline.dueOn,
      provisional: deadline.provisional,
      computation: toJson(deadline),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
