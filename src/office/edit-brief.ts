import { Refusal } from '#base/refusal.ts';
import type { Contradiction } from '#domain/circular.ts';
import { personId } from '#domain/person.ts';
import { parseBrief } from '#publish/parse-brief.ts';
import { updateDraft } from '#store/circulars.ts';
import { circularAtHand } from './circular-at-hand.ts';
import { type Desk, perform } from './desk.ts';
import { draftContents } from './draft-contents.ts';
import { matterContradictions } from './matter-contradictions.ts';

/**
 * A person edits what a draft says beyond the result. Read as strictly as a brief of the command
 * line, built and reconciled anew; what contradicts is kept with the draft and answered.
 */
export async function editBrief(
  desk: Desk,
  circularId: number,
  text: string,
): Promise<Contradiction[]> {
  const brief = parseBrief(text, 'brief');
  return await perform(desk, async (act) => {
    const at = await circularAtHand(desk, act, circularId, 'circular.draft');
    const { circular, campaign } = at;
    if (circular.state !== 'draft') {
      throw new Refusal('circular-not-draft', { state: circular.state });
    }
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
      act: 'circular.edit',
      thing: 'circular',
      thingId: circularId,
      before: circular.brief,
      after: brief,
    });
    return draft.contradictions;
  });
}
