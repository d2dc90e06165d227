import type { Page } from 'playwright-core';
import { openEntry } from './round-visitor.ts';

/** How long a look at one site of the city may take. */
const LOOKED_MS = 90_000;

/** The unit looks at its own site, as the office would; gives how many problems are named. */
export async function checkOwnSite(page: Page): Promise<number> {
  await openEntry(page, '我的网站');
  await page.getByRole('link', { name: '自查', exact: true }).click();
  await page.getByRole('button', { name: '立即自查' }).click();
  await page.getByRole('status').filter({ hasText: '已开始自查' }).waitFor();
  await page.getByText('如按今天计分').waitFor({ timeout: LOOKED_MS });
  return await page.locator('.check-findings > li').count();
}

/** The unit receives its order. */
export async function receiveOrder(page: Page): Promise<void> {
  await openEntry(page, '整改');
  await page.getByRole('link', { name: '市民政局' }).click();
  await page.getByRole('button', { name: /^签\s*收$/ }).click();
  await page.getByRole('radio', { name: '已整改' }).first().waitFor();
}

/** It says that all is mended, and waits for what the recheck sees. */
export async function replyMended(page: Page, outcome: RegExp): Promise<void> {
  await page.getByRole('button', { name: '全部标为已整改' }).click();
  await page.getByRole('button', { name: '提交回复' }).click();
  await page.getByText(outcome).first().waitFor({ timeout: LOOKED_MS });
}
