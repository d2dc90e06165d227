import type { EscalationDraft } from '#domain/escalation.ts';
import { personId } from '#domain/person.ts';
import { updateDraft } from '#store/escalations.ts';
import { type Desk, move, perform } from './desk.ts';
import { escalationAt } from './escalation-at.ts';

/** What a person decides of a proposed step. */
export interface EscalationDecision {
  /** False: it is not carried out, for the reason given. */
  isTaken: boolean;
  reason: string;
  /** The letter as changed by the person; null: as drafted. */
  draft: EscalationDraft | null;
}

/** Decides a step that the ladder proposed. No step is ever taken without this. */
export async function decideEscalation(
  desk: Desk,
  id: number,
  decision: EscalationDecision,
): Promise<void> {
  await perform(desk, async (act) => {
    const step = await escalationAt(desk, act.tx, id, 'escalation.decide');
    if (decision.draft !== null) await updateDraft(act.tx, step.id, decision.draft);
    const changes = {
      decided_by: personId(desk.actor),
      decided_at: act.at,
      decision_reason: decision.reason,
    };
    const to = decision.isTaken ? 'decided' : 'dismissed';
    const { reason } = decision;
    await move(act, 'escalation', step.id, { from: 'proposed', to }, { changes, reason });
  });
}
