import { insertTalk } from '#store/escalations.ts';
import { type Desk, move, perform } from './desk.ts';
import { escalationAt } from './escalation-at.ts';
import { notify } from './notify.ts';

/**
 * Carries out a step that was decided: from then on the unit sees its letter. A talk is opened,
 * to be given a day. Gives the number of the talk; null for another step.
 */
export async function carryOutEscalation(desk: Desk, id: number): Promise<number | null> {
  return await perform(desk, async (act) => {
    const step = await escalationAt(desk, act.tx, id, 'escalation.record');
    const changes = { carried_out_at: act.at };
    await move(act, 'escalation', step.id, { from: 'decided', to: 'carried-out' }, { changes });
    if (step.step !== 'talk') {
      await notify(
        act.tx,
        {
          to: { unit: step.unitId },
          kind: 'warning-issued',
          siteId: null,
          args: { unit: step.unit },
          link: `/escalations/${step.id}`,
          subject: `escalation-${step.id}`,
        },
        act.at,
      );
      return null;
    }
    const talkId = await insertTalk(act.tx, { escalationId: step.id, unitId: step.unitId });
    await act.note({ act: 'talk.open', thing: 'talk', thingId: talkId, after: { step: step.id } });
    return talkId;
  });
}
