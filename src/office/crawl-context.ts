import {
  type CrawlContext,
  type CrawlProgress,
  defaultLimits,
  type KeptSoFar,
  type KeptVisit,
} from '#crawl/crawl-context.ts';
import type { Run } from './run.ts';

/** What the crawl of a run's sites works with: the run's settings and the caller's ears. */
export function crawlContext(
  run: Run,
  done: KeptSoFar,
  keep: (kept: KeptVisit) => Promise<void>,
  onProgress: (progress: CrawlProgress) => void,
): CrawlContext {
  const { settings } = run.folder;
  return {
    courier: run.courier,
    lexicon: run.lexicon,
    asOf: settings.asOf,
    limits: {
      ...defaultLimits,
      maxPages: settings.limits.maxPages,
      maxBytes: settings.limits.maxBodyBytes,
      timeoutMs: settings.limits.timeoutMs,
      ...(settings.limits.maxMinutes && { maxMs: settings.limits.maxMinutes * 60_000 }),
    },
    robots: settings.robots,
    keep,
    done,
    signal: run.watch.signal,
    onProgress,
  };
}
