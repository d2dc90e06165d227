import type { Page } from 'playwright-core';
import { numberOf, openEntry } from './round-visitor.ts';

/** How long the simulated city may take to be measured. */
const MEASURED_MS = 240_000;

/** The inspector opens a campaign by the wizard, checks its preview, starts it, and watches. */
export async function openCampaign(page: Page, { period }: { period: string }): Promise<number> {
  await openEntry(page, '抽查');
  await page.getByRole('button', { name: '新建抽查' }).click();
  await page.getByLabel('名称', { exact: true }).fill(`${period}政府网站抽查`);
  await page.getByLabel('周期').fill(period);
  await page.getByLabel('数据截止日').fill('2019-05-27');
  const next = page.getByRole('button', { name: '下一步' });
  await next.click();
  await page.getByLabel('全部在线网站').check();
  await next.click();
  await page.getByLabel('复看次数').fill('1');
  await page.getByLabel('间隔（分钟）').fill('0.02');
  await page.getByLabel('可访问的内网网段').fill('127.0.0.0/8');
  await next.click();
  await page.getByText(/共 \d+ 个网站/).waitFor();
  await page.getByText('首页链接').first().waitFor();
  await page.getByRole('button', { name: '保存并开始检测' }).click();
  await page.waitForURL(/\/campaigns\/\d+/);
  await page
    .getByText('检测进度')
    .or(page.getByText(/已检测 \d+/))
    .first()
    .waitFor();
  await page.getByRole('link', { name: /去复核/ }).waitFor({ timeout: MEASURED_MS });
  return numberOf(page);
}
