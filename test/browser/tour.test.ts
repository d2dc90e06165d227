import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { type Visitor, visit, type WidthName } from './visitor.ts';

/** `npm run test:browser` plays it. */
const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';
const OFFER = '第一次来？可以跟着走一遍主要页面，约两分钟，随时可以离开。';

describe('the tour of the screens, in the demo', { skip: !isWhole }, () => {
  let service: SampleService;
  let chromium: { browser: Browser; close(): Promise<void> };
  before(async () => {
    [service, chromium] = await Promise.all([openSampleService({ isDemo: true }), openChromium()]);
  });
  after(async () => {
    await chromium.close();
    await service.close();
    assert.deepEqual(service.broken, []);
  });

  const as = async (login: SampleLogin, width: WidthName = 'desktop') => {
    const cookie = await service.cookieOf(login);
    return await visit(chromium.browser, { origin: service.origin, cookie, width });
  };
  const press = (page: Page, name: string) =>
    page.locator('.tour-card').getByRole('button', { name }).click();

  test('it is offered once: refused, it comes again only when asked for', async () => {
    const visitor = await as('inspector');
    const { page } = visitor;
    await visitor.open('/');
    await page.getByText(OFFER).waitFor();
    assert.deepEqual(await visitor.violations(), []);
    await press(page, '不用了');
    await page.getByText(OFFER).waitFor({ state: 'detached' });
    await visitor.open('/sites');
    assert.equal(await page.locator('.tour-card').count(), 0, 'not again');
    await page.getByRole('button', { name: /我的账号/ }).click();
    await page.getByRole('button', { name: '功能导览' }).click();
    await page.getByText('第 1 步，共 8 步').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tour-card').waitFor({ state: 'detached' });
    assert.deepEqual(visitor.complaints, []);
    await visitor.close();
  });

  for (const [login, width, screens] of [
    ['inspector', 'desktop', 8],
    ['editor', 'desktop', 5],
    ['editor', 'phone', 5],
    ['auditor', 'desktop', 7],
  ] as const) {
    test(`${login}, ${width}: taken, it walks ${screens} steps over what may be opened`, async () => {
      const visitor = await as(login, width);
      await visitor.open('/');
      await press(visitor.page, '开始导览');
      await walk(visitor, screens);
      await visitor.open('/');
      assert.equal(await visitor.page.locator('.tour-card').count(), 0, 'not again');
      assert.deepEqual(visitor.complaints, []);
      await visitor.close();
    });
  }

  /** Goes on by key and by press, and looks at each screen that it leads to. */
  async function walk({ page, settled, violations, overflowPx }: Visitor, steps: number) {
    for (let step = 1; step <= steps; step++) {
      await page.getByText(`第 ${step} 步，共 ${steps} 步`).waitFor();
      await settled();
      assert.deepEqual(await violations(), [], page.url());
      assert.equal(await overflowPx(), 0, page.url());
      assert.equal(await page.getByText('没有查看权限').count(), 0, page.url());
      assert.ok(await page.getByRole('heading', { level: 1 }).isVisible(), page.url());
      if (step % 2 === 1) await page.keyboard.press('ArrowRight');
      else await press(page, step === steps ? '完成' : '下一步');
    }
    await page.locator('.tour-card').waitFor({ state: 'detached' });
  }
});
