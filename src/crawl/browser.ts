import type { Browser as Chromium } from 'playwright-core';
import { Refusal } from '#base/refusal.ts';
import { browserFiles } from './browser-files.ts';
import { type BrowserProcess, startBrowser } from './browser-process.ts';

/** How a browser is opened; everything has a default. */
export interface BrowserOptions {
  /** An installed Chromium to use instead of the packaged one; null: the packaged one. */
  executable?: string | null;
  /** For one try to start. */
  startMs?: number;
  /** For one document to be printed. */
  printMs?: number;
}

/** A browser of ours. */
export interface Browser {
  /** False where the system gives no sandbox. */
  readonly sandboxed: boolean;
  /** Version as it names itself. */
  readonly version: string;
  /** A document as PDF, page size and margins by its own styles. It can load nothing. */
  printPdf(html: string): Promise<Uint8Array>;
  /** Ends the browser and all its processes. */
  close(): Promise<void>;
}

const START_MS = 20_000;
const PRINT_MS = 60_000;

/**
 * Opens a Chromium, unprivileged and sandboxed where the system can. Refuses with what is missing
 * when there is none for this platform or it does not start.
 */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const { executable = null, startMs = START_MS, printMs = PRINT_MS } = options;
  if (executable === null && !(process.platform === 'linux' && process.arch === 'x64')) {
    throw new Refusal('browser-missing', { platform: `${process.platform}-${process.arch}` });
  }
  const running = await refusing(
    browserFiles(executable).then((files) => startBrowser(files, startMs)),
  );
  try {
    // Large, and most runs need none of it.
    const { chromium } = await import('playwright-core');
    const client = await chromium.connectOverCDP(running.endpoint, { timeout: startMs });
    return opened(client, running, printMs);
  } catch (error) {
    await running.stop();
    throw failed(error);
  }
}

function opened(client: Chromium, running: BrowserProcess, printMs: number): Browser {
  return {
    sandboxed: running.sandboxed,
    version: client.version(),
    printPdf: (html) => refusing(within(printPdf(client, html, printMs), printMs)),
    close: async () => {
      await within(client.close(), 2000).catch(() => undefined);
      await running.stop();
    },
  };
}

async function printPdf(client: Chromium, html: string, printMs: number): Promise<Uint8Array> {
  const context = await client.newContext({ offline: true, javaScriptEnabled: false });
  try {
    await context.route('**/*', (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load', timeout: printMs });
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } finally {
    await context.close();
  }
}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limitMs} ms`)), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw failed(error);
  }
}

function failed(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Refusal('browser-failed', { detail: detail.slice(0, 800) });
}
