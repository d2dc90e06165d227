import assert from 'node:assert/strict';
import { submitErrorReport } from '#office/submit-error-report.ts';
import { publicDesk } from '#office/testing/matter-desks.ts';
import { type Hands, named } from './hands.ts';

/** Reports of one site, as a citizen leaves them; the unit has them at once. */
async function leave({ service }: Hands, texts: readonly string[]): Promise<number[]> {
  const { office, things } = service.world;
  const { homepage } = await office.db
    .selectFrom('sites')
    .select('homepage')
    .where('id', '=', things.own.site)
    .executeTakeFirstOrThrow();
  const made: number[] = [];
  for (const text of texts) {
    const report = {
      pageUrl: `${homepage}${made.length}.html`,
      fault: 'typo' as const,
      text,
      contact: { phone: '13800138000' },
    };
    made.push((await submitErrorReport(publicDesk(office), report)).reportId);
  }
  return made;
}

const stateOf = async (hands: Hands, report: number) =>
  (await hands.told(`/error-reports/${report}`)).state;

/** The newest reports that were left for the unit. */
const left: number[] = [];

/** The office reads who wrote, and puts two of the same into one. */
export async function triageReports(hands: Hands): Promise<void> {
  const { page } = hands;
  left.push(...(await leave(hands, ['首页标题有错字', '首页标题有错字，请改', '通知里有错字'])));
  const [first = 0, second = 0] = left;
  await hands.open(`/matters/reports/${first}`);
  await hands.press('查看');
  await hands.type('原因', '电话核实');
  await hands.confirm();
  await page.getByRole('definition').getByText('13800138000').waitFor();
  await hands.press('合并');
  await page.getByRole('checkbox', { name: new RegExp(`^${second} `) }).check();
  await hands.confirm();
  await page.getByRole('heading', { name: '合并 1 件' }).waitFor();
  assert.equal(await stateOf(hands, second), 'merged');
  assert.equal(
    await page.getByRole('button', { name: named('分办') }).count(),
    0,
    'it is assigned',
  );
}

/** The unit answers one, and gives another back. */
export async function answerReports(hands: Hands): Promise<void> {
  const [first = 0, , third = 0] = left;
  await hands.open(`/matters/reports/${first}`);
  await hands.press('答复');
  await hands.type('答复内容', '错字已改正。');
  await hands.choose('是否属实', '属实');
  await hands.confirm();
  await hands.says('待审核');
  assert.equal(await stateOf(hands, first), 'answered');
  await hands.open(`/matters/reports/${third}`);
  await hands.press('退回（非本单位）');
  await hands.type('原因', '该页由林业局维护');
  await hands.confirm();
  assert.equal(await stateOf(hands, third), 'received');
}

/** The office sends an answer back, judges by itself, closes; and refuses what is none of its. */
export async function closeReports(hands: Hands): Promise<void> {
  const [first = 0, , third = 0] = left;
  const { report } = hands.service.world.things.own;
  await hands.open(`/matters/reports/${first}`);
  await hands.press('认定是否属实');
  await hands.choose('是否属实', '部分属实');
  await hands.type('原因', '两处只有一处有误');
  await hands.confirm();
  await hands.says('认定：部分属实');
  await hands.press('审核办结');
  await hands.choose('是否属实', '部分属实');
  await hands.confirm();
  await hands.says('已办结');
  assert.equal(await stateOf(hands, first), 'closed');
  await hands.open(`/matters/reports/${report}`);
  await hands.press('退回重答');
  await hands.type('原因', '未说明何时修复');
  await hands.confirm();
  assert.equal(await stateOf(hands, report), 'assigned');
  await hands.open(`/matters/reports/${third}`);
  await hands.press('不予受理');
  await hands.choose('原因', '');
  await hands.confirm();
  assert.equal(await stateOf(hands, third), 'refused');
  await hands.press('恢复受理');
  await hands.confirm();
  await hands.press('分办');
  await hands.choose('承办单位', '市林业局');
  await hands.confirm();
  assert.equal(await stateOf(hands, third), 'assigned');
}
