import type { CrawlProgress } from '#crawl/crawl-context.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { Run } from './run.ts';
import type { SiteProgress, SiteState } from './watch.ts';

/** Tells the watch where one site stands. */
export interface SiteReport {
  crawled(progress: CrawlProgress): void;
  rechecking(look: number): void;
  judging(): void;
  done(result: SiteResult): void;
}

/** A report that begins with the site queued. */
export function siteReport(site: Site, run: Run): SiteReport {
  const { recheck, sites } = run.folder.settings;
  const progress: SiteProgress = {
    site: site.key,
    sites: sites.length,
    unit: site.unit,
    state: 'queued',
    pages: 0,
    targets: 0,
    queued: 0,
    failed: 0,
    look: 0,
    looks: recheck.times,
    verdict: null,
    score: null,
  };
  const tell = (state: SiteState, news: Partial<SiteProgress> = {}) => {
    Object.assign(progress, news, { state });
    run.watch.report({ ...progress });
  };
  return {
    crawled: (crawled) =>
      progress.look === 0
        ? tell('crawling', crawled)
        : tell('rechecking', { queued: crawled.queued }),
    rechecking: (look) => tell('rechecking', { look, queued: 0 }),
    judging: () => tell('judging'),
    done: ({ verdict, score }) => tell('done', { verdict, score, queued: 0 }),
  };
}
