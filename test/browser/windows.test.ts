import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { addressOf, listedScreens } from './screen-list.ts';
import { type Visitor, visit } from './visitor.ts';

/** A window that stands over a screen. */
const WINDOW = '.ant-modal[role="dialog"], .ant-modal-confirm [role="dialog"], .ant-modal';
const OPEN_MS = 400;
/** Fewer would mean that the walk no longer finds the presses. */
const AT_LEAST = 25;

/**
 * Every window that a press of a screen opens, as those see it who may press. Only in
 * `npm run test:browser`: each button of each screen is pressed.
 */
const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';

describe('every window', { skip: !isWhole }, () => {
  let service: SampleService;
  let chromium: { browser: Browser; close(): Promise<void> };
  const seen = new Set<string>();
  /** How often a press of that name opened nothing: one that never does is left alone. */
  const idle = new Map<string, number>();
  before(async () => {
    [service, chromium] = await Promise.all([openSampleService(), openChromium()]);
  });
  after(async () => {
    await chromium.close();
    await service.close();
  });

  for (const person of ['inspector', 'editor', 'leader', 'admin', 'reviewer'] as const) {
    test(`as ${person}: nothing inaccessible, nothing too wide`, async () => {
      assert.deepEqual(await walk(person), []);
    });
  }

  test('windows were found', (t) => {
    t.diagnostic(`${seen.size} windows: ${[...seen].join(', ')}`);
    assert.ok(seen.size >= AT_LEAST, `${seen.size}`);
  });

  async function walk(person: SampleLogin): Promise<string[]> {
    const cookie = await service.cookieOf(person);
    const visitor = await visit(chromium.browser, { origin: service.origin, cookie });
    await visitor.open('/');
    const wrong: string[] = [];
    for (const screen of listedScreens()) {
      const address = addressOf(screen, service.world.things.own);
      for (const name of await pressesOf(visitor, address)) {
        wrong.push(...(await press(visitor, address, name)));
      }
    }
    await visitor.close();
    return wrong;
  }

  /** Presses, and looks at the window that opens, if one does and nobody saw it yet. */
  async function press(visitor: Visitor, address: string, name: string): Promise<string[]> {
    const { page } = visitor;
    if ((idle.get(name) ?? 0) >= 2) return [];
    await visitor.look('desktop', 'light');
    await visitor.open(address);
    const button = page.locator('main, .ant-drawer').getByRole('button', { name, exact: true });
    if ((await button.count()) === 0 || !(await button.first().isEnabled())) return [];
    await button
      .first()
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await page.waitForTimeout(OPEN_MS);
    const window = page.locator(WINDOW).filter({ visible: true });
    if ((await window.count()) === 0) {
      idle.set(name, (idle.get(name) ?? 0) + 1);
      return [];
    }
    const title = `${name}: ${((await window.first().innerText()).split('\n')[0] ?? '').trim()}`;
    if (seen.has(title)) return [];
    seen.add(title);
    const wrong: string[] = [];
    for (const [width, theme] of [
      ['desktop', 'light'],
      ['phone', 'dark'],
    ] as const) {
      await visitor.look(width, theme);
      wrong.push(...(await visitor.violations()));
      const wide = await visitor.overflowPx();
      if (wide > 0) wrong.push(`${wide} px too wide`);
    }
    return wrong.map((one) => `${address}, ${title}: ${one}`);
  }
});

/** Names of what can be pressed on a screen, each once. */
async function pressesOf(visitor: Visitor, address: string): Promise<string[]> {
  await visitor.look('desktop', 'light');
  await visitor.open(address);
  const names = await visitor.page
    .locator('main button:visible, .ant-drawer button:visible')
    .evaluateAll((buttons) =>
      (buttons as { ariaLabel: string | null; innerText: string }[]).map(
        ({ ariaLabel, innerText }) => ariaLabel ?? innerText.trim(),
      ),
    );
  return [...new Set(names)].filter((name) => name !== '' && !name.includes('\n')).slice(0, 14);
}
