import type { Page } from 'playwright-core';

/** The inspector gives an appeal to the reviewer. */
export async function assignAppeal(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/hearing?tab=appeals`);
  await page.getByRole('button', { name: /分\s*派/ }).click();
  await page.locator('.queue-row .tag', { hasText: '已分派' }).first().waitFor();
}

/** The reviewer sees what it would change, and upholds it. */
export async function upholdAppeal(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/hearing?tab=appeals`);
  await page.getByText('成立后的得分').waitFor();
  await page.getByText(/相差 [\d.]+ 分|是否计入，得分相同/).waitFor();
  await page.getByRole('radio', { name: '成立', exact: true }).check();
  await page.getByLabel('审核意见').last().fill('情况属实，予以更正。');
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByText('已作出决定').waitFor();
}

/** The reviewer approves an explanation until a day. */
export async function approveExplanation(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/hearing`);
  await page.getByText('认可后的得分').waitFor();
  await page.getByRole('radio', { name: '认可', exact: true }).check();
  await page.getByLabel('认可至').fill('2020-05-27');
  await page.getByLabel('审核意见').last().fill('今年确无此类信息。');
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByText('已作出决定').waitFor();
}
