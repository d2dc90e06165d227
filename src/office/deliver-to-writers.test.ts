import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { acceptInquiry } from './accept-inquiry.ts';
import { askBack } from './ask-back.ts';
import { askByReceipt } from './ask-by-receipt.ts';
import { assignMatter } from './assign-matter.ts';
import { answerAskBack } from './answer-ask-back.ts';
import { deliverToWriters, LINK_DAYS } from './deliver-to-writers.ts';
import { draftAnswer } from './draft-answer.ts';
import { openSenders } from './open-senders.ts';
import { rateMatter } from './rate-matter.ts';
import { reviewAnswer } from './review-answer.ts';
import { submitInquiry } from './submit-inquiry.ts';
import { publicDesk, sampleInquiry, samplePublicSide } from './testing/matter-desks.ts';
import { openSampleOffice, type SampleOffice } from './testing/sample-office.ts';
import { openSmtp, smtpAt, textOf } from './testing/tiny-smtp.ts';

let office: SampleOffice;
before(async () => {
  office = await openSampleOffice();
});
after(async () => await office.close());

const WRITER = 'somebody@example.com';
const TEN_DAYS_MS = LINK_DAYS * 86_400_000;
const NOON = '2019-06-03T04:00:00.000Z';

function sendersAt(context: TestContext, port: number, portal: string | null) {
  const senders = openSenders({
    smtp: smtpAt(port),
    allowNet: [],
    origin: 'https://xunwang.example.gov.cn',
    portal,
    isWorkingDay: () => true,
  });
  context.after(() => senders.close());
  return senders;
}

const job = () => ({ ...office.desk({ job: 'mail-writers' }), publicSide: samplePublicSide });
const keyIn = (mail: string) => /\/public\/mail\/(\S+)/.exec(mail)?.[1] ?? '';

test('a writer hears that it is in, what is asked, and that it is answered; links end', async (context) => {
  const { port, mails } = await openSmtp(context);
  const senders = sendersAt(context, port, 'https://xunwang.example.gov.cn/public');
  const send = async () => {
    const { sent, failed } = await deliverToWriters(job(), senders);
    return { sent, failed };
  };
  office.setClock(NOON);
  const citizen = publicDesk(office);
  const asked = sampleInquiry({ title: '低保申请' });
  const { inquiryId: id, receipt } = await submitInquiry(citizen, {
    ...asked,
    contact: { email: WRITER },
  });
  await submitInquiry(citizen, { ...sampleInquiry(), contact: { phone: '027-1234567' } });
  assert.deepEqual(await send(), { sent: 1, failed: 0 }, 'who left no address is not mailed');
  assert.deepEqual(await send(), { sent: 0, failed: 0 }, 'nothing twice');
  const unitId = Object.values(office.unitIds)[0] ?? 0;
  const inspector = office.desk('inspector');
  await assignMatter(
    inspector,
    { thing: 'inquiry', id },
    { unitId: office.places.unit.id ?? unitId },
  );
  const editor = office.desk('editor');
  await acceptInquiry(editor, id);
  await askBack(editor, id, '请问您的户籍所在地？');
  assert.deepEqual(await send(), { sent: 1, failed: 0 });
  await answerAskBack(citizen, keyIn(textOf(mails[1]?.data ?? '')), { text: '咸安区' });
  await draftAnswer(editor, id, { answer: '请到社区办理。' });
  await reviewAnswer(inspector, id, { decision: 'publish' });
  assert.deepEqual(await send(), { sent: 1, failed: 0 });
  const texts = mails.map(({ data }) => textOf(data));
  assert.deepEqual(
    texts.map((text) => /已收到|请您补充|已办结/.exec(text)?.[0]),
    ['已收到', '请您补充', '已办结'],
  );
  for (const { to, data } of mails) {
    assert.deepEqual(to, [WRITER]);
    assert.doesNotMatch(`${data}${textOf(data)}`, /低保|户籍|社区办理/, 'nothing that was written');
    assert.ok(!textOf(data).includes(receipt), 'no receipt in a mail');
  }
  const key = keyIn(texts[2] ?? '');
  assert.equal((await askByReceipt(citizen, key)).state, 'published');
  await rateMatter(citizen, key, { satisfaction: 'satisfied' });
  const again = rateMatter(citizen, key, { satisfaction: 'dissatisfied' });
  await assert.rejects(again, { code: 'already-rated' });
  office.setClock(new Date(Date.parse(NOON) + TEN_DAYS_MS).toISOString());
  await assert.rejects(askByReceipt(publicDesk(office), key), { code: 'receipt-unknown' });
  assert.equal((await askByReceipt(publicDesk(office), receipt)).state, 'published');
});

test('at night only what was just sent is confirmed; a dead server is tried again', async (context) => {
  const night = '2019-06-20T15:00:00.000Z';
  office.setClock(night);
  const { port, mails } = await openSmtp(context, '451 later');
  const senders = sendersAt(context, port, 'https://xunwang.example.gov.cn/public');
  const sent = { ...sampleInquiry(), contact: { email: 'night@example.com' } };
  await submitInquiry(publicDesk(office), sent);
  assert.deepEqual(await deliverToWriters(job(), senders), { sent: 0, failed: 1, postponed: 0 });
  const row = await office.db
    .selectFrom('matter_mails')
    .select(['state', 'attempts', 'error'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  assert.equal(row.state, 'waiting');
  assert.match(row.error ?? '', /451/);
  assert.equal(mails.length, 0);
});

test('an address that is named again and again is not flooded', async () => {
  office.setClock('2019-07-01T04:00:00.000Z');
  const contact = { email: 'victim@example.com' };
  for (let time = 0; time < 7; time++) {
    await submitInquiry(publicDesk(office), { ...sampleInquiry(), contact });
  }
  const { count } = await office.db
    .selectFrom('matter_mails')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('made_at', '>=', '2019-07-01T00:00:00.000Z')
    .executeTakeFirstOrThrow();
  assert.equal(Number(count), 5);
  const kept = await office.db.selectFrom('matter_contacts').select('mail_tag').execute();
  assert.ok(!JSON.stringify(kept).includes('victim'), 'no address beside the sealed one');
});
