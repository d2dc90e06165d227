import { Refusal } from '#base/refusal.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Actor } from '#domain/person.ts';
import { may, type RightName } from '#domain/rights.ts';
import { lockCampaign, shownToUnits } from '#store/campaigns.ts';
import type { Database } from '#store/database/database.ts';
import { type FindingRow, findFindings } from '#store/heard-findings.ts';
import { type Act, type Desk, requireRight } from './desk.ts';

/** So many findings at once, all or nothing. */
export const MOST_FINDINGS = 200;

/** Units see their findings once they are heard, not while the office still looks. */
export function isFindingShown(
  actor: Actor,
  { place, campaignState }: Pick<FindingRow, 'place' | 'campaignState'>,
): boolean {
  if (may(actor, 'finding.read', { region: place.region, unit: null })) return true;
  if (!may(actor, 'finding.read', place)) return false;
  return shownToUnits.some((state) => state === campaignState);
}

/** A finding that the actor may see; every other is not there. */
export async function visibleFinding(
  { actor }: Pick<Desk, 'actor'>,
  db: Database,
  id: number,
): Promise<FindingRow> {
  const [row] = await findFindings(db, [id]);
  if (!row || !isFindingShown(actor, row)) throw new Refusal('not-found', { thing: 'finding', id });
  return row;
}

/**
 * Findings for one act, their campaigns held, so that acts on one campaign follow each other and
 * each sees what the one before did. Refuses what may not be seen or done, all or nothing.
 */
export async function findingsAtHand(
  desk: Desk,
  act: Act,
  ids: readonly number[],
  { right, during }: { right: RightName; during: readonly StateOf<'campaign'>[] },
): Promise<FindingRow[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0 || wanted.length > MOST_FINDINGS) {
    throw new Refusal('findings-too-many', { most: MOST_FINDINGS, count: wanted.length });
  }
  const before = await findFindings(act.tx, wanted);
  const campaigns = new Set(before.map(({ campaignId }) => campaignId));
  for (const campaign of [...campaigns].toSorted((a, b) => a - b)) {
    await lockCampaign(act.tx, campaign);
  }
  const rows = new Map((await findFindings(act.tx, wanted)).map((row) => [row.id, row]));
  return wanted.map((id) => {
    const row = rows.get(id);
    if (!row || !isFindingShown(desk.actor, row)) {
      throw new Refusal('not-found', { thing: 'finding', id });
    }
    requireRight(desk, right, row.place);
    requireCampaignState(row.campaignState, during);
    return row;
  });
}

/** Refuses an act that the campaign is not at. */
export function requireCampaignState(
  state: StateOf<'campaign'>,
  during: readonly StateOf<'campaign'>[],
): void {
  if (!during.includes(state)) {
    throw new Refusal('campaign-not-there', { state, wanted: during.join(', ') });
  }
}
