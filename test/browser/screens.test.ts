import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { addressOf, listedScreens } from './screen-list.ts';
import { type Visit, visit } from './visitor.ts';

type How = Required<Pick<Visit, 'language' | 'width' | 'theme'>>;

/** Every way a screen may be looked at. */
const ways: readonly How[] = (['zh', 'en'] as const).flatMap((language) =>
  (['desktop', 'phone'] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => ({ language, width, theme })),
  ),
);
/**
 * The gate looks at each screen once, as the inspector, in one of two ways in turn; everything
 * else is for `npm run test:browser`.
 */
const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';
const gateWays = [ways[0], ways[7]].filter((way) => way !== undefined);

interface Plan {
  person: SampleLogin;
  way: How;
  takes(index: number): boolean;
}

const plans: readonly Plan[] = isWhole
  ? [
      ...ways.flatMap((way) => [
        { person: 'inspector' as const, way, takes: (): boolean => true },
        { person: 'editor' as const, way, takes: (): boolean => true },
      ]),
      // What the others see differs in what is shown, not in how.
      ...(['leader', 'reviewer', 'admin', 'auditor'] as const).flatMap((person) =>
        gateWays.slice(0, 1).map((way) => ({ person, way, takes: (): boolean => true })),
      ),
    ]
  : gateWays.map((way, turn) => ({
      person: 'inspector' as const,
      way,
      takes: (index: number) => index % gateWays.length === turn,
    }));

describe('every screen of the table', () => {
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

  for (const { person, way, takes } of plans) {
    const screens = listedScreens().filter((_, index) => takes(index));
    const name = `as ${person}: ${way.language}, ${way.width}, ${way.theme}`;
    test(`${name}: nothing to complain of, nothing inaccessible, nothing too wide`, async () => {
      const { origin } = service;
      const cookie = await service.cookieOf(person);
      const visitor = await visit(chromium.browser, { origin, cookie, ...way });
      const wrong: string[] = [];
      for (const screen of screens) {
        await visitor.open(addressOf(screen, service.world.things.own));
        for (const one of await visitor.violations()) wrong.push(`${screen.path}: ${one}`);
        const wide = await visitor.overflowPx();
        if (wide > 0) wrong.push(`${screen.path}: ${wide} px too wide`);
      }
      await visitor.close();
      // What is not for somebody is refused, and the browser says so of itself.
      assert.deepEqual([...wrong, ...visitor.complaints], []);
    });
  }
});
