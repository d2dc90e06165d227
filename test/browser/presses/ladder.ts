import assert from 'node:assert/strict';
import type { Hands } from './hands.ts';

/** Numbers of the steps that the ladder proposes. */
const proposed: { id: number; step: string }[] = [];

/** Days later the ladder is held against the orders at a press. */
export async function holdLadder(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/escalations');
  await hands.press('立即对照阶梯');
  await hands.says(/提出 \d+ 条督办建议/);
  const { items } = await hands.told('/escalations?state=proposed');
  const { unit } = hands.service.world.things.own;
  proposed.push(...items.filter((one: { unitId: number }) => one.unitId === unit));
  assert.ok(
    proposed.some(({ step }) => step === 'warning'),
    'so late a talk is proposed',
  );
  await page.getByRole('row').filter({ hasText: '待决定' }).first().waitFor();
}

/** The leader takes the warning, its letter changed, and dismisses the rest. */
export async function decideSteps(hands: Hands): Promise<void> {
  for (const { id, step } of proposed) {
    await hands.open(`/escalations/${id}`);
    await hands.press(step === 'warning' ? '采取' : '不采取');
    await hands.type('决定理由', step === 'warning' ? '逾期已久' : '以书面督办代替');
    if (step === 'warning') await hands.type('标题', '关于市民政局逾期整改的督办通知');
    await hands.confirm();
    const { state, draft } = await hands.told(`/escalations/${id}`);
    assert.equal(state, step === 'warning' ? 'decided' : 'dismissed');
    if (step === 'warning') assert.equal(draft.title, '关于市民政局逾期整改的督办通知');
  }
}

/** It is carried out: the letter goes; later its outcome is recorded. */
export async function carryOut(hands: Hands): Promise<void> {
  const warning = proposed.find(({ step }) => step === 'warning')?.id ?? 0;
  await hands.open(`/escalations/${warning}`);
  await hands.press('执行');
  await hands.press('记录结果');
  await hands.type('结果', '已整改到位。');
  await hands.confirm();
  await hands.says('已整改到位。');
  assert.equal((await hands.told(`/escalations/${warning}`)).state, 'recorded');
}

/** The leader sets day and place; the talk is held, written down, and followed up. */
export async function holdTalk(hands: Hands): Promise<void> {
  const { page } = hands;
  const { talk } = hands.service.world.things.own;
  await hands.open(`/talks/${talk}`);
  await hands.press('改期');
  await hands.window.getByLabel('时间').fill('2019-07-11 15:00');
  await page.keyboard.press('Enter');
  await hands.type('地点', '市政府三楼会议室');
  await hands.confirm();
  await hands.says('市政府三楼会议室');
  await hands.press('登记约谈记录');
  await hands.type('姓名', '到会一人');
  await hands.type('职务', '分管负责人');
  await hands.type('约谈情况', '逐条说明了未整改的原因。');
  await hands.type('事项', '七月底前全部整改');
  await hands.window.getByLabel('期限', { exact: true }).fill('2019-07-31');
  await page.keyboard.press('Enter');
  await hands.confirm();
  await hands.says('逐条说明了未整改的原因。');
  await hands.press('跟踪承诺');
  await hands.window.getByRole('checkbox', { name: '七月底前全部整改' }).check();
  await hands.confirm();
  await hands.says('已履行');
  const told = await hands.told(`/talks/${talk}`);
  assert.deepEqual(
    [told.state, told.talkPlace, told.promises[0].dueOn, told.scheduledFor],
    ['followed-up', '市政府三楼会议室', '2019-07-31', '2019-07-11T07:00:00.000Z'],
  );
}

/** The clock of an order is extended, once. */
export async function extendOrder(hands: Hands): Promise<void> {
  const { order } = hands.service.world.things.own;
  await hands.open(`/orders/${order}`);
  const before = (await hands.told(`/orders/${order}`)).clock.deadline.dueOn;
  await hands.press('延长期限');
  await hands.type('延长（工作日）', '3');
  await hands.type('原因', '机房停电');
  await hands.confirm();
  await hands.says('期限已延长');
  const after = (await hands.told(`/orders/${order}`)).clock.deadline.dueOn;
  assert.ok(after > before, `${before} → ${after}`);
}
