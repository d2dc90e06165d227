import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { visit } from './visitor.ts';

describe('a unit is heard', () => {
  let service: SampleService;
  let chromium: { browser: Browser; close(): Promise<void> };
  before(async () => {
    [service, chromium] = await Promise.all([openSampleService(), openChromium()]);
    // What was planted is said already: the unit begins anew.
    const { db } = service.world.office;
    await db.deleteFrom('appeals').execute();
    await db.deleteFrom('explanations').execute();
  });
  after(async () => {
    await chromium.close();
    await service.close();
    assert.deepEqual(service.broken, []);
  });

  test('it explains one finding, appeals against it, and takes the appeal back', async () => {
    const cookie = await service.cookieOf('editor');
    const { page, complaints, ...visitor } = await visit(chromium.browser, { ...service, cookie });
    await visitor.open('/');
    await page.getByRole('link', { name: '问题', exact: true }).click();
    await page.getByRole('heading', { name: '我的问题' }).waitFor();
    const finding = page.getByRole('listitem').filter({ hasText: '如何整改' }).first();
    await finding.getByRole('button', { name: /^说\s*明$/ }).click();
    const explain = page.getByRole('dialog', { name: /说明/ });
    await explain.getByLabel('说明内容').fill('本年度未发生此类事项。');
    await explain.getByRole('button', { name: /确\s*认/ }).click();
    await finding.getByText('待审').waitFor();
    await finding.getByRole('button', { name: /^申\s*诉$/ }).click();
    const appeal = page.getByRole('dialog', { name: /申诉/ });
    await appeal.getByLabel('申诉理由').fill('经核实，该链接可以正常打开。');
    assert.deepEqual(await visitor.violations(), []);
    await appeal.getByRole('button', { name: /确\s*认/ }).click();
    await finding.getByText('已提出').waitFor();
    await page.getByRole('link', { name: '申诉', exact: true }).click();
    await page.getByText('经核实，该链接可以正常打开。').waitFor();
    await page.getByRole('button', { name: '撤回申诉' }).click();
    await page.getByText('已撤回', { exact: true }).waitFor();
    assert.deepEqual(complaints, []);
    await visitor.close();
  });
});
