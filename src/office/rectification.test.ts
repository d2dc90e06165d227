import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { Refusal, type RefusalCode } from '#base/refusal.ts';
import { verifyLedger } from '#store/ledger.ts';
import { askEscalations, askOrder, askOrders, askTalk } from './ask-orders.ts';
import { askDeadlines } from './ask-deadlines.ts';
import { carryOutEscalation } from './carry-out-escalation.ts';
import { closeOrder } from './close-order.ts';
import { decideEscalation } from './decide-escalation.ts';
import { editCalendar } from './edit-calendar.ts';
import { escalationTerms } from './escalation-terms.ts';
import { followUpTalk } from './follow-up-talk.ts';
import { holdTalk } from './hold-talk.ts';
import { issueOrders } from './issue-orders.ts';
import { proposeEscalations } from './propose-escalations.ts';
import { receiveOrder } from './receive-order.ts';
import { recordOutcome } from './record-outcome.ts';
import { replyToOrder } from './reply-to-order.ts';
import { scheduleTalk } from './schedule-talk.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';

const all = { limit: 200 };

function refused(code: RefusalCode) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}

/** Makes the database refuse every order of one unit, until it is mended. */
async function unitThatFails({ db }: SampleOffice, unit: string) {
  const { id: unitId } = await db
    .selectFrom('units')
    .select('id')
    .where('name', '=', unit)
    .executeTakeFirstOrThrow();
  await sql`create function fail_order() returns trigger language plpgsql as $$ begin
    raise exception 'planted'; end $$`.execute(db);
  await sql`create trigger fail_order before insert on orders for each row
    when (new.unit_id = ${sql.lit(unitId)}) execute function fail_order()`.execute(db);
  const mend = () => sql`drop function fail_order cascade`.execute(db);
  return { unit: { unitId, unit }, mend };
}

