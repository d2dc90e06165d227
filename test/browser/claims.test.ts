import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium.ts';
import { approveExplanation, assignAppeal, upholdAppeal } from './round/decide-appeal.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { visit } from './visitor.ts';

describe('review, explanations and appeals, by keys and by clicking', () => {
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

  test('an appeal is assigned and upheld, an explanation approved until a day', async () => {
    const inspector = await as('inspector');
    await assignAppeal(inspector.page, service.origin);
    await inspector.close();
    const { db } = service.world.office;
    const given = await db
      .selectFrom('appeals')
      .innerJoin('people', 'people.id', 'appeals.assigned_to')
      .select('people.login')
      .where('appeals.state', '=', 'assigned')
      .executeTakeFirstOrThrow();
    const reviewer = await as(given.login as 'reviewer');
    await upholdAppeal(reviewer.page, service.origin);
    await approveExplanation(reviewer.page, service.origin);
    assert.deepEqual(reviewer.complaints, []);
    await reviewer.close();
  });
});
