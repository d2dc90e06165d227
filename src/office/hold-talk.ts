import { chinaDate, type CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Attendee } from '#domain/escalation.ts';
import { toJson } from '#store/json-column.ts';
import { type Desk, move, perform } from './desk.ts';
import { talkAt } from './escalation-at.ts';

/** What is written down of a talk. */
export interface TalkRecord {
  attendees: Attendee[];
  facts: string;
  promises: { text: string; dueOn: CivilDate }[];
}

/** Records a talk that was held: who came, what was found, what was promised until when. */
export async function holdTalk(desk: Desk, id: number, record: TalkRecord): Promise<void> {
  await perform(desk, async (act) => {
    const talk = await talkAt(desk, act.tx, id, 'escalation.record');
    const today = chinaDate(act.at);
    const late = record.promises.find(({ dueOn }) => dueOn < today);
    if (late) throw new Refusal('promise-in-the-past', { item: late.text, day: late.dueOn });
    const changes = {
      held_at: act.at,
      attendees: toJson(record.attendees),
      facts: record.facts,
      promises: toJson(record.promises.map((promise) => ({ ...promise, keptAt: null }))),
    };
    await move(act, 'talk', talk.id, { from: 'scheduled', to: 'held' }, { changes });
  });
}