describe('from an order to a talk', () => {
  let office: SampleOffice;
  before(async () => {
    office = await openSampleOffice();
  });
  after(async () => {
    await office.close();
  });

  test('nothing is ordered before the circular is published', async () => {
    const order = issueOrders(office.desk('inspector'), office.campaignId);
    await assert.rejects(order, refused('order-before-publication'));
  });

  test('each unit with charged findings gets one order, once', async () => {
    await office.db.updateTable('campaigns').set({ state: 'published' }).execute();
    const told: unknown[] = [];
    const desk = { ...office.desk('inspector'), tell: (error: unknown) => void told.push(error) };
    const bad = await unitThatFails(office, '市民政局');
    const first = await issueOrders(desk, office.campaignId);
    // Ten sites, two of them without a charge. One unit's order fails, and the others' stand.
    assert.equal(first.orders.length, 7);
    assert.deepEqual(first.failed, [{ ...bad.unit, problem: 'internal' }]);
    assert.match(String(told[0]), /市民政局/);
    assert.equal((await askOrders(desk, all)).items.length, 7);
    await bad.mend();
    const second = await issueOrders(desk, office.campaignId);
    assert.deepEqual([second.orders.length, second.failed], [1, []]);
    assert.deepEqual(await issueOrders(desk, office.campaignId), { orders: [], failed: [] });
    assert.equal((await verifyLedger(office.db)).broken, null);
    const { items } = await askOrders(office.desk('inspector'), all);
    const order = items.find(({ unit }) => unit === '市民政局');
    assert.equal(order?.items, 2);
    assert.equal(order?.state, 'issued');
  });

  test('a unit sees its own order and its clocks, not those of others', async () => {
    const { items } = await askOrders(office.desk('editor'), all);
    assert.deepEqual(
      items.map(({ unit }) => unit),
      ['市民政局'],
    );
    const { items: clocks } = await askDeadlines(office.desk('editor'), { limit: 50 });
    // Issued on Tuesday 28 May 2019: receipt within one working day, mended within ten; the
    // Dragon Boat Festival on Friday 7 June is off.
    assert.deepEqual(
      clocks.map(({ deadline }) => [deadline.clock.id, deadline.dueOn]),
      [
        ['order-receipt', '2019-05-29'],
        ['rectification', '2019-06-12'],
      ],
    );
    const other = await askOrders(office.desk('otherEditor'), all);
    const [order] = other.items;
    assert.ok(order);
    await assert.rejects(askOrder(office.desk('editor'), order.id), refused('not-found'));
    await assert.rejects(receiveOrder(office.desk('editor'), order.id), refused('not-found'));
  });

  test('an office cannot answer for a unit, nor an auditor anything', async () => {
    const [order] = (await askOrders(office.desk('editor'), all)).items;
    assert.ok(order);
    await assert.rejects(
      receiveOrder(office.desk('inspector'), order.id),
      refused('right-missing'),
    );
    await assert.rejects(closeOrder(office.desk('auditor'), order.id), refused('right-missing'));
    await assert.rejects(
      issueOrders(office.desk('countyInspector'), office.campaignId),
      refused('right-missing'),
    );
  });

  test('an answer speaks of every open finding, and promises lie ahead', async () => {
    const [head] = (await askOrders(office.desk('editor'), all)).items;
    assert.ok(head);
    const editor = office.desk('editor');
    await receiveOrder(editor, head.id);
    await assert.rejects(receiveOrder(editor, head.id), refused('moved-meanwhile'));
    const { items } = await askOrder(editor, head.id);
    const [first, second] = items.map(({ id }) => id);
    assert.ok(first && second);
    const mended = { answer: 'mended' } as const;
    await assert.rejects(
      replyToOrder(editor, head.id, [{ itemId: first, ...mended }]),
      refused('answers-missing'),
    );
    await assert.rejects(
      replyToOrder(editor, head.id, [
        { itemId: first, ...mended },
        { itemId: second, answer: 'cannot', plan: '改版后恢复', promisedOn: '2019-05-28' },
      ]),
      refused('promise-in-the-past'),
    );
    await replyToOrder(editor, head.id, [
      { itemId: first, ...mended },
      { itemId: second, answer: 'cannot', plan: '改版后恢复', promisedOn: '2019-06-20' },
    ]);
    const replied = await askOrder(editor, head.id);
    assert.equal(replied.state, 'replied');
    assert.deepEqual(
      replied.items.map(({ answer, promisedOn }) => [answer, promisedOn]),
      [
        ['mended', null],
        ['cannot', '2019-06-20'],
      ],
    );
    await assert.rejects(closeOrder(office.desk('inspector'), head.id), refused('moved-meanwhile'));
  });

  test('the ladder proposes each step once, and a person decides', async () => {
    const job = office.desk({ job: 'escalate' });
    const terms = escalationTerms();
    assert.deepEqual(await proposeEscalations(job, terms), []);
    // Two working days before 12 June.
    office.setClock('2019-06-10T02:00:00.000Z');
    assert.equal((await proposeEscalations(job, terms)).length, 8);
    assert.deepEqual(await proposeEscalations(job, terms), []);
    office.setClock('2019-06-27T02:00:00.000Z');
    await proposeEscalations(job, terms);
    const { items } = await askEscalations(office.desk('leader'), all);
    const ofVeto = items.filter(({ unit }) => unit === '市招商局');
    assert.deepEqual(ofVeto.map(({ rule }) => rule).sort(), [
      'before-due',
      'overdue',
      'overdue-10',
      'overdue-5',
      'veto-not-mended',
    ]);
    assert.deepEqual((await askEscalations(office.desk('editor'), all)).items, []);
  });

  test('a talk is decided, scheduled, held and followed up', async () => {
    const leader = office.desk('leader');
    const { items } = await askEscalations(leader, all);
    const step = items.find(({ unit, rule }) => unit === '市民政局' && rule === 'overdue-10');
    assert.ok(step);
    assert.match(step.draft.paragraphs.join(''), /已超期11个工作日/);
    const decision = { isTaken: true, reason: '多次督促仍未整改', draft: null };
    await assert.rejects(
      decideEscalation(office.desk('inspector'), step.id, decision),
      refused('right-missing'),
    );
    await assert.rejects(carryOutEscalation(leader, step.id), refused('moved-meanwhile'));
    await decideEscalation(leader, step.id, decision);
    const talkId = await carryOutEscalation(office.desk('inspector'), step.id);
    assert.ok(talkId);
    assert.equal((await askEscalations(office.desk('editor'), all)).items.length, 1);
    const past = { at: '2019-06-26T02:00:00.000Z', place: '会议室' };
    await assert.rejects(scheduleTalk(leader, talkId, past), refused('talk-in-the-past'));
    await scheduleTalk(leader, talkId, { at: '2019-07-01T01:00:00.000Z', place: '市政府会议室' });
    await scheduleTalk(leader, talkId, { at: '2019-07-02T01:00:00.000Z', place: '市政府会议室' });
    office.setClock('2019-07-02T04:00:00.000Z');
    await holdTalk(leader, talkId, {
      attendees: [{ name: '测试甲', post: '分管负责人' }],
      facts: '首页两个链接长期不可用。',
      promises: [{ text: '本周内修复', dueOn: '2019-07-05' }],
    });
    office.setClock('2019-07-08T04:00:00.000Z');
    const open = { kept: [], reason: null };
    await assert.rejects(followUpTalk(leader, talkId, open), refused('promise-open'));
    await followUpTalk(leader, talkId, { kept: [0], reason: null });
    await recordOutcome(leader, step.id, '已修复');
    const talk = await askTalk(office.desk('editor'), talkId);
    assert.equal(talk.state, 'followed-up');
    assert.equal(talk.promises[0]?.keptAt, '2019-07-08T04:00:00.000Z');
  });

  test('a holiday announced later moves the clocks that run over it, and says so', async () => {
    const day = { day: '2019-06-10', kind: 'holiday', name: '端午节', source: '测试公告' } as const;
    const change = { days: [day], takenBack: [], years: [] };
    await assert.rejects(editCalendar(office.desk('inspector'), change), refused('right-missing'));
    const moved = await editCalendar(office.desk('admin'), change);
    // One clock of rectification for each of the eight units; receipts ended before that day.
    assert.equal(moved.length, 8);
    assert.match(moved[0]?.words.zh ?? '', /2019年6月13日/);
    const again = await editCalendar(office.desk('admin'), {
      days: [],
      takenBack: ['2019-06-10'],
      years: [],
    });
    assert.equal(again.length, 8);
  });

  test('all of it stands in the ledger, which holds', async () => {
    const { lines, broken } = await verifyLedger(office.db);
    assert.equal(broken, null);
    assert.ok(lines > 40);
    await assert.rejects(office.db.updateTable('ledger').set({ act: 'x' }).execute());
  });
});
