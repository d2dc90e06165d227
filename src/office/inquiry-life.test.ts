import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import { publicDesk, sampleInquiry, samplePublicSide } from './testing/matter-desks.ts';
import { acceptInquiry } from './accept-inquiry.ts';
import { answerAsHelper } from './answer-as-helper.ts';
import { answerAskBack } from './answer-ask-back.ts';
import { askBack } from './ask-back.ts';
import { askByReceipt } from './ask-by-receipt.ts';
import { askExtension } from './ask-extension.ts';
import { askHelper } from './ask-helper.ts';
import { askInquiries, askInquiry, askQueues } from './ask-matters.ts';
import { assignMatter } from './assign-matter.ts';
import { decideExtension } from './decide-extension.ts';
import { draftAnswer } from './draft-answer.ts';
import { eraseContacts } from './erase-contacts.ts';
import { listPublishedInquiries } from './list-published-inquiries.ts';
import { mergeMatters } from './merge-matters.ts';
import { moveMatters } from './move-matters.ts';
import { rateMatter } from './rate-matter.ts';
import { readContact } from './read-contact.ts';
import { reopenMatter } from './reopen-matter.ts';
import { returnMatter } from './return-matter.ts';
import { reviewAnswer } from './review-answer.ts';
import { submitInquiry } from './submit-inquiry.ts';
import { withholdPublished } from './change-publication.ts';
import { findDiscrepancies } from '#store/matter-facts.ts';
import { verifyLedger } from '#store/ledger.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(() => office.close());

const at = (time: string) => office.setClock(`2019-05-${time}:00.000Z`);
const code = (wanted: string) => ({ code: wanted });

test('an inquiry from the question to the second answer', async () => {
  at('20T01:00');
  const {
    receipt,
    dueAt,
    inquiryId: id,
  } = await submitInquiry(publicDesk(office), {
    ...sampleInquiry({ text: '我住长安路12号，电话13800001234，请问社保卡如何补办？' }),
    contact: { phone: '13800001234' },
  });
  assert.equal(dueAt, '2019-05-22T16:00:00.000Z', 'two working days for a question');
  const unit = office.places.unit.id;
  const ref = { thing: 'inquiry', id } as const;
  await assignMatter(office.desk('inspector'), ref, { unitId: unit });
  await acceptInquiry(office.desk('editor'), id);

  await askHelper(office.desk('editor'), id, {
    unitId: office.places.otherUnit.id,
    reason: '数据',
  });
  await assert.rejects(
    draftAnswer(office.desk('editor'), id, { answer: '好' }),
    code('helpers-open'),
  );
  await answerAsHelper(office.desk('otherEditor'), id, '已核实');

  at('21T01:00');
  await askBack(office.desk('editor'), id, '请提供卡号后四位');
  assert.equal((await askByReceipt(publicDesk(office), receipt)).may.answerBack, true);
  at('23T01:00');
  await answerAskBack(publicDesk(office), receipt.toLowerCase().replaceAll('-', ' '), {
    text: '1234',
  });
  const seen = await askByReceipt(publicDesk(office), receipt);
  assert.equal(seen.clock?.deadline.dueAt, '2019-05-24T16:00:00.000Z', 'two days stood');

  await askExtension(office.desk('editor'), id, { amount: 2, reason: '需要现场核实' });
  await decideExtension(office.desk('reviewer'), id, { isGranted: true, reason: '同意' });
  await assert.rejects(
    askExtension(office.desk('editor'), id, { amount: 2, reason: '再延' }),
    code('extension-asked-before'),
  );

  await draftAnswer(office.desk('editor'), id, { answer: '我们会尽快为您补办。' });
  const drafted = await askInquiry(office.desk('inspector'), id);
  assert.deepEqual(
    drafted.advice?.emptyPromises.map(({ word }) => word),
    ['尽快'],
  );
  assert.equal(drafted.draft?.question, '我住长安路**号，电话138****1234，请问社保卡如何补办？');
  await reviewAnswer(office.desk('inspector'), id, { decision: 'send-back', reason: '请给出时间' });
  await draftAnswer(office.desk('editor'), id, { answer: '5月31日前补办完成，电话0715-8123456。' });
  await reviewAnswer(office.desk('inspector'), id, {
    decision: 'publish',
    answer: '5月31日前补办完成，电话0715-8123456。',
  });
  const [shown] = (await listPublishedInquiries(office.db, { q: '社保卡' })).items;
  assert.equal(shown?.id, id);
  assert.equal((await listPublishedInquiries(office.db, { q: '13800001234' })).items.length, 0);
  assert.equal((await listPublishedInquiries(office.db, { q: '0715-8123456' })).items.length, 1);
  assert.equal(
    (await askInquiries(office.desk('inspector'), { q: '13800001234' })).items.length,
    1,
  );

  await rateMatter(publicDesk(office), receipt, { satisfaction: 'neutral' });
  await assert.rejects(
    rateMatter(publicDesk(office), receipt, { satisfaction: 'satisfied' }),
    code('already-rated'),
  );
  at('24T01:00');
  await reopenMatter(publicDesk(office), receipt, { reason: '还没有办好' });
  assert.equal((await listPublishedInquiries(office.db, {})).items.length, 0);
  await draftAnswer(office.desk('editor'), id, { answer: '已寄出。', withhold: 'writer-asked' });
  await reviewAnswer(office.desk('inspector'), id, {
    decision: 'withhold',
    reason: 'personal-data',
  });
  await assert.rejects(
    reopenMatter(publicDesk(office), receipt, { reason: '再开' }),
    code('already-reopened'),
  );
  const end = await askByReceipt(publicDesk(office), receipt);
  assert.equal(end.state, 'withheld');
  assert.equal(end.answer?.text, '已寄出。');
  assert.ok(
    end.history.some(({ text }) => text === '1234'),
    'no message is lost',
  );
});

