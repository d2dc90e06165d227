import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { measureFirstLoad } from './first-load.ts';
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
    await page.getByRole('button', { name: /消息/ }).click();
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByRole('button', { name: '消息', exact: true }).click();
    await page.getByRole('button', { name: /我的账号/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
    assert.deepEqual(complaints, []);
    await visitor.close();
  });

  test('the first screen needs less than 400 KB of script as it is sent', async () => {
    const { origin } = service;
    const cookie = await service.cookieOf('inspector');
    const load = await measureFirstLoad(chromium.browser, { origin, cookie }, '/', {
      isSlow: false,
    });
    assert.ok(load.scriptBytes > 50_000, 'something was counted');
    assert.ok(load.scriptBytes < 400 * 1024, `${load.scriptBytes} bytes`);
  });

  test('a session that ends keeps what was typed, and goes on after signing in', async () => {
    const cookie = await service.cookieOf('inspector2');
    const { page, ...visitor } = await visit(chromium.browser, { origin: service.origin, cookie });
    await visitor.open('/me');
    await page.getByLabel('新口令').fill('打到一半的一个足够长的口令');
    await service.world.office.db.deleteFrom('sessions').execute();
    await page.getByLabel('现用口令').fill(SAMPLE_PASSWORD);
    await page.getByRole('button', { name: '修改口令' }).click();
    const dialog = page.getByRole('dialog', { name: '登录已到期' });
    await dialog.waitFor();
    await dialog.getByLabel('口令', { exact: true }).fill(SAMPLE_PASSWORD);
    await dialog.getByRole('button', { name: '登录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await page.getByLabel('新口令').inputValue(), '打到一半的一个足够长的口令');
    await visitor.close();
  });

  test('English and dark are chosen once and stay', async () => {
    const cookie = await service.cookieOf('leader');
    const { page, ...visitor } = await visit(chromium.browser, { origin: service.origin, cookie });
    await visitor.open('/');
    await page.getByRole('button', { name: /我的账号/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.getByRole('link', { name: 'Sites', exact: true }).click();
    await page.getByRole('heading', { name: 'Register of sites' }).waitFor();
    assert.deepEqual(visitor.complaints, []);
    await visitor.close();
  });

  test('a filter stands in the address; going back takes it away; a list is exported as shown', async () => {
    const cookie = await service.cookieOf('auditor');
    const { page, ...visitor } = await visit(chromium.browser, { origin: service.origin, cookie });
    await visitor.open('/sites');
    await page.getByLabel('名称、别名、域名或标识码').fill('mzj');
    await page.getByRole('row', { name: /市林业局/ }).waitFor({ state: 'detached' });
    assert.match(page.url(), /q=mzj/);
    await page.getByRole('row', { name: /市民政局/ }).waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    const link = page.getByRole('menuitem', { name: '导出为 CSV' }).getByRole('link');
    const href = (await link.getAttribute('href')) ?? '';
    const text = await (await page.request.get(service.origin + href)).text();
    assert.match(text, /市民政局/);
    assert.doesNotMatch(text, /市林业局/);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('row', { name: /市林业局/ }).waitFor();
    assert.deepEqual(visitor.complaints, []);
    await visitor.close();
  });

  test('from a charged cell of the heat map the findings are one press away', async () => {
    const cookie = await service.cookieOf('inspector');
    const { page, ...visitor } = await visit(chromium.browser, { origin: service.origin, cookie });
    await visitor.open('/');
    const cell = page.getByRole('link', { name: '市民政局：首页链接，问题 2 个，扣 2.0 分' });
    assert.match(
      (await cell.getAttribute('href')) ?? '',
      /findings\?campaign=\d+&site=\d+&indicator=homepage-links/,
    );
    await visitor.close();
  });
});
