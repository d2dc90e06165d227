import { chinaDate, type CivilDate, parseCivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import { placeOfRegion } from '#store/places.ts';
import {
  findActivation,
  insertActivation,
  withdrawActivationRow,
} from '#store/rubric-activations.ts';
import { type Desk, perform, requireRight } from './desk.ts';
import { plainText } from './matter-input.ts';
import { chooseRubric } from './open-campaign.ts';
import { studyRubric } from './study-rubrics.ts';

/** Which rubric is to be in force, where, and from when. */
export interface Activating {
  regionId: number;
  /** Id of a packaged rubric, and of overlays on top. */
  rubric: string;
  overlays?: readonly string[] | undefined;
  /** Today or later: what was judged before stays judged by what was in force then. */
  from: CivilDate;
  reason: string;
}

/**
 * Puts a rubric into force in a region from a day on. Campaigns that are opened afterwards and
 * judge as of that day or a later one get it unless they name another; those that are open keep
 * the text they were opened with. Gives the number of the activation.
 */
export async function activateRubric(desk: Desk, wanted: Activating): Promise<number> {
  const { regionId } = wanted;
  const overlays = wanted.overlays ?? [];
  const reason = plainText('理由', wanted.reason, 2000);
  const from = parseCivilDate(wanted.from);
  return await perform(desk, async (act) => {
    const place = await placeOfRegion(act.tx, regionId);
    if (place === null) throw new Refusal('not-found', { thing: 'region', id: regionId });
    requireRight(desk, 'rubric.activate', place);
    const today = chinaDate(act.at);
    if (from === null || from < today) {
      throw new Refusal('activation-in-past', { day: wanted.from, today });
    }
    const { id: rubric } = chooseRubric(wanted.rubric, overlays);
    const { version } = studyRubric(wanted.rubric, overlays).rubric.ref;
    const row = { regionId, rubric, version, overlays, from, reason };
    const id = await insertActivation(act.tx, row, { by: personId(act.actor), at: act.at });
    await act.note({
      act: 'rubric.activate',
      thing: 'rubric-activation',
      thingId: id,
      after: { regionId, rubric, version, overlays, from },
      reason,
    });
    return id;
  });
}

/** Takes an activation back before its day has come; afterwards another one replaces it. */
export async function withdrawActivation(desk: Desk, id: number, why: string): Promise<void> {
  const reason = plainText('理由', why, 2000);
  await perform(desk, async (act) => {
    const row = await findActivation(act.tx, id);
    if (row === null) throw new Refusal('not-found', { thing: 'activation', id });
    requireRight(desk, 'rubric.activate', { region: row.regionPath, unit: null });
    if (row.from <= chinaDate(act.at)) throw new Refusal('activation-begun', { day: row.from });
    if (!(await withdrawActivationRow(act.tx, id, { by: personId(act.actor), at: act.at }))) {
      throw new Refusal('moved-meanwhile', { thing: 'activation', id });
    }
    const { rubric, from } = row;
    const thing = 'rubric-activation';
    await act.note({
      act: 'rubric.withdraw',
      thing,
      thingId: id,
      before: { rubric, from },
      reason,
    });
  });
}
