import { Refusal } from '#base/refusal.ts';
import { toJson } from '#store/json-column.ts';
import { type Desk, move, perform } from './desk.ts';
import { talkAt } from './escalation-at.ts';

/**
 * Ends a talk: of every promise it is said whether it was kept. `kept` are their places in the
 * record, `reason` says what is known of the others.
 */
export async function followUpTalk(
  desk: Desk,
  id: number,
  { kept, reason }: { kept: number[]; reason: string | null },
): Promise<void> {
  await perform(desk, async (act) => {
    const talk = await talkAt(desk, act.tx, id, 'escalation.record');
    const unkept = talk.promises.length - new Set(kept).size;
    if (kept.some((place) => talk.promises[place] === undefined)) {
      throw new Refusal('promise-unknown', { promises: talk.promises.length });
    }
    if (unkept > 0 && reason === null) throw new Refusal('promise-open', { open: unkept });
    const promises = talk.promises.map((promise, place) =>
      kept.includes(place) ? { ...promise, keptAt: act.at } : promise,
    );
    const changes = { promises: toJson(promises), followed_up_at: act.at };
    await move(act, 'talk', talk.id, { from: 'held', to: 'followed-up' }, { changes, reason });
  });
}
