import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { visit } from './visitor.ts';

describe('the review queue', () => {
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
  const as = async (login: 'inspector' | 'reviewer' | 'reviewer2') =>
    await visit(chromium.browser, {
      origin: service.origin,
      cookie: await service.cookieOf(login),
    });

  test('the queue is worked by the keyboard alone, and an act is undone', async () => {
    const { page, complaints, ...visitor } = await as('inspector');
    await visitor.open('/review');
    await page.getByText('还有 26 项待复核').waitFor();
    const open = page.locator('.queue-row[data-open="true"]');
    const first = (await open.textContent()) ?? '';
    await page.keyboard.press('j');
    await page.waitForFunction((text) => {
      const { document } = globalThis as unknown as {
        document: { querySelector(s: string): { textContent: string } | null };
      };
      return document.querySelector('.queue-row[data-open="true"]')?.textContent !== text;
    }, first);
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await page.getByText('还有 25 项待复核').waitFor();
    await page.keyboard.press('z');
    await page.getByText('还有 26 项待复核').waitFor();
    await page.keyboard.press('x');
    await page.getByRole('dialog').getByLabel('理由').fill('复核时已能打开。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('还有 25 项待复核').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(complaints, []);
    await visitor.close();
  });
});
