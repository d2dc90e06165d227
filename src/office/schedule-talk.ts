import { chinaTime, type Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { type Desk, move, perform } from './desk.ts';
import { talkAt } from './escalation-at.ts';
import { notify } from './notify.ts';

/** Gives a talk its day and place; a day that was given before may be changed until it is held. */
export async function scheduleTalk(
  desk: Desk,
  id: number,
  { at: day, place }: { at: Instant; place: string },
): Promise<void> {
  await perform(desk, async (act) => {
    const talk = await talkAt(desk, act.tx, id, 'escalation.decide');
    if (day <= act.at) throw new Refusal('talk-in-the-past', { at: day });
    const from = talk.state === 'scheduled' ? 'scheduled' : 'proposed';
    const changes = { scheduled_for: day, place };
    await move(act, 'talk', talk.id, { from, to: 'scheduled' }, { changes });
    await notify(
      act.tx,
      {
        to: { unit: talk.unitId },
        kind: 'talk-scheduled',
        siteId: null,
        args: { unit: talk.unit, at: chinaTime(day), place },
        link: `/talks/${talk.id}`,
        subject: `talk-${talk.id}-${talk.version}`,
      },
      act.at,
    );
  });
}
