import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium.ts';
import { openSampleService, SAMPLE_PASSWORD, type SampleService } from './sample-service.ts';
import { visit } from './visitor.ts';

describe('the shell of the console', () => {
  let service: SampleService;
  let chromium: { browser: Browser; close(): Promise<void> };
  before(async () => {
    [service, chromium] = await Promise.all([openSampleService(), openChromium()]);
  });
  after(async () => {
    await chromium.close();
    await service.close();
    assert.deepEqual(service.broken, []);
  });

  test('one signs in where one wanted to be, searches, and signs out', async () => {
    const { page, complaints, ...visitor } = await visit(chromium.browser, service);
    await visitor.open('/sites?state=online');
    assert.deepEqual(await visitor.violations(), []);
    await page.getByLabel('账号').fill('inspector');
    await page.getByLabel('口令', { exact: true }).fill(SAMPLE_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '网站名录' }).waitFor();
    assert.match(page.url(), /state=online/);
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: '搜索网站、单位、页面' }).fill('民政');
    await page
      .getByRole('option', { name: /民政局/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /我的账号/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
    assert.deepEqual(complaints, []);
    await visitor.close();
  });
});
