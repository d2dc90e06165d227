import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import { findCampaign } from '#store/campaigns.ts';
import {
  type CircularRow,
  findCircular,
  insertCircular,
  latestCircular,
  updateDraft,
} from '#store/circulars.ts';
import { countErrors } from '#store/reviews.ts';
import { campaignResult } from './campaign-result.ts';
import { type Act, move } from './desk.ts';
import { draftContents } from './draft-contents.ts';
import { matterContradictions } from './matter-contradictions.ts';

/**
 * Drafts a numbered correction within an act that has locked the campaign. One that is being
 * prepared already takes the new reason in and goes back to be read again.
 */
export async function draftCorrection(
  act: Act,
  campaignId: number,
  reason: string,
): Promise<number> {
  const latest = await latestCircular(act.tx, campaignId);
  const campaign = present(await findCampaign(act.tx, campaignId), 'the campaign is locked');
  if (!latest || (campaign.state !== 'published' && campaign.state !== 'closed')) {
    throw new Refusal('campaign-not-there', { state: campaign.state, wanted: 'published' });
  }
  const isNew = latest.state === 'published';
  const number = isNew ? latest.number + 1 : latest.number;
  const said = isNew ? [reason] : [latest.correction_reason ?? '', reason];
  const correctionReason = said.join('；');
  const assembled = await campaignResult(act.tx, campaign);
  const errorRate = { ...(await countErrors(act.tx, campaignId)), at: act.at };
  const correction = { number, reason: correctionReason };
  const draft = draftContents(campaign, assembled, latest.brief, { errorRate, correction });
  draft.contradictions.push(...(await matterContradictions(act.tx, campaign, latest.brief)));
  const by = { draftedBy: personId(act.actor), at: act.at, correctionReason };
  let id = latest.id;
  if (isNew) id = await insertCircular(act.tx, { campaignId, number, ...by }, draft);
  else if (!(await updateDraft(act.tx, await backToDraft(act, latest), draft, by))) {
    throw new Refusal('moved-meanwhile', { thing: 'circular', id });
  }
  const after = { number, campaignId };
  await act.note({ act: 'circular.correct', thing: 'circular', thingId: id, after, reason });
  return id;
}

/** What was handed in or signed says something else now: it is a draft again. */
async function backToDraft(act: Act, row: CircularRow): Promise<CircularRow> {
  const { id, state } = row;
  if (state === 'draft') return row;
  await move(act, 'circular', id, { from: state, to: 'draft' });
  return present(await findCircular(act.tx, id), 'it was there');
}
