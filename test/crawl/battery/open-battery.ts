import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCourier } from '#crawl/courier.ts';
import { createNet } from '#crawl/net.ts';
import type { Resolve } from '#crawl/net-connect.ts';
import type { Finding } from '#domain/finding.ts';
import type { SiteResult } from '#domain/result.ts';
import type { CrawlLimits } from '#domain/run-settings.ts';
import { inspectSite } from '#office/inspect-site.ts';
import { openRun } from '#office/run.ts';
import { userAgentOf } from '#office/user-agent.ts';
import { loadRubric } from '#office/run-instruments.ts';
import { createRunFolder, RUN_SCHEMA } from '#store/run-folder.ts';
import { quietWatch } from '../../city/inspect-simulated-city.ts';

/** Inspects small sites as the product does it: crawl, two further looks, judgement. */
export interface Battery {
  /** Folder of the run. */
  dir: string;
  inspect(homepage: string, key: string): Promise<SiteResult>;
  close(): Promise<void>;
}

const limits: CrawlLimits = { maxPages: 100, maxBodyBytes: 1 << 20, timeoutMs: 2000 };

/** Opens a run whose names are resolved by `resolve`. */
export async function openBattery(
  resolve: Resolve,
  more: Partial<CrawlLimits> = {},
  allowNet = ['127.0.0.0/8'],
): Promise<Battery> {
  const parent = mkdtempSync(join(tmpdir(), 'xunwang-battery-'));
  const { rubric, text, overlays } = loadRubric('cn-census-2015', []);
  const folder = createRunFolder(join(parent, 'run'), {
    schema: RUN_SCHEMA,
    engine: 'test',
    asOf: '2019-05-27',
    rubric: { id: rubric.ref.id, text, overlays },
    sites: [],
    recheck: { times: 2, spacingMs: 20 },
    limits: { ...limits, ...more },
    robots: 'obey',
    allowNet,
    startedAt: '2019-05-27T00:00:00.000Z',
    language: 'zh',
  });
  const net = createNet({ allowNet, userAgent: userAgentOf(null), resolve });
  const watch = quietWatch();
  const run = openRun(folder, watch, createCourier(net, watch.now));
  return {
    dir: folder.dir,
    async inspect(homepage, key) {
      const site = { key, unit: '某局', homepage, siteIdCode: null, kind: 'department' as const };
      const judged = await inspectSite(site, run);
      assert.ok(judged !== null);
      return judged.result;
    },
    async close() {
      await net.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** Everything said of links that do not work: address and verdict. */
export function deadLinksOf({ findings }: SiteResult): [url: string, verdict: string][] {
  const dead = findings.filter(({ kind, state }) => kind === 'link-dead' && state !== 'dropped');
  return dead.map((finding) => [finding.url, verdictOf(finding)]);
}

function verdictOf({ state, measure, reason }: Finding): string {
  return state === 'confirmed' ? `dead ${measure.outcome}` : `${state} ${reason}`;
}
