import assert from 'node:assert/strict';
import { fromBase32, totpCode } from '#domain/totp.ts';
import { SAMPLE_NOW } from '#office/testing/sample-office.ts';
import { SAMPLE_PASSWORD } from '../sample-service.ts';
import type { Hands } from './hands.ts';

const STEP_MS = 30_000;
const FIRST_PASSWORD = '先告知本人的口令一个';

/**
 * The administrator sets up a second factor of their own, makes a person, gives and takes posts,
 * resets and disables the account.
 */
export async function employ(hands: Hands): Promise<void> {
  const { page } = hands;
  await setUpFactor(hands);
  await hands.open('/settings/people');
  await hands.press('添加人员');
  await hands.type('姓名', '测试新人');
  await hands.type('账号', 'xinren');
  await hands.type('邮箱', 'xinren@example.org');
  await hands.type('初始口令', FIRST_PASSWORD);
  await hands.confirm();
  await page.waitForURL(/\/settings\/people\/\d+$/);
  const id = Number(page.url().split('/').pop());
  await hands.press('分配岗位');
  await hands.choose('岗位', '单位经办人');
  await hands.choose('地区', '咸宁市');
  await hands.choose('单位', '市林业局', '林业');
  await hands.confirm();
  await page.getByRole('listitem').filter({ hasText: '市林业局' }).first().waitFor();
  assert.equal((await hands.told(`/people/${id}`)).posts[0].role, 'unit-editor');
  await hands.press('撤销岗位');
  await hands.says('岗位已撤销');
  assert.deepEqual((await hands.told(`/people/${id}`)).posts, []);
  await hands.press('撤销');
  await page.getByRole('button', { name: '撤销岗位' }).waitFor();
  await hands.press('重置口令和二次验证');
  await hands.type('初始口令', `${FIRST_PASSWORD}再`);
  await hands.confirm();
  await hands.press('停用账号');
  await page.getByRole('button', { name: '启用账号' }).waitFor();
  const { disabledAt, posts } = await hands.told(`/people/${id}`);
  assert.deepEqual([disabledAt !== null, posts.length], [true, 1]);
}

async function setUpFactor({ page, press, open, says }: Hands): Promise<void> {
  await open('/me');
  await press('设置二次验证');
  const secret = (await page.locator('.second-factor code').textContent()) ?? '';
  await page.locator('.second-factor input').first().click();
  const step = Math.floor(Date.parse(SAMPLE_NOW) / STEP_MS);
  await page.keyboard.type(totpCode(fromBase32(secret), step));
  await press('验证');
  await says(/^已设置。签发、发布/);
}

/** Everybody chooses their mail, reads one notice, and changes their password. */
export async function ownAccount(hands: Hands): Promise<void> {
  const { page } = hands;
  const { db, people } = hands.service.world.office;
  const mail = 'auditor@example.org';
  await db.updateTable('people').set({ mail }).where('id', '=', people.auditor.id).execute();
  await hands.open('/me');
  await page.getByRole('radio', { name: '不发邮件' }).click();
  await hands.says('已保存');
  assert.equal((await hands.told('/notices/choice')).mail, 'none');
  const before = (await hands.told('/notices')).unread;
  await page
    .getByRole('button', { name: /条未读|消息/ })
    .first()
    .click();
  await page.locator('.notices [data-unread=true] a').first().click();
  await page.locator('.notices').waitFor({ state: 'hidden' });
  await hands.settled();
  assert.equal((await hands.told('/notices')).unread, before - 1);
  await hands.open('/me');
  await page.getByLabel('现用口令').fill(SAMPLE_PASSWORD);
  await page.getByLabel('新口令').fill('换成一个新的足够长的口令');
  await hands.press('修改口令');
  // Every session ends, this one too: the new password lets one on.
  const dialog = page.getByRole('dialog', { name: '登录已到期' });
  await dialog.getByLabel('口令', { exact: true }).fill('换成一个新的足够长的口令');
  await dialog.getByRole('button', { name: '登录' }).click();
  await dialog.waitFor({ state: 'hidden', timeout: 10_000 }).catch(async () => {
    throw new Error(await dialog.innerText());
  });
  assert.equal((await hands.told('/me')).login, 'auditor');
  // What was asked for between the two was refused, and the planted notice is of no order.
  const others = hands.complaints.filter((one) => !/401|orders\/1/.test(one));
  hands.complaints.splice(0, hands.complaints.length, ...others);
}

/** A view of a list is kept, and thrown away. */
export async function dropView(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.open('/sites');
  await hands.press('已存视图');
  await page.getByRole('button', { name: '删除视图 视图' }).click();
  await hands.says('已删除视图“视图”');
  assert.deepEqual((await hands.told('/me/views?list=sites')).items, []);
}
