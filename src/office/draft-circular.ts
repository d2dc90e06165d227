import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import { insertCircular, latestCircular, updateDraft } from '#store/circulars.ts';
import { countErrors } from '#store/reviews.ts';
import { campaignAtHand } from './campaign-at-hand.ts';
import { campaignResult } from './campaign-result.ts';
import { type Desk, move, perform } from './desk.ts';
import { draftContents } from './draft-contents.ts';
import { hearingUntil } from './hearing-until.ts';
import { matterContradictions } from './matter-contradictions.ts';
import { refuseUnreviewed } from './refuse-unreviewed.ts';

/**
 * Drafts the circular of a campaign whose findings are all reviewed and whose units were heard, or
 * drafts it anew with the brief that was edited. Gives its number.
 */
export async function draftCircular(desk: Desk, campaignId: number): Promise<number> {
  return await perform(desk, async (act) => {
    const campaign = await campaignAtHand(desk, act, campaignId, 'circular.draft');
    const { state } = campaign;
    if (state !== 'hearing' && state !== 'drafted') {
      throw new Refusal('campaign-not-there', { state, wanted: 'hearing, drafted' });
    }
    await refuseUnreviewed(act, campaignId);
    if (state === 'hearing') {
      const until = await hearingUntil(act.tx, campaignId);
      if (until !== null && act.at < until) throw new Refusal('hearing-open', { until });
      await move(act, 'campaign', campaignId, { from: 'hearing', to: 'drafted' });
    }
    const latest = await latestCircular(act.tx, campaignId);
    if (latest && latest.state !== 'draft') {
      throw new Refusal('circular-not-draft', { state: latest.state });
    }
    const assembled = await campaignResult(act.tx, campaign);
    const errorRate = { ...(await countErrors(act.tx, campaignId)), at: act.at };
    const brief = latest?.brief ?? campaign.brief;
    const draft = draftContents(campaign, assembled, brief, { errorRate, correction: null });
    draft.contradictions.push(...(await matterContradictions(act.tx, campaign, brief)));
    const by = { draftedBy: personId(desk.actor), at: act.at, correctionReason: null };
    let id = latest?.id;
    if (!latest) id = await insertCircular(act.tx, { campaignId, number: 1, ...by }, draft);
    else if (!(await updateDraft(act.tx, latest, draft, by))) {
      throw new Refusal('moved-meanwhile', { thing: 'circular', id: latest.id });
    }
    const thingId = id as number;
    const after = { number: 1, contradictions: draft.contradictions.length };
    await act.note({ act: 'circular.draft', thing: 'circular', thingId, after });
    return thingId;
  });
}
