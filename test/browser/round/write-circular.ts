import type { Page } from 'playwright-core';
import { numberOf } from './round-visitor.ts';

/** Once the units are heard, the inspector drafts, writes, reconciles and hands in. */
export async function writeCircular(page: Page, campaign: number, origin: string): Promise<number> {
  await page.goto(`${origin}/campaigns/${campaign}`);
  await page.getByRole('button', { name: '拟写通报' }).click();
  await page.waitForURL(/\/circulars\/\d+/);
  await page.getByLabel('发文机关').fill('咸宁市人民政府办公室');
  const paper = page.getByRole('article', { name: '通报正文' });
  await paper.getByText('咸宁市人民政府办公室').first().waitFor();
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByText('全部数字与数据一致').waitFor();
  await handIn(page);
  return numberOf(page);
}

/** A draft whose every figure agrees goes to the leader's desk. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '完成对账' }).click();
  await page.getByRole('button', { name: '报送签发' }).click();
  await page.getByText('待签发', { exact: true }).first().waitFor();
}

/** The inspector begins a correction of what is published, with its reason. */
export async function beginCorrection(page: Page): Promise<void> {
  const published = page.url();
  await page.getByRole('button', { name: '拟更正稿' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('单位名称有误');
  await dialog.getByRole('button', { name: /确\s*认/ }).click();
  await page.waitForURL((url) => url.href !== published && /\/circulars\/\d+$/.test(url.pathname));
  await page.getByText('更正原因：单位名称有误').first().waitFor();
}
