import { join } from 'node:path';
import { chinaDate } from '#base/civil-date.ts';
import { ENGINE } from '#base/engine.ts';
import type { Result } from '#domain/result.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { CheckedLine, SiteCheckResult } from '#domain/site-check.ts';
import { describeFinding } from '#publish/wording.ts';
import { openOrCreateRunFolder, RUN_SCHEMA } from '#store/run-folder.ts';
import { claimSiteCheck, finishSiteCheck } from '#store/site-checks.ts';
import { findSiteRow, type SiteRow } from '#store/site-at.ts';
import { channelRulings } from './channel-rulings.ts';
import { type Desk, perform } from './desk.ts';
import { runSites } from './inspect-city.ts';
import type { MonitoringTerms } from './monitoring-terms.ts';
import { loadWording } from './run-instruments.ts';
import type { Watch } from './watch.ts';

/** A check is to be back within minutes: fewer pages than a campaign may look at. Ours. */
const MOST_PAGES = 2000;

/**
 * Looks at a site for a check that was asked for, in a run folder of its own, and keeps what it
 * would be judged. Killed in the middle it goes on where it was. False when the check is done
 * already, or the watch was stopped.
 */
export async function runCheck(
  desk: Desk,
  id: number,
  { terms, watch }: { terms: MonitoringTerms; watch: Watch },
): Promise<boolean> {
  const check = await claimSiteCheck(desk.db, id, desk.now());
  if (check === null) return false;
  const site = await findSiteRow(desk.db, check.siteId);
  if (!site) return false;
  const dir = join(desk.evidenceDir, 'checks', `${id}`);
  const asked = settingsOf(site, check.startedAt ?? desk.now(), terms);
  const said = await channelRulings(desk, asked.sites);
  const folder = openOrCreateRunFolder(dir, { ...asked, ...said });
  const { result } = await runSites(folder, watch);
  if (result === null) return false;
  const found = resultOf(result, terms.rubric);
  await perform(desk, async (act) => {
    if (!(await finishSiteCheck(act.tx, id, { at: act.at, result: found }))) return;
    const after = { verdict: found?.verdict ?? null, score: found?.score ?? null };
    await act.note({ act: 'check.done', thing: 'check', thingId: id, after });
  });
  return true;
}

function settingsOf(
  { site }: SiteRow,
  startedAt: string,
  { rubricText, allowNet, contact }: MonitoringTerms,
): RunSettings {
  return {
    schema: RUN_SCHEMA,
    engine: ENGINE,
    asOf: chinaDate(startedAt),
    rubric: rubricText,
    sites: [site],
    recheck: { times: 2, spacingMs: 1000 },
    limits: { maxPages: MOST_PAGES, maxBodyBytes: 8 << 20, timeoutMs: 15_000 },
    robots: 'obey',
    browser: 'auto',
    pictures: 0,
    ...(contact === null ? {} : { contact }),
    allowNet,
    startedAt,
    language: 'zh',
  };
}

/** What is kept of a run; null: nothing came of it, by a fault of ours. */
function resultOf(result: Result, rubric: Rubric): SiteCheckResult | null {
  const [site] = result.sites;
  if (!site) return null;
  const wording = loadWording();
  const all = [...rubric.vetoes, ...rubric.deductions];
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  const lineOf = (
    { indicator, findings }: { indicator: string; findings: string[] },
    points: number | null,
    isVeto = false,
  ): CheckedLine => {
    const title = titles.get(indicator) ?? { zh: indicator, en: indicator };
    return { indicator, title, isVeto, points, findings };
  };
  return {
    rubric: rubric.ref.id,
    asOf: result.asOf,
    verdict: site.verdict,
    score: site.score,
    lines: [
      ...site.vetoes.map((line) => lineOf(line, null, true)),
      ...site.deductions.map((line) => lineOf(line, line.points)),
      ...site.unpriced.map((line) => lineOf(line, null)),
    ],
    findings: site.findings.map((finding) => ({
      key: finding.id,
      kind: finding.kind,
      state: finding.state,
      url: finding.url,
      foundOn: finding.foundOn,
      sentence: describeFinding(finding, wording),
    })),
    pages: site.totals.pages,
    links: site.totals.links,
    unmeasured: site.totals.unmeasured,
  };
}
