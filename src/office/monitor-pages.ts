import { join } from 'node:path';
import { chinaDate, type CivilDate } from '#base/civil-date.ts';
import { ENGINE } from '#base/engine.ts';
import { plusPeriod } from '#base/period.ts';
import type { ChannelFreshness } from '#domain/channel-freshness.ts';
import type { FindingKind } from '#domain/finding.ts';
import type { Result } from '#domain/result.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Seen, WatchKind } from '#domain/signal.ts';
import { inspectSite } from '#inspect/inspect-site.ts';
import { termsFor } from '#score/terms-for.ts';
import { type VetoOutlook, vetoOutlook } from '#score/veto-outlook.ts';
import { rememberFreshness } from '#store/channels.ts';
import { noteFinished } from '#store/evidence-folders.ts';
import { loadObservation } from '#store/load-observation.ts';
import { noteLook, type WatchRow } from '#store/monitoring.ts';
import { openOrCreateRunFolder, RUN_SCHEMA, type RunFolder } from '#store/run-folder.ts';
import type { SiteRow } from '#store/site-at.ts';
import { channelRulings } from './channel-rulings.ts';
import { type Desk, perform } from './desk.ts';
import { runSites } from './inspect-city.ts';
import type { MonitoringTerms } from './monitoring-terms.ts';
import { noteSignals, type SignalChange } from './note-signals.ts';
import { tellOfSignals } from './tell-of-signals.ts';
import type { Watch } from './watch.ts';

/** So many dead links are named in a signal; the run of the look has all. */
const MOST_NAMED = 20;

/**
 * Looks at a site's pages as an inspection would, and says how near each veto line is. Charges
 * nothing. Null when the watch was stopped; the look goes on where it was the next time.
 */
export async function monitorPages(
  desk: Desk,
  site: SiteRow,
  due: WatchRow,
  { terms, watch }: { terms: MonitoringTerms; watch: Watch },
): Promise<SignalChange[] | null> {
  const stamp = due.dueAt.replace(/[-:.]/g, '');
  const name = `monitoring/${site.site.key}/${due.kind}-${stamp}`;
  const dir = join(desk.evidenceDir, name);
  const said = await channelRulings(desk, [site.site]);
  const asked = { ...settingsOf(desk, site, due.kind, terms), ...said };
  const folder = openOrCreateRunFolder(dir, asked);
  const { result } = await runSites(folder, watch);
  if (result === null) return null;
  const at = desk.now();
  await noteFinished(desk.db, { folder: name, kind: 'look', inspectionId: null, finishedAt: at });
  const dueAt = new Date(Date.parse(at) + due.everyMs).toISOString();
  const isMeasured = result.sites.every(
    ({ gaps }) => !gaps.some(({ why }) => why === 'never-opened'),
  );
  await noteLook(desk.db, { siteId: site.id, kind: due.kind, dueAt }, { at, isMeasured });
  const { outlook, freshness } = outlookOf(folder, site, terms);
  const lines = outlook.map(seenOf);
  const isOfLinks = due.kind === 'links' && isMeasured;
  const seen = isOfLinks ? [...lines, deadLinks(result)] : lines;
  return await perform(desk, async (act) => {
    await rememberFreshness(act.tx, site.id, freshness, folder.settings.asOf);
    const changes = await noteSignals(act, site.id, seen);
    await tellOfSignals(act, site, changes, terms.rubric);
    return changes;
  });
}

function settingsOf(
  desk: Desk,
  { site }: SiteRow,
  kind: WatchKind,
  terms: MonitoringTerms,
): RunSettings {
  const { rubricText, allowNet, contact, plan } = terms;
  return {
    schema: RUN_SCHEMA,
    engine: ENGINE,
    asOf: chinaDate(desk.now()),
    rubric: rubricText,
    sites: [site],
    recheck: { times: 1, spacingMs: 1000 },
    limits: {
      maxPages: kind === 'links' ? 10_000 : plan.dailyPages,
      maxBodyBytes: 8 << 20,
      timeoutMs: 15_000,
    },
    robots: 'obey',
    browser: 'auto',
    pictures: 0,
    ...(contact === null ? {} : { contact }),
    allowNet,
    startedAt: desk.now(),
    language: 'zh',
  };
}

/** How near the veto lines are, and how fresh the channels. */
function outlookOf(
  folder: RunFolder,
  { site }: SiteRow,
  terms: MonitoringTerms,
): { outlook: VetoOutlook[]; freshness: ChannelFreshness[] } {
  const { asOf } = folder.settings;
  const asked = termsFor(terms.rubric, site.kind);
  const inspectAsOf = (day: CivilDate) => inspectSite(loadObservation(folder, site, day), asked);
  const { findings: today, freshness } = inspectAsOf(asOf);
  const coming = Object.entries(terms.plan.lookAhead).flatMap(([kind, period]) =>
    inspectAsOf(plusPeriod(asOf, period)).findings.filter(
      (finding) => finding.kind === (kind as FindingKind),
    ),
  );
  const known = new Set(today.map(({ id }) => id));
  const ahead = [...today, ...coming.filter(({ id }) => !known.has(id))];
  return { outlook: vetoOutlook({ today, ahead }, terms.rubric), freshness };
}

function seenOf({ indicator, count, state, ...measure }: VetoOutlook): Seen {
  return { kind: count === 0 ? indicator : `${indicator}-${count + 1}`, state, measure };
}

/**
 * Dead links of a whole site, which only a look at all links can tell: one is worth a warning, as
 * each costs points once a campaign comes. Confirmed by a second look, never by one.
 */
function deadLinks({ sites }: Result): Seen {
  const dead = sites.flatMap(({ findings }) =>
    findings.filter(({ kind, state }) => kind === 'link-dead' && state === 'confirmed'),
  );
  const homepage = dead.filter(({ measure }) => measure['position'] === 'homepage').length;
  const urls = dead.slice(0, MOST_NAMED).map(({ url }) => url);
  const measure = { total: dead.length, homepage, urls };
  return { kind: 'dead-links', state: dead.length > 0 ? 'watch' : 'fine', measure };
}
