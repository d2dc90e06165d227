import { chinaDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import { discoverChannels } from '#domain/discovered-channel.ts';
import { toCentipoints } from '#base/points.ts';
import type { Site } from '#domain/site.ts';
import type { Rubric } from '#domain/rubric.ts';
import { termsFor } from '#score/terms-for.ts';
import { rememberChannels, rememberFreshness } from '#store/channels.ts';
import { type CampaignRow, lockCampaign } from '#store/campaigns.ts';
import { noteFinished } from '#store/evidence-folders.ts';
import { saveFindings } from '#store/findings.ts';
import { findInspection, type InspectionRow } from '#store/inspections.ts';
import { inspectionFolder } from '#store/inspection-folder.ts';
import { toJson } from '#store/json-column.ts';
import { loadObservation } from '#store/load-observation.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { campaignRubric } from './campaign-rubric.ts';
import { type Act, type Desk, move, perform } from './desk.ts';
import { type JudgedSite, judgedSite, judgeSite } from './judge-site.ts';
import { rescoreInspection } from './rescore-inspection.ts';
import { settleCampaign } from './settle-campaign.ts';

/** A fault of ours is tried again until the third; then a person has to look. */
const MOST_FAILURES = 3;
const MAX_ERROR_LENGTH = 4000;

/** One claim of one worker. */
interface Mine {
  id: number;
  worker: string;
  attempts: number;
}

/**
 * Keeps all that a site came to at once: findings, card, verdict, seal. A run that was finished
 * before, by a worker that died then, is judged from what it saved. False when the inspection is
 * no longer this worker's.
 */
export async function saveMeasurement(
  desk: Desk,
  mine: Mine,
  { folder, campaign, seal, judged: given }: Measurement,
): Promise<boolean> {
  const [site] = folder.settings.sites;
  if (site === undefined) throw new Error('a run of no site');
  const rubric = campaignRubric(campaign);
  const judged = given ?? judgeAgain(folder, site, rubric);
  const { clocks } = termsFor(rubric, site.kind);
  const channels = discoverChannels(judged.channels, clocks);
  return await withClaim(desk, mine, async (act, row) => {
    const card = toJson(cardOf(judged));
    const ids = { inspectionId: row.id, campaignId: row.campaign_id, siteId: row.site_id };
    await saveFindings(act.tx, ids, judged.result.findings);
    await rememberChannels(act.tx, row.site_id, channels, chinaDate(act.at));
    await rememberFreshness(act.tx, row.site_id, judged.freshness, folder.settings.asOf);
    const { verdict, score: points } = judged.result;
    const score = points === null ? null : toCentipoints(points);
    const done = { state: 'done', queued: 0, look: 0, looks: folder.settings.recheck.times };
    const { pages, links } = judged.result.totals;
    const changes = {
      card,
      first_card: card,
      verdict,
      score,
      seal,
      error: null,
      worker: null,
      attempts: 0,
      finished_at: act.at,
      seen_at: act.at,
      progress: toJson({ ...done, pages, targets: links }),
    };
    await move(act, 'inspection', row.id, { from: 'running', to: 'measured' }, { changes });
    const after = { verdict, score: points, seal };
    await act.note({ act: 'inspection.judged', thing: 'inspection', thingId: row.id, after });
    // Looked at before: what persons said and brought since counts again at once.
    if (row.card !== null) await rescoreInspection(act, row.id);
    await noteFinished(act.tx, {
      folder: inspectionFolder(row.campaign_id, row.site.key),
      kind: 'inspection',
      inspectionId: row.id,
      finishedAt: act.at,
    });
  });
}

/** A finished run of a claim. */
interface Measurement {
  folder: RunFolder;
  campaign: CampaignRow;
  seal: string;
  /** As it was judged just now; null when that was in an earlier try. */
  judged: JudgedSite | null;
}

function judgeAgain(folder: RunFolder, site: Site, rubric: Rubric): JudgedSite {
  return judgedSite(judgeSite(loadObservation(folder, site, folder.settings.asOf), rubric));
}

/** The judgement of a site without its findings, as an inspection keeps it. */
export function cardOf({ result, looked }: JudgedSite): InspectionCard {
  const { verdict, score, vetoes, deductions, bonus, unpriced, gaps, totals } = result;
  return {
    verdict,
    score,
    vetoes,
    deductions,
    bonus,
    unpriced,
    gaps,
    totals,
    looked,
  };
}

/** A worker that is to stop gives its inspection back: no attempt is counted. */
export async function saveInterruption(desk: Desk, mine: Mine): Promise<void> {
  await withClaim(desk, mine, async (act, { id }) => {
    const changes = { attempts: mine.attempts - 1, worker: null, seen_at: act.at };
    const step = { from: 'running', to: 'interrupted' } as const;
    await move(act, 'inspection', id, step, { changes, reason: 'worker stops' });
  });
}

/** Notes a fault of ours: to be tried again, or parked with its error. */
export async function saveFailure(desk: Desk, mine: Mine, error: unknown): Promise<void> {
  const text = describe(error).slice(0, MAX_ERROR_LENGTH);
  await withClaim(desk, mine, async (act, { id }) => {
    const isLast = mine.attempts >= MOST_FAILURES;
    const changes = { error: text, worker: null, seen_at: act.at };
    const step = { from: 'running', to: isLast ? 'failed-ours' : 'interrupted' } as const;
    const ended = isLast ? { finished_at: act.at } : {};
    const reason = text.split('\n')[0] ?? '';
    await move(act, 'inspection', id, step, { changes: { ...changes, ...ended }, reason });
  });
}

/** The whole stack of a bug; of what the disk refuses only the sentence. */
function describe(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Ends a claim, if it still stands, and moves the campaign on when it was the last. */
async function withClaim(
  desk: Desk,
  mine: Mine,
  work: (act: Act, row: InspectionRow) => Promise<void>,
): Promise<boolean> {
  return await perform(desk, async (act) => {
    const before = await findInspection(act.tx, mine.id);
    if (before === null) return false;
    const campaign = await lockCampaign(act.tx, before.campaign_id);
    const row = (await findInspection(act.tx, mine.id)) ?? before;
    const isMine = row.worker === mine.worker && row.attempts === mine.attempts;
    if (row.state !== 'running' || !isMine || campaign === null) return false;
    await work(act, row);
    await settleCampaign(act, row.campaign_id, campaign);
    return true;
  });
}
