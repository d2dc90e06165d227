import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { openSampleService, type SampleService } from './sample-service.ts';
import { addressOf, listedScreens } from './screen-list.ts';
import { type Visitor, visit } from './visitor.ts';

/** Widths and colours that a screen is looked at in. */
const looks = (['desktop', 'phone'] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
);
type Look = (typeof looks)[number];

/**
 * `npm run test:browser` looks at each screen in every language, width and colour, as somebody of
 * the office and of a unit, and once as everybody else. The gate looks at each screen once, as
 * the inspector: languages, widths and colours take turns.
 */
const isWhole = process.env['XUNWANG_BROWSER_TESTS'] === 'all';

interface Plan {
  person: SampleLogin;
  language: 'zh' | 'en';
  /** How the screen at a place of the table is looked at; none: not at all. */
  looksAt(index: number): readonly Look[];
}

const languages = ['zh', 'en'] as const;
const plans: readonly Plan[] = isWhole
  ? [
      ...languages.flatMap((language) =>
        (['inspector', 'editor'] as const).map((person) => ({
          person,
          language,
          looksAt: () => looks,
        })),
      ),
      // What the others see differs in what is shown, not in how.
      ...(['leader', 'reviewer', 'admin', 'auditor'] as const).map((person) => ({
        person,
        language: 'zh' as const,
        looksAt: () => looks.slice(0, 1),
      })),
    ]
  : languages.map((language, turn) => ({
      person: 'inspector',
      language,
      looksAt: (index) =>
        index % 2 === turn ? looks.filter((_, look) => look === (index >> 1) % 4) : [],
    }));

/** Lists whose filters leave nothing: what they say then is a screen of its own. */
const emptyLists = [
  '/sites?q=zzzz',
  '/units?q=zzzz',
  '/findings?kind=hidden-link',
  '/orders?tab=list&state=closed',
  '/matters/reports?q=zzzz',
  '/settings/ledger?act=zzzz',
];

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

  /** Walks over the screens of a plan; gives what is wrong. */
  async function walk({ person, language, looksAt }: Plan): Promise<string[]> {
    const cookie = await service.cookieOf(person);
    const visitor = await visit(chromium.browser, { origin: service.origin, cookie, language });
    await visitor.open('/');
    const wrong: string[] = [];
    const things = service.world.things.own;
    const listed = listedScreens().map((screen) => addressOf(screen, things));
    for (const [index, address] of [...listed, ...emptyLists].entries()) {
      const ways = looksAt(index);
      if (ways.length > 0) await visitor.turn(address);
      for (const way of ways) wrong.push(...(await wrongWith(visitor, way, address)));
    }
    await visitor.close();
    return [...wrong, ...visitor.complaints];
  }

  for (const plan of plans) {
    const { person, language } = plan;
    test(`as ${person}, ${language}: nothing inaccessible, nothing too wide`, async () => {
      assert.deepEqual(await walk(plan), []);
    });
  }
});

async function wrongWith(
  visitor: Visitor,
  { width, theme }: Look,
  address: string,
): Promise<string[]> {
  await visitor.look(width, theme);
  const wrong = await visitor.violations();
  const wide = await visitor.overflowPx();
  if (wide > 0) wrong.push(`${wide} px too wide`);
  return wrong.map((one) => `${address}, ${width}, ${theme}: ${one}`);
}
