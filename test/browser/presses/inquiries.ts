import assert from 'node:assert/strict';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { publicDesk } from '#office/testing/matter-desks.ts';
import type { Hands } from './hands.ts';

let asked = 0;

/** A letter nobody has seen yet. */
async function letterTo({ service }: Hands): Promise<string> {
  const { inquiryId } = await submitInquiry(publicDesk(service.world.office), {
    kind: 'question',
    title: `婚姻登记预约${++asked}`,
    text: `第${asked}封：请问婚姻登记怎样预约？`,
    mayPublish: true,
    contact: { email: 'citizen@example.org' },
  });
  return `/matters/inquiries/${inquiryId}`;
}

const stateOf = async (hands: Hands, letter: string) =>
  (await hands.told(letter.replace('/matters', ''))).state;

/** The office refuses a letter, takes it up again, and assigns it; a second one too. */
export async function triageInquiry(hands: Hands): Promise<void> {
  const letter = await letterTo(hands);
  await hands.open(letter);
  await hands.press('不予受理');
  await hands.choose('原因', '');
  await hands.type('说明', '内容重复');
  await hands.confirm();
  await hands.says('不予受理');
  assert.equal(await stateOf(hands, letter), 'refused');
  await hands.press('恢复受理');
  await hands.confirm();
  await hands.press('分办');
  await hands.choose('承办单位', '市民政局');
  await hands.confirm();
  await hands.says('待接收');
  assert.equal(await stateOf(hands, letter), 'assigned');
}

/** The unit gives back what is not its own; the office assigns it again. */
export async function giveBackInquiry(hands: Hands): Promise<void> {
  const letter = await openLetterOf(hands, 'assigned');
  await hands.press('退回（非本单位）');
  await hands.type('原因', '属市林业局职责');
  await hands.confirm();
  await hands.says('待分办');
  assert.equal((await hands.told(letter)).state, 'received');
}

/** It asks the writer, goes on without, asks another unit, does without, asks for days. */
export async function handleInquiry(hands: Hands): Promise<void> {
  const { inquiry } = hands.service.world.things.own;
  const told = async () => await hands.told(`/inquiries/${inquiry}`);
  await hands.open(`/matters/inquiries/${inquiry}`);
  await hands.press('请来信人补充');
  await hands.type('需补充的内容', '请说明参保地。');
  await hands.confirm();
  await hands.says('待来信人补充');
  await hands.press('不等补充，继续办理');
  await hands.type('原因', '逾期未补充');
  await hands.confirm();
  await hands.says('办理中');
  assert.equal((await told()).state, 'handling');
  await hands.press('请其他单位协办');
  await hands.choose('承办单位', '市林业局');
  await hands.type('原因', '核实林区网点');
  await hands.confirm();
  await hands.press('不等协办单位');
  await hands.choose('协办单位', '市林业局');
  await hands.type('原因', '本单位可以答复');
  await hands.confirm();
  assert.deepEqual((await told()).helpers, []);
  await hands.press('申请延期');
  await hands.type('延长（工作日）', '5');
  await hands.type('原因', '需实地核查');
  await hands.confirm();
  assert.equal((await told()).extension, 'asked');
}

/** The unit drafts its answer. */
export async function draftAnswer(hands: Hands): Promise<void> {
  const { inquiry } = hands.service.world.things.own;
  await hands.open(`/matters/inquiries/${inquiry}`);
  await hands.press('答复');
  await hands.type('答复内容', '请带身份证到社区服务中心补办。');
  await hands.confirm();
  assert.equal((await hands.told(`/inquiries/${inquiry}`)).state, 'drafted');
}

/** Somebody else grants the days. */
export async function grantDays(hands: Hands): Promise<void> {
  const { inquiry } = hands.service.world.things.own;
  await hands.open(`/matters/inquiries/${inquiry}`);
  await hands.press('审批延期');
  await hands.choose('决定', '同意');
  await hands.type('原因', '情况属实');
  await hands.confirm();
  await hands.says('同意延期');
  assert.equal((await hands.told(`/inquiries/${inquiry}`)).extension, 'granted');
}

/** The draft goes back to be written anew. */
export async function sendBackAnswer(hands: Hands): Promise<void> {
  const { inquiry } = hands.service.world.things.own;
  await hands.open(`/matters/inquiries/${inquiry}`);
  await hands.press('退回重答');
  await hands.type('原因', '未说明办理时间');
  await hands.confirm();
  await hands.says('办理中');
  assert.equal((await hands.told(`/inquiries/${inquiry}`)).state, 'handling');
}

/** Opens the newest letter that stands so; gives its address in the API. */
async function openLetterOf(hands: Hands, state: string): Promise<string> {
  const { items } = await hands.told('/inquiries?limit=200');
  const letter = items.findLast((one: { state: string }) => one.state === state);
  await hands.open(`/matters/inquiries/${letter.id}`);
  return `/inquiries/${letter.id}`;
}

/** A template of the unit is written, changed, removed and put back. */
export async function keepTemplates(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/matters/templates');
  await hands.press('新建模板');
  await hands.type('标题', '预约办法');
  await hands.type('正文', '请在公众号预约。');
  await hands.confirm();
  const row = page.getByRole('row').filter({ hasText: '预约办法' });
  await row.getByRole('button', { name: '预约办法' }).click();
  await hands.type('正文', '请在公众号或窗口预约。');
  await hands.confirm();
  await row.getByText('请在公众号或窗口预约。').waitFor();
  await row.getByRole('button', { name: /^删\s?除$/ }).click();
  await row.waitFor({ state: 'detached' });
  const { items } = await hands.told('/answer-templates');
  assert.ok(!items.some(({ title }: { title: string }) => title === '预约办法'));
}
