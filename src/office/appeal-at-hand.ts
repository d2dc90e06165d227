import { Refusal } from '#base/refusal.ts';
import type { StateOf } from '#domain/moves.ts';
import type { RightName } from '#domain/rights.ts';
import { type AppealRow, findAppeal } from '#store/appeals.ts';
import type { FindingRow } from '#store/heard-findings.ts';
import type { Act, Desk } from './desk.ts';
import { findingsAtHand } from './findings-at-hand.ts';

/** When an appeal may move: nothing moves under a draft that was made of decided appeals. */
export const APPEAL_STATES = ['hearing', 'published', 'closed'] as const;

/** An appeal with its finding for one act, the campaign held. One not to be seen is not there. */
export async function appealAtHand(
  desk: Desk,
  act: Act,
  id: number,
  right: RightName,
  during: readonly StateOf<'campaign'>[] = APPEAL_STATES,
): Promise<{ appeal: AppealRow; row: FindingRow }> {
  const unlocked = await findAppeal(act.tx, id);
  if (!unlocked) throw new Refusal('not-found', { thing: 'appeal', id });
  const [row] = await findingsAtHand(desk, act, [unlocked.findingId], { right, during });
  const appeal = await findAppeal(act.tx, id);
  if (!appeal || !row) throw new Refusal('not-found', { thing: 'appeal', id });
  return { appeal, row };
}