test('contact data is sealed, opened with a line in the ledger, and erased on schedule', async () => {
  at('20T02:00');
  const { inquiryId: id } = await submitInquiry(publicDesk(office), {
    ...sampleInquiry(),
    contact: { email: 'someone@example.com' },
  });
  const { sealed } = await office.db
    .selectFrom('matter_contacts')
    .select('sealed')
    .where('thing_id', '=', id)
    .executeTakeFirstOrThrow();
  assert.ok(!sealed.toString('latin1').includes('example'));
  const ref = { thing: 'inquiry', id } as const;
  const inspector = { ...office.desk('inspector'), publicSide: samplePublicSide };
  assert.equal((await readContact(inspector, ref, '需电话核实')).email, 'someone@example.com');
  const other = { ...samplePublicSide, secret: new Uint8Array(32) };
  await assert.rejects(
    readContact({ ...inspector, publicSide: other }, ref, '需电话核实'),
    code('contact-sealed-otherwise'),
  );
  office.setClock('2019-12-31T00:00:00.000Z');
  const job = { ...office.desk({ job: 'erase' }), publicSide: samplePublicSide };
  const erased = await eraseContacts(job);
  assert.equal(erased, 1, 'of the one that ended in May, not of the open one');
  assert.equal(await eraseContacts(job), 0);
});

test('a unit returns once, the first asked stays responsible until another has taken it on', async () => {
  at('20T03:00');
  const { inquiryId: id } = await submitInquiry(publicDesk(office), sampleInquiry());
  const ref = { thing: 'inquiry', id } as const;
  const { unit, otherUnit } = office.places;
  await assignMatter(office.desk('inspector'), ref, { unitId: unit.id, complexity: 'complex' });
  await returnMatter(office.desk('editor'), ref, '不属于我单位职责');
  const waiting = await askInquiry(office.desk('inspector'), id);
  assert.deepEqual([waiting.state, waiting.responsible_id], ['received', unit.id]);
  assert.equal(waiting.deadline.clock.id, 'inquiry-complex');
  await assignMatter(office.desk('inspector'), ref, { unitId: otherUnit.id });
  assert.equal((await askInquiry(office.desk('editor'), id)).responsible_id, unit.id);
  await acceptInquiry(office.desk('otherEditor'), id);
  await assert.rejects(askInquiry(office.desk('editor'), id), code('not-found'));
});

test('merged letters are all answered, each by its own clock and with its own receipt', async () => {
  at('20T04:00');
  const lead = await submitInquiry(publicDesk(office), sampleInquiry());
  const second = await submitInquiry(publicDesk(office), sampleInquiry({ mayPublish: false }));
  const ref = { thing: 'inquiry', id: lead.inquiryId } as const;
  assert.equal(await mergeMatters(office.desk('inspector'), ref, [second.inquiryId]), 1);
  await assert.rejects(
    mergeMatters(office.desk('inspector'), ref, [second.inquiryId, 999_999]),
    code('merge-foreign'),
  );
  await assignMatter(office.desk('inspector'), ref, { unitId: office.places.unit.id });
  await acceptInquiry(office.desk('editor'), lead.inquiryId);
  at('28T04:00');
  await draftAnswer(office.desk('editor'), lead.inquiryId, { answer: '统一答复。' });
  await reviewAnswer(office.desk('inspector'), lead.inquiryId, { decision: 'publish' });
  const seen = await askByReceipt(publicDesk(office), second.receipt);
  assert.deepEqual([seen.state, seen.answer?.text], ['withheld', '统一答复。']);
  await rateMatter(publicDesk(office), second.receipt, { satisfaction: 'dissatisfied' });
  await withholdPublished(office.desk('inspector'), lead.inquiryId, 'third-party');
  assert.equal((await askByReceipt(publicDesk(office), lead.receipt)).state, 'withheld');
});

test('the same form sent twice is one inquiry with one receipt', async () => {
  at('20T05:00');
  const form = { ...sampleInquiry(), once: 'form-0123456789abcdef' };
  const [first, second] = [
    await submitInquiry(publicDesk(office), form),
    await submitInquiry(publicDesk(office), form),
  ];
  assert.deepEqual(second, first);
});

test('a case moves with its unit, and what differs from the ledger is named', async () => {
  at('20T06:00');
  const { inquiryId: id } = await submitInquiry(publicDesk(office), sampleInquiry());
  const { unit, otherUnit } = office.places;
  await assignMatter(office.desk('inspector'), { thing: 'inquiry', id }, { unitId: unit.id });
  const moved = await moveMatters(office.desk('inspector'), {
    from: unit.id,
    to: otherUnit.id,
    reason: '机构改革',
  });
  assert.ok(moved >= 1);
  await acceptInquiry(office.desk('otherEditor'), id);
  const terms = { from: '2019-05-01T00:00:00.000Z', before: '2019-06-01T00:00:00.000Z' };
  assert.deepEqual(await findDiscrepancies(office.db, 'inquiry', null, terms), []);
  await office.db
    .updateTable('inquiries')
    .set({ state: 'published' })
    .where('id', '=', id)
    .execute();
  const [found] = await findDiscrepancies(office.db, 'inquiry', null, terms);
  assert.deepEqual(found, {
    thing: 'inquiry',
    id,
    field: 'state',
    table: 'published',
    ledger: 'handling',
  });
  const queues = await askQueues(office.desk('inspector'));
  assert.ok(queues.inquiries.triage >= 1);
  assert.equal((await verifyLedger(office.db)).broken, null);
});
