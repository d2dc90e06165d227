import { type Browser, chromium } from 'playwright-core';
import { browserFiles } from '#crawl/browser-files.ts';
import { startBrowser } from '#crawl/browser-process.ts';

const START_MS = 20_000;

/** The Chromium that comes with the package, with its fonts, driven by playwright. */
export async function openChromium(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const files = await browserFiles(process.env['XUNWANG_BROWSER'] ?? null);
  const running = await startBrowser(files, START_MS);
  const browser = await chromium.connectOverCDP(running.endpoint, { timeout: START_MS });
  return {
    browser,
    async close() {
      await browser.close().catch(() => undefined);
      await running.stop();
    },
  };
}
