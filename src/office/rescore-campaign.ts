import { canonicalLine } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import { siteKinds } from '#domain/kinds.ts';
import type { LedgerNote } from '#domain/ledger.ts';
import type { Rubric } from '#domain/rubric.ts';
import { termsFor } from '#score/terms-for.ts';
import type { CampaignRow } from '#store/campaigns.ts';
import {
  listScorable,
  lockMeasured,
  type MeasuredCard,
  type NewCard,
  saveCards,
  saveRubric,
  type ScorableFinding,
} from '#store/scored-round.ts';
import { campaignAtHand } from './campaign-at-hand.ts';
import { campaignRubric } from './campaign-rubric.ts';
import { type Desk, perform } from './desk.ts';
import { requireCampaignState } from './findings-at-hand.ts';
import { chooseRubric } from './open-campaign.ts';
import { REVIEW_STATES } from './review-findings.ts';
import { cardOfScore, scoreInspection } from './score-inspection.ts';

/** By which rubric a round is scored anew, and why. Left out: by its own. */
export interface Rescoring {
  rubric?: string | undefined;
  overlays?: readonly string[] | undefined;
  reason: string;
}

/** How many sites were scored, and of how many the judgement is another now. */
export interface Rescored {
  sites: number;
  changed: number;
}

/**
 * Scores every measured site of a campaign anew, all or none: by its own rubric, or by another
 * packaged one that looks for the same facts. Findings stay as they are; one that measures
 * otherwise (clocks, windows, minimums) is refused, for what it asks was never looked at.
 */
export async function rescoreCampaign(
  desk: Desk,
  id: number,
  { rubric, overlays, reason }: Rescoring,
): Promise<Rescored> {
  return await perform(desk, async (act) => {
    const campaign = await campaignAtHand(desk, act, id, 'campaign.lead');
    requireCampaignState(campaign.state, REVIEW_STATES);
    const row = rubric === undefined ? campaign.rubric : chooseRubric(rubric, overlays ?? []);
    const now = campaignRubric({ rubric: row, settings: campaign.settings });
    refuseOtherTerms(campaignRubric(campaign), now);
    if (canonicalLine(row) !== canonicalLine(campaign.rubric)) await saveRubric(act.tx, id, row);
    const measured = await lockMeasured(act.tx, id);
    const heard = Map.groupBy(await listScorable(act.tx, id), ({ inspectionId }) => inspectionId);
    const changed = measured.flatMap((one) => {
      const card = newCard(one, heard.get(one.id) ?? [], campaign, now);
      return card === null ? [] : [{ before: one.card, ...card }];
    });
    await saveCards(
      act.tx,
      changed.map(({ before: _before, ...card }) => card),
    );
    const done = { sites: measured.length, changed: changed.length };
    const after = { rubric: now.ref, ...done };
    await act.note({ act: 'campaign.rescore', thing: 'campaign', thingId: id, after, reason });
    await act.noteAll(changed.map(noteOf));
    return done;
  });
}

/** What an inspection comes to now; null when that is what it came to before. */
function newCard(
  { id, kind, card: before }: MeasuredCard,
  heard: readonly ScorableFinding[],
  { as_of: asOf, settings: { explanationsLift } }: CampaignRow,
  rubric: Rubric,
): NewCard | null {
  const terms = { kind, looked: before.looked, asOf, explanationsLift };
  const scored = scoreInspection(terms, heard, rubric);
  const card = cardOfScore(scored, before);
  if (canonicalLine(card) === canonicalLine(before)) return null;
  return { id, verdict: scored.verdict, score: scored.score, card };
}

function noteOf({ id, card, before }: NewCard & { before: MeasuredCard['card'] }): LedgerNote {
  return {
    act: 'inspection.rescore',
    thing: 'inspection',
    thingId: id,
    before: { verdict: before.verdict, score: before.score },
    after: { verdict: card.verdict, score: card.score },
    reason: null,
  };
}

/** Refuses a rubric that asks for facts nobody looked for. */
export function refuseOtherTerms(before: Rubric, now: Rubric): void {
  const other = siteKinds.find(
    (kind) => canonicalLine(termsFor(before, kind)) !== canonicalLine(termsFor(now, kind)),
  );
  if (other !== undefined) {
    throw new Refusal('rubric-measures-otherwise', { rubric: now.ref.id, kind: other });
  }
}
