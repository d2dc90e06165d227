import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acceptInquiry } from '#office/accept-inquiry.ts';
import { answerReport } from '#office/answer-report.ts';
import { askBack } from '#office/ask-back.ts';
import { assignMatter } from '#office/assign-matter.ts';
import { closeReport } from '#office/close-report.ts';
import { draftAnswer } from '#office/draft-answer.ts';
import { reviewAnswer } from '#office/review-answer.ts';
import { openTestPortal, type Page, type TestPortal } from './testing/open-test-portal.ts';

let portal: TestPortal;
before(async () => {
  portal = await openTestPortal();
});
after(() => portal.close());

const at = (time: string) => portal.office.setClock(`2019-05-${time}:00.000Z`);
const tokenOf = ({ text }: Page) => /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
const receiptOf = ({ text }: Page) => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/.exec(text)?.[0] ?? '';

const report = {
  page: 'http://minzheng.example.gov.cn/zwgk/1.html',
  fault: 'typo',
  text: '第二段“截止”误为“截至”',
};

test('a report: told what is missing, sent, answered, rated, reopened', async () => {
  at('20T01:00');
  const form = await portal.get('/public/report?page=http%3A%2F%2Fx.example%2F');
  assert.match(form.text, /value="http:\/\/x\.example\/"/);
  const token = tokenOf(form);
  const empty = await portal.post('/public/report', { token, page: report.page });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /<a href="#fault">请选择问题类型。<\/a>/);
  assert.match(empty.text, /value="http:\/\/minzheng\.example\.gov\.cn\/zwgk\/1\.html"/);
  assert.equal(tokenOf(empty), token, 'its age counts on');
  const fast = await portal.post('/public/report', { ...report, token });
  assert.match(fast.text, /提交得太快/);
  at('20T01:01');
  const sent = await portal.post('/public/report', { ...report, token });
  assert.equal(sent.status, 200, sent.text);
  const receipt = receiptOf(sent);
  assert.match(sent.text, /2019年5月23日24时/);
  assert.match(sent.text, /自2019年5月20日/);
  const other = tokenOf(await portal.get('/public/report'));
  const like = await portal.post('/public/report', { ...report, token: other });
  assert.match(like.text, /已经有人反映过/, 'a like report is shown before sending');
  assert.match(like.text, /仍然提交/);
  const twice = await portal.post('/public/report', { ...report, token });
  assert.equal(receiptOf(twice), receipt, 'the same form makes one report');
  const rows = await portal.office.db.selectFrom('error_reports').select('id').execute();
  assert.equal(rows.length, 1);
  const [{ id } = { id: 0 }] = rows;
  at('21T01:00');
  await answerReport(portal.office.desk('editor'), id, { truth: 'true', text: '已更正。' });
  await closeReport(portal.office.desk('inspector'), id, { truth: 'true', publicText: null });
  const seen = await portal.post('/public/follow', { receipt: receipt.toLowerCase() });
  assert.match(seen.text, /已更正。/);
  assert.match(seen.text, /属实/);
  const unrated = await portal.post('/public/follow/rate', { receipt });
  assert.match(unrated.text, /请选择满意程度/);
  const rated = await portal.post('/public/follow/rate', {
    receipt,
    satisfaction: 'dissatisfied',
    comment: '<script>alert(1)</script>',
  });
  assert.match(rated.text, /评价已提交/);
  assert.doesNotMatch(rated.text, /<script>alert/);
  const replay = await portal.post('/public/follow/rate', { receipt, satisfaction: 'satisfied' });
  assert.match(replay.text, /每次答复只能评价一次/);
  const reopened = await portal.post('/public/follow/reopen', { receipt, reason: '另一处还错着' });
  assert.match(reopened.text, /已要求重新办理/);
  assert.match(reopened.text, /2019年5月24日24时/);
  assert.deepEqual(portal.broken, []);
});

test('an unknown site is said so, and may be sent all the same', async () => {
  const token = tokenOf(await portal.get('/public/report'));
  at('21T01:02');
  const page = 'http://unknown.example.gov.cn/';
  const told = await portal.post('/public/report', { ...report, page, token });
  assert.match(told.text, /名录中没有这个网站/);
  const sent = await portal.post('/public/report', { ...report, page, token, seen: 'yes' });
  assert.match(sent.text, /待查明/);
  const inner = await portal.post('/public/report', {
    ...report,
    page: 'http://127.0.0.1:5432/',
    token: tokenOf(await portal.get('/public/report')),
    seen: 'yes',
  });
  assert.match(inner.text, /提交得太快/);
});

test('an inquiry: asked back, answered, published', async () => {
  at('22T01:00');
  const token = tokenOf(await portal.get('/public/en/ask'));
  at('22T01:01');
  const sent = await portal.post('/public/en/ask', {
    token,
    kind: 'question',
    title: '社保卡补办',
    text: '请问如何补办？',
    mayPublish: 'yes',
    phone: '13800001234',
  });
  assert.match(sent.text, /Your receipt/);
  const receipt = receiptOf(sent);
  const { id } = await portal.office.db
    .selectFrom('inquiries')
    .select('id')
    .executeTakeFirstOrThrow();
  const { unit } = portal.office.places;
  await assignMatter(
    portal.office.desk('inspector'),
    { thing: 'inquiry', id },
    { unitId: unit.id },
  );
  await acceptInquiry(portal.office.desk('editor'), id);
  await askBack(portal.office.desk('editor'), id, '请提供卡号后四位');
  const asked = await portal.post('/public/follow', { receipt });
  assert.match(asked.text, /请提供卡号后四位/);
  const replied = await portal.post('/public/follow/reply', { receipt, reply: '1234' });
  assert.match(replied.text, /补充说明已提交/);
  const answer = '5月31日前补办，电话0715-8123456。';
  await draftAnswer(portal.office.desk('editor'), id, { answer });
  await reviewAnswer(portal.office.desk('inspector'), id, { decision: 'publish', answer });
  const list = await portal.get(`/public/answers?q=${encodeURIComponent('社保卡')}`);
  const path = /\/public\/answers\/\d+/.exec(list.text)?.[0] ?? '';
  assert.match((await portal.get(path)).text, /0715-8123456/);
  const figures = await portal.get('/public/statistics?from=2019-05-01&to=2019-05-31');
  assert.match(figures.text, /100\.0 %（1\/1）/);
  assert.deepEqual(portal.broken, []);
});
