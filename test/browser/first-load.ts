import type { Browser, CDPSession } from 'playwright-core';
import { measureLargeList, plantSites } from './large-list.ts';
import { openChromium } from './open-chromium.ts';
import { openSampleService } from './sample-service.ts';
import { slowDown } from './slow-line.ts';
import { visit } from './visitor.ts';

// `npm run check:first-load`: what the first screen costs, packed as it is sent, and when it stands
// on a slow line (1.6 Mbit/s, 150 ms) with a processor four times slower than this one; and how a
// list of 14,000 sites behaves.

/** Sites of a large province. */
const MANY = 14_000;

/** Bytes as sent, and milliseconds until the screen has what it asked for. */
export interface FirstLoad {
  scriptBytes: number;
  styleBytes: number;
  allBytes: number;
  scripts: number;
  standsMs: number;
}

/** Opens a screen with an empty cache and adds up what comes over the line. */
export async function measureFirstLoad(
  browser: Browser,
  how: { origin: string; cookie?: string },
  path: string,
  { isSlow }: { isSlow: boolean },
): Promise<FirstLoad> {
  const visitor = await visit(browser, how);
  const session = await visitor.page.context().newCDPSession(visitor.page);
  const kinds = await countBytes(session);
  if (isSlow) await slowDown(session);
  const start = performance.now();
  await visitor.page.goto(how.origin + path);
  await visitor.page.locator('h1').first().waitFor();
  await visitor.page.locator('.skeleton, .first-load').first().waitFor({ state: 'detached' });
  const standsMs = Math.round(performance.now() - start);
  await visitor.settled();
  await visitor.close();
  const { script, style, all, scripts } = kinds;
  return { scriptBytes: script, styleBytes: style, allBytes: all, scripts, standsMs };
}

async function countBytes(session: CDPSession) {
  const sums = { script: 0, style: 0, all: 0, scripts: 0 };
  const types = new Map<string, string>();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    sums.all += encodedDataLength;
    if (type === 'Script') sums.script += encodedDataLength;
    if (type === 'Script') sums.scripts += 1;
    if (type === 'Stylesheet') sums.style += encodedDataLength;
  });
  return sums;
}

async function main(): Promise<void> {
  const service = await openSampleService();
  const chromium = await openChromium();
  const { origin } = service;
  const cookie = await service.cookieOf('inspector');
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
  const rows: [string, string, boolean][] = [
    ['sign-in', '', false],
    ['overview', cookie, false],
    ['sign-in, slow', '', true],
    ['overview, slow', cookie, true],
  ];
  for (const [name, held, isSlow] of rows) {
    const how = held === '' ? { origin } : { origin, cookie: held };
    const load = await measureFirstLoad(chromium.browser, how, '/', { isSlow });
    console.log(
      `${name}: script ${kb(load.scriptBytes)} in ${load.scripts} files, style ${kb(load.styleBytes)}, ` +
        `all ${kb(load.allBytes)}, stands after ${load.standsMs} ms`,
    );
  }
  await plantSites(service.world.office, MANY);
  for (const isSlow of [false, true]) {
    const list = await measureLargeList(chromium.browser, { origin, cookie }, MANY, { isSlow });
    console.log(
      `list of ${list.sites} sites${isSlow ? ', slow' : ''}: stands after ${list.openMs} ms, ` +
        `next page ${list.nextMs} ms, filtered ${list.filterMs} ms after typing, ` +
        `longest task ${list.longestTaskMs} ms`,
    );
  }
  await chromium.close();
  await service.close();
}

if (import.meta.main) await main();
