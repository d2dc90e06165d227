import { Refusal } from '#base/refusal.ts';
import type { StateOf } from '#domain/moves.ts';
import { findExplanation } from '#store/explanations.ts';
import { findFindings, type FindingRow } from '#store/heard-findings.ts';
import type { Act, Desk } from './desk.ts';
import { findingsAtHand } from './findings-at-hand.ts';

/** An explanation with its finding for one act, the campaign held. */
export async function explanationAtHand(
  desk: Desk,
  act: Act,
  id: number,
  during: readonly StateOf<'campaign'>[],
): Promise<{
  explanation: NonNullable<Awaited<ReturnType<typeof findExplanation>>>;
  row: FindingRow;
}> {
  const unlocked = await findExplanation(act.tx, id);
  const [known] = unlocked ? await findFindings(act.tx, [unlocked.findingId]) : [];
  if (!known) throw new Refusal('not-found', { thing: 'explanation', id });
  const ask = { right: 'explanation.decide', during } as const;
  const [row] = await findingsAtHand(desk, act, [known.id], ask);
  const explanation = await findExplanation(act.tx, id);
  if (!explanation || !row) throw new Refusal('not-found', { thing: 'explanation', id });
  return { explanation, row };
}
