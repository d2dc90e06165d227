import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serveInThread } from '#city/serve-in-thread.ts';
import type { ServeOptions } from '#city/serve-city.ts';
import type { CityTruth } from '#city/truth-model.ts';
import type { Result } from '#domain/result.ts';
import { inspectCity } from '#office/inspect-city.ts';
import type { Watch } from '#office/watch.ts';

/** The real clock without waiting for people: nothing is shown, nothing interrupts. */
export function quietWatch(signal: AbortSignal = new AbortController().signal): Watch {
  return {
    now: () => new Date().toISOString(),
    wait: (waitMs) => new Promise((resolve) => setTimeout(resolve, waitMs)),
    signal,
    report: () => {},
  };
}

/** What every inspection of a simulated city asks for, unless a test says otherwise. */
export const cityRequest = {
  rubric: 'cn-census-2015',
  overlays: [],
  recheck: { times: 1, spacingMs: 50 },
  limits: { maxPages: 10_000, maxBodyBytes: 8 << 20, timeoutMs: 5000 },
  robots: 'obey' as const,
  browser: 'off' as const,
  pictures: 0,
  allowNet: ['127.0.0.0/8'],
  language: 'zh' as const,
};

/** Serves a city, inspects all of it over HTTP, and gives the result beside the truth. */
export async function inspectSimulatedCity(
  options: ServeOptions,
  out: string | null = null,
  pictures = cityRequest.pictures,
): Promise<{ truth: CityTruth; result: Result }> {
  const city = await serveInThread(options);
  const folder = out ?? join(mkdtempSync(join(tmpdir(), 'xunwang-city-')), 'run');
  try {
    const browser = options.reader === 'browser' ? ('auto' as const) : cityRequest.browser;
    const asked = { ...cityRequest, browser, pictures, sites: city.sites };
    const request = { ...asked, out: folder, asOf: city.truth.asOf };
    const { result } = await inspectCity(request, quietWatch());
    if (result === null) throw new Error('the inspection was interrupted');
    return { truth: city.truth, result };
  } finally {
    await city.close();
    if (out === null) rmSync(dirname(folder), { recursive: true, force: true });
  }
}
