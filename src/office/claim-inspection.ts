import { type InspectionRow, findInspection } from '#store/inspections.ts';
import { lockCampaign } from '#store/campaigns.ts';
import { type Act, type Desk, move, perform } from './desk.ts';
import { settleCampaign } from './settle-campaign.ts';

/** So often a worker may die over one site; then it is parked, as it may be the site that kills. */
const MOST_DEATHS = 20;

/** What a worker got: the row as it stood before, or null when there is nothing to do. */
export interface Claim {
  row: InspectionRow;
  /** Counts claims that did not end well; with the worker it tells this claim from any other. */
  attempts: number;
  /** The worker before died over it. */
  isTakenOver: boolean;
}

/**
 * Claims an inspection for a worker that holds the lock on its site: nobody else is at work on it,
 * so one that is said to run lost its worker.
 */
export async function claimInspection(
  desk: Desk,
  id: number,
  worker: string,
): Promise<Claim | null> {
  return await perform(desk, async (act) => {
    const before = await findInspection(act.tx, id);
    if (before === null) return null;
    const campaign = await lockCampaign(act.tx, before.campaign_id);
    const row = (await findInspection(act.tx, id)) ?? before;
    if (campaign !== 'running' && campaign !== 'reviewing') return null;
    const { state } = row;
    if (state !== 'queued' && state !== 'running' && state !== 'interrupted') return null;
    if (row.attempts >= MOST_DEATHS) {
      await park(act, row, campaign);
      return null;
    }
    const isTakenOver = state === 'running';
    if (isTakenOver) await orphan(act, id);
    const from = isTakenOver ? 'interrupted' : state;
    const attempts = row.attempts + 1;
    const started_at = row.started_at ?? act.at;
    const changes = { worker, attempts, started_at, seen_at: act.at };
    await move(act, 'inspection', id, { from, to: 'running' }, { changes });
    return { row, attempts, isTakenOver };
  });
}

/** Notes that the worker of an inspection died over it. */
export async function orphan(act: Act, id: number): Promise<void> {
  const step = { from: 'running', to: 'interrupted' } as const;
  await move(act, 'inspection', id, step, { reason: 'worker lost' });
}

async function park(act: Act, row: InspectionRow, campaign: 'running' | 'reviewing') {
  const error = `the worker died ${row.attempts} times over this site`;
  if (row.state !== 'running') {
    await move(act, 'inspection', row.id, { from: row.state as 'queued', to: 'running' });
  }
  const changes = { error, finished_at: act.at };
  const step = { from: 'running', to: 'failed-ours' } as const;
  await move(act, 'inspection', row.id, step, { changes, reason: error });
  await settleCampaign(act, row.campaign_id, campaign);
}
