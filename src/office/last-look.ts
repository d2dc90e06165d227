import { join } from 'node:path';
import { Refusal } from '#base/refusal.ts';
import type { Tx } from '#store/database/database.ts';
import { noteFinished } from '#store/evidence-folders.ts';
import { listHeard } from '#store/heard-findings.ts';
import {
  dropRecovered,
  type LastLook,
  listOpenLastLooks,
  noteLastLook,
  wantLastLooks,
} from '#store/last-looks.ts';
import { openOrCreateRunFolder } from '#store/run-folder.ts';
import type { SiteLocks } from '#store/site-locks.ts';
import { type Act, type Desk, perform } from './desk.ts';
import { runSites } from './inspect-city.ts';
import { outcomeOf, recheckSettings } from './recheck-run.ts';
import { rescoreInspection } from './rescore-inspection.ts';
import type { Watch } from './watch.ts';

/** A last look so old is made again: a circular may lie for long before it is signed. */
const FRESH_MS = 86_400_000;
const MOST = 200;

/** Wants the last looks of a campaign that asks for them, when its circular is reconciled. */
export async function wantLastLook(
  act: Act,
  { id, settings }: { id: number; settings: { lastLook?: boolean } },
): Promise<void> {
  if (settings.lastLook !== true) return;
  const fresh = new Date(Date.parse(act.at) - FRESH_MS).toISOString();
  const sites = await wantLastLooks(act.tx, id, { at: act.at, fresh });
  if (sites === 0) return;
  await act.note({ act: 'campaign.last-look', thing: 'campaign', thingId: id, after: { sites } });
}

/** Refuses to sign while a last look is still to be made. */
export async function refuseOpenLastLooks(tx: Tx, campaignId: number): Promise<void> {
  const { length: count } = await listOpenLastLooks(tx, { campaignId, limit: MOST });
  if (count > 0) throw new Refusal('last-look-open', { count });
}

/** Inspections that wait for their last look. */
export async function listWaitingLastLooks({ db }: Pick<Desk, 'db'>): Promise<number[]> {
  const open = await listOpenLastLooks(db, { limit: MOST });
  return open.map(({ inspectionId }) => inspectionId);
}

/**
 * Looks at a charged site once more before it is named: what is not there any more is dropped,
 * with a line of the ledger, and the site scored anew; what cannot be measured now stands as it
 * was. Done by a job; killed in the middle it goes on where it was. Gives how many recovered; null
 * when it is not wanted any more, somebody is on the site, or the watch was stopped.
 */
export async function lastLook(
  desk: Desk,
  inspectionId: number,
  { watch, locks }: { watch: Watch; locks: SiteLocks },
): Promise<number | null> {
  const [look] = await listOpenLastLooks(desk.db, { inspectionId, limit: 1 });
  if (look === undefined) return null;
  const lost = await locks.take(look.siteId);
  if (lost === null) return null;
  try {
    const signal = AbortSignal.any([watch.signal, lost]);
    return await lookOnce(desk, look, { ...watch, signal });
  } finally {
    await locks.release(look.siteId);
  }
}

async function lookOnce(desk: Desk, look: LastLook, watch: Watch): Promise<number | null> {
  const { inspectionId, campaignId, site } = look;
  const name = `last-looks/${inspectionId}/${look.wantedAt.replace(/[-:.]/g, '')}`;
  const settings = await recheckSettings(desk, campaignId, [site]);
  const { result } = await runSites(
    openOrCreateRunFolder(join(desk.evidenceDir, name), settings),
    watch,
  );
  if (result === null) return null;
  const found = result.sites.find(({ key }) => key === site.key);
  const byKey = new Map(found?.findings.map((finding) => [finding.id, finding]));
  return await perform(desk, async (act) => {
    if (!(await noteLastLook(act.tx, look, act.at))) return null;
    await noteFinished(act.tx, { folder: name, kind: 'recheck', inspectionId, finishedAt: act.at });
    const charged = await listHeard(act.tx, { inspectionId });
    let recovered = 0;
    for (const { id, key, state, review } of charged) {
      if (state !== 'confirmed' || review === 'set-aside' || review === 'merged') continue;
      if (outcomeOf(found, byKey.get(key)) !== 'passed') continue;
      if (!(await dropRecovered(act.tx, id))) continue;
      recovered += 1;
      await act.note({
        act: 'finding.recovered',
        thing: 'finding',
        thingId: id,
        before: { state },
        after: { state: 'dropped', evidence: name },
        reason: 'not there any more at the last look before publication',
      });
    }
    if (recovered > 0) await rescoreInspection(act, inspectionId);
    return recovered;
  });
}
