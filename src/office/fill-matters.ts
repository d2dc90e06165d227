import { Refusal } from '#base/refusal.ts';
import type { Contradiction } from '#domain/circular.ts';
import { personId } from '#domain/person.ts';
import { updateDraft } from '#store/circulars.ts';
import { type MatterPeriods, matterSections } from './ask-matter-brief.ts';
import { circularAtHand } from './circular-at-hand.ts';
import { type Desk, perform } from './desk.ts';
import { draftContents } from './draft-contents.ts';
import { matterContradictions } from './matter-contradictions.ts';

/**
 * Fills sections (二) and (三) of a draft from the records: error reports and inquiries received in
 * the campaign's region within some days, as of now. Gives what contradicts.
 */
export async function fillMatters(
  desk: Desk,
  circularId: number,
  periods: MatterPeriods,
): Promise<Contradiction[]> {
  return await perform(desk, async (act) => {
    const { circular, campaign } = await circularAtHand(desk, act, circularId, 'circular.draft');
    if (circular.state !== 'draft') {
      throw new Refusal('circular-not-draft', { state: circular.state });
    }
    const sections = await matterSections(act.tx, campaign, periods, act.at);
    const brief = { ...circular.brief, ...sections };
    const { explanations = [], correction = null } = circular.circular.brief;
    const assembled = { result: circular.result, explanations };
    const kept = { errorRate: circular.error_rate, correction };
    const draft = draftContents(campaign, assembled, brief, kept);
    draft.contradictions.push(...(await matterContradictions(act.tx, campaign, brief)));
    const correctionReason = circular.correction_reason;
    const by = { draftedBy: personId(desk.actor), at: act.at, correctionReason };
    if (!(await updateDraft(act.tx, circular, draft, by))) {
      throw new Refusal('moved-meanwhile', { thing: 'circular', id: circularId });
    }
    await act.note({
      act: 'circular.matters',
      thing: 'circular',
      thingId: circularId,
      before: circular.brief,
      after: brief,
    });
    return draft.contradictions;
  });
}
