import type { Page } from 'playwright-core';

/** The inspector shows the units what was found; from now on they may speak. */
export async function beginHearing(page: Page, campaign: number, origin: string): Promise<void> {
  await page.goto(`${origin}/campaigns/${campaign}`);
  await page.getByRole('button', { name: '开始听取意见' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('可在期限内说明或申诉').waitFor();
  await dialog.getByRole('button', { name: /确\s*认/ }).click();
  await page.getByText(/已开始，截至/).waitFor();
}
