import { askEscalations } from '#office/ask-orders.ts';
import { carryOutEscalation } from '#office/carry-out-escalation.ts';
import { decideEscalation } from '#office/decide-escalation.ts';
import { escalationTerms } from '#office/escalation-terms.ts';
import { proposeEscalations } from '#office/propose-escalations.ts';
import { recordOutcome } from '#office/record-outcome.ts';
import type { MendingPlan } from './rounds.ts';
import { deskOf, type Stage } from './stage.ts';

const ALL = 200;

/**
 * A morning of the ladder: the job proposes what was reached, the leader decides each. Reminders,
 * notices and warnings are taken; a talk only with whom the plan has one. What is proposed of who
 * never answered waits for whoever tries the demo.
 */
export async function climbLadder(stage: Stage, { talk, silent }: MendingPlan): Promise<void> {
  const { clock, office } = stage;
  await proposeEscalations({ ...office.desk('escalate'), now: clock.now }, escalationTerms());
  clock.pass(30);
  const leader = deskOf(stage, 'leader');
  const steps = await askEscalations(leader, { state: 'proposed', limit: ALL });
  for (const { id, step, unitId } of steps.items.toReversed()) {
    if (step === 'talk') {
      const waiting = talk === null ? silent : [...silent, talk.unit];
      if (waiting.some((unit) => stage.cast.units.get(unit)?.id === unitId)) continue;
      const reason = '问题数量较少，先行书面提醒，暂不约谈';
      await decideEscalation(leader, id, { isTaken: false, reason, draft: null });
      continue;
    }
    await decideEscalation(leader, id, { isTaken: true, reason: '同意', draft: null });
    clock.pass(5);
    const inspector = deskOf(stage, 'inspector');
    await carryOutEscalation(inspector, id);
    if (step !== 'warning') await recordOutcome(inspector, id, '已送达经办人');
  }
}
