import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page, Request } from 'playwright-core';
import { notePresses } from './press-log.ts';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
export type WidthName = keyof typeof widths;

/** How somebody comes to the console. */
export interface Visit {
  origin: string;
  /** Cookie of the session; left out: not signed in. */
  cookie?: string;
  language?: 'zh' | 'en';
  width?: WidthName;
  theme?: 'light' | 'dark';
}

/** Somebody at a browser, and everything the page complained of. */
export interface Visitor {
  page: Page;
  /** Console errors and warnings, failed requests: a test ends with none. */
  complaints: string[];
  /** Opens a screen and waits until it has what it asked for. */
  open(path: string): Promise<void>;
  /** Goes on to another screen within the console, as a link does. */
  turn(path: string): Promise<void>;
  /** The same screen at another width, light or dark. */
  look(width: WidthName, theme: 'light' | 'dark'): Promise<void>;
  /** Waits until nothing is being fetched and the screen stands. */
  settled(): Promise<void>;
  /** What axe finds against WCAG 2.1 A and AA, one line each. */
  violations(): Promise<string[]>;
  /** By how many pixels the page is wider than the screen. */
  overflowPx(): Promise<number>;
  /** Makes the window as high as the page, so that a picture shows all of it as it is seen. */
  grow(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a window of its own. */
export async function visit(browser: Browser, how: Visit): Promise<Visitor> {
  const { origin, cookie, language = 'zh', width = 'desktop', theme = 'light' } = how;
  const context = await browser.newContext({
    viewport: widths[width],
    colorScheme: theme,
    // Nothing moves under a press; that is how those see it who ask for calm.
    reducedMotion: 'reduce',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    hasTouch: width === 'phone',
  });
  await context.addInitScript(
    `try { localStorage.setItem('xunwang-language', '${language}') } catch {}`,
  );
  if (cookie !== undefined) {
    const { hostname: domain } = new URL(origin);
    await context.addCookies([{ name: 'xunwang-session', value: cookie, domain, path: '/' }]);
  }
  const page = await context.newPage();
  const complaints = listen(page);
  notePresses(page);
  const settled = settling(page);
  return {
    page,
    complaints,
    async open(path) {
      await page.goto(origin + path, { waitUntil: 'domcontentloaded' });
      await settled();
    },
    async turn(path) {
      await page.evaluate(
        `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
      );
      await settled();
    },
    async look(wide, colorScheme) {
      await page.setViewportSize(widths[wide]);
      await page.emulateMedia({ colorScheme });
      await settled();
    },
    settled,
    violations: () => violationsOf(page),
    overflowPx: () =>
      page.evaluate<number>(
        `document.documentElement.scrollWidth - document.documentElement.clientWidth`,
      ),
    async grow() {
      const { width: px, height: low } = page.viewportSize() ?? widths[width];
      const height = await page.evaluate<number>('document.documentElement.scrollHeight');
      await page.setViewportSize({ width: px, height: Math.max(height, low) });
      await page.waitForTimeout(150);
    },
    close: () => context.close(),
  };
}

/** How long nothing is fetched before a screen is taken to stand, and how often that is looked at. */
const CALM_MS = 120;
const LOOK_MS = 30;
const SETTLED_MS = 30_000;

/**
 * Waits until nothing is being fetched and no placeholder is left. Playwright's own `networkidle`
 * always takes half a second, which is most of the time of a walk over all screens.
 */
function settling(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let changedMs = performance.now();
  const note = (request: Request, isOpen: boolean) => {
    if (isOpen) open.add(request);
    else open.delete(request);
    changedMs = performance.now();
  };
  page.on('request', (request) => note(request, true));
  page.on('requestfinished', (request) => note(request, false));
  page.on('requestfailed', (request) => note(request, false));
  return async () => {
    const endMs = performance.now() + SETTLED_MS;
    for (changedMs = performance.now(); performance.now() < endMs; ) {
      await page.waitForTimeout(LOOK_MS);
      if (open.size > 0 || performance.now() - changedMs < CALM_MS) continue;
      const waiting = await page.evaluate(
        `document.querySelector('.skeleton, .first-load') !== null || !document.querySelector('h1, input, main')`,
      );
      if (!waiting) return;
    }
    const asked = [...open].map((request) => request.url()).join(' ');
    throw new Error(`${page.url()} does not come to rest: ${asked || 'a placeholder stays'}`);
  };
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  return complaints;
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

async function violationsOf(page: Page): Promise<string[]> {
  // Our own policy lets no foreign script in: the debugger may evaluate all the same.
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axeSource);
  const result = (await page.evaluate(
    `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
    })`,
  )) as AxeResult;
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}
