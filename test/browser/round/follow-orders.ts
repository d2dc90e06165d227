import type { Page } from 'playwright-core';
import { openEntry } from './round-visitor.ts';

/** The inspector orders the units of a published round to mend what is charged. */
export async function issueOrders(page: Page, campaign: number, origin: string): Promise<void> {
  await page.goto(`${origin}/campaigns/${campaign}`);
  await page.getByRole('button', { name: '下发整改通知' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/签收和整改期限从今天起算/).waitFor();
  await dialog.getByRole('button', { name: /确\s*认/ }).click();
  await page.getByText(/已向 \d+ 个单位下发整改通知/).waitFor();
  await page.getByRole('link', { name: '查看整改' }).waitFor();
}

/** The inspector finds what passed on the board, and closes it. */
export async function closeOrder(page: Page): Promise<void> {
  await openEntry(page, '整改');
  const passed = page.getByRole('region', { name: '复查通过' });
  await passed.getByRole('link', { name: '市民政局' }).click();
  await page.getByText('已消除').first().waitFor();
  await page.getByRole('button', { name: /^办\s*结$/ }).click();
  await page.getByText('已办结').first().waitFor();
}
