import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { visit } from './visitor.ts';

/** The other tests stand on this: a visitor hears every complaint, and a page takes no foreign script. */
describe('what a visitor of the console hears', () => {
  let service: SampleService;
  let chromium: { browser: Browser; close(): Promise<void> };
  before(async () => {
    [service, chromium] = await Promise.all([openSampleService(), openChromium()]);
  });
  after(async () => {
    await chromium.close();
    await service.close();
  });

  test('an error, a warning, a throw and a lost file are complaints', async () => {
    const { page, complaints, ...visitor } = await visit(chromium.browser, service);
    await visitor.open('/');
    assert.equal(complaints.length, 0, complaints.join('; '));
    await page.evaluate(`console.error('planted error')`);
    await page.evaluate(`console.warn('planted warning')`);
    await page.evaluate(`setTimeout(() => { throw new Error('planted throw') })`);
    await page.evaluate(`fetch('/assets/planted.js')`);
    await page.waitForTimeout(200);
    for (const one of ['planted error', 'planted warning', 'planted throw', 'planted.js']) {
      assert.ok(
        complaints.some((text) => text.includes(one)),
        `${one} is not among ${complaints.join('; ')}`,
      );
    }
    await visitor.close();
  });

  test('a script written into the page does not run, and that is a complaint too', async () => {
    const { page, complaints, ...visitor } = await visit(chromium.browser, service);
    await visitor.open('/');
    await page.evaluate(`{
      const planted = document.createElement('script');
      planted.textContent = 'globalThis.stolen = 1';
      document.body.append(planted);
      const pressed = document.createElement('b');
      pressed.setAttribute('onclick', 'globalThis.stolen = 2');
      document.body.append(pressed);
      pressed.click();
    }`);
    assert.equal(await page.evaluate(`globalThis.stolen`), undefined);
    const refused = complaints.filter((text) => text.includes('Content Security Policy'));
    assert.equal(refused.length, 2, complaints.join('; '));
    const { headers } = await fetch(service.origin);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self'(?:;|$)/);
    assert.doesNotMatch(policy, /unsafe/);
    await visitor.close();
  });
});
