import { setTimeout as sleep } from 'node:timers/promises';
import { ENGINE } from '#base/engine.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import { findCampaign, type CampaignRow } from '#store/campaigns.ts';
import { inspectionDir, openInspectionFolder } from '#store/inspection-folder.ts';
import { findInspection } from '#store/inspections.ts';
import { type RunFolder, RUN_SCHEMA } from '#store/run-folder.ts';
import { sealRun } from '#store/seal.ts';
import type { SiteLocks } from '#store/site-locks.ts';
import { present } from '#base/assert.ts';
import { channelRulings } from './channel-rulings.ts';
import { claimInspection, type Claim } from './claim-inspection.ts';
import type { Desk } from './desk.ts';
import type { JudgedSite } from './judge-site.ts';
import { keepHeartbeat } from './keep-heartbeat.ts';
import { runSites } from './inspect-city.ts';
import type { Workshop } from './workshop.ts';
import { saveFailure, saveInterruption, saveMeasurement } from './save-measurement.ts';

/** A worker, as far as an inspection needs to know it. */
export interface Bench {
  /** Its name, one a process. */
  worker: string;
  locks: SiteLocks;
  /** Given when the worker is to stop: what it is at is interrupted, and kept. */
  signal: AbortSignal;
  heartbeatMs: number;
  /** What its inspections share: threads, connections, the browser. */
  workshop: Workshop;
  /** How it waits between looks; really, unless it has a clock of its own. */
  wait?: (waitMs: number) => Promise<void>;
}

/**
 * What a worker's try at an inspection came to. `busy`: somebody is on the site; `not-due`: it is
 * done or cancelled; `lost`: the database went away, and others will go on.
 */
export type Measured = 'measured' | 'interrupted' | 'failed' | 'busy' | 'not-due' | 'lost';

/**
 * Measures a site for a campaign, as a job: who has the lock on the site and claims the row first
 * inspects it; a site that was begun before goes on from what was saved. Done twice it gives the
 * same rows. A fault of ours is tried again, then parked with its error, and never becomes a
 * verdict.
 */
export async function measureSite(desk: Desk, id: number, bench: Bench): Promise<Measured> {
  const inspection = await findInspection(desk.db, id);
  if (inspection === null) return 'not-due';
  const lost = await bench.locks.take(inspection.site_id);
  if (lost === null) return 'busy';
  try {
    const claim = await claimInspection(desk, id, bench.worker);
    if (claim === null) return 'not-due';
    return await measure(desk, claim, bench, lost);
  } finally {
    await bench.locks.release(inspection.site_id);
  }
}

async function measure(
  desk: Desk,
  claim: Claim,
  bench: Bench,
  lost: AbortSignal,
): Promise<Measured> {
  const { row, attempts } = claim;
  const mine = { id: row.id, worker: bench.worker, attempts };
  const heartbeat = keepHeartbeat(desk, mine, bench);
  const signal = AbortSignal.any([bench.signal, lost, heartbeat.gone]);
  try {
    // A worker that only lost its connection has noticed by then, and writes no more.
    if (claim.isTakenOver) await sleep(2 * bench.heartbeatMs);
    const campaign = present(await findCampaign(desk.db, row.campaign_id), 'it has a campaign');
    const said = await channelRulings(desk, [row.site]);
    const folder = folderOf(desk, claim, campaign, said);
    const sealed = await inspect(folder, desk, bench, { signal, report: heartbeat.report });
    if (heartbeat.gone.aborted) return 'not-due';
    if (lost.aborted || !(await bench.locks.check())) return 'lost';
    if (sealed === null) {
      await saveInterruption(desk, mine);
      return 'interrupted';
    }
    const isSaved = await saveMeasurement(desk, mine, { folder, campaign, ...sealed });
    return isSaved ? 'measured' : 'not-due';
  } catch (error) {
    if (lost.aborted || !(await bench.locks.check())) return 'lost';
    await saveFailure(desk, mine, error);
    return 'failed';
  } finally {
    await heartbeat.stop();
  }
}

function folderOf(
  { evidenceDir, now }: Desk,
  { row }: Claim,
  campaign: CampaignRow,
  said: Pick<RunSettings, 'channels'>,
): RunFolder {
  const dir = inspectionDir(evidenceDir, row.campaign_id, row.site.key);
  return openInspectionFolder(dir, row.seal, (): RunSettings => {
    const { recheck, limits, robots, browser, pictures, contact, allowNet } = campaign.settings;
    return {
      schema: RUN_SCHEMA,
      engine: ENGINE,
      asOf: campaign.as_of,
      rubric: campaign.rubric,
      sites: [row.site],
      recheck,
      limits,
      robots,
      browser,
      pictures,
      allowNet,
      ...(contact !== null && { contact }),
      passLine: campaign.settings.passLine,
      ...said,
      startedAt: now(),
      language: 'zh',
    };
  });
}

/** A finished run: its seal, and how it was judged when that was just now. */
interface Sealed {
  seal: string;
  judged: JudgedSite | null;
}

/** Null when it was interrupted. */
async function inspect(
  folder: RunFolder,
  { now }: Desk,
  { workshop, wait: waitAs }: Bench,
  ears: { signal: AbortSignal; report: ReturnType<typeof keepHeartbeat>['report'] },
): Promise<Sealed | null> {
  const done = folder.finished()?.seal ?? null;
  if (done !== null) return { seal: done, judged: null };
  const sleepOn = async (waitMs: number) => {
    await sleep(waitMs, undefined, { signal: ears.signal }).catch(() => undefined);
  };
  const wait = waitAs ?? sleepOn;
  const { result, judged } = await runSites(folder, { now, wait, workshop, ...ears });
  if (result === null || ears.signal.aborted) return null;
  const seal = sealRun(folder);
  folder.finish({ finishedAt: result.finishedAt, seal });
  return { seal, judged: judged[0] ?? null };
}
