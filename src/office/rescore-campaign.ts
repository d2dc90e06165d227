import { isSameJson } from '#base/canonical-json.ts';
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

/** Sites that are scored in one go of this thread: some 20 ms of it. */
const SCORED_AT_ONCE = 500;

/** How many sites were scored, and of how many the judgement is another now. */
export interface Rescored {
  sites: number;
  changed: number;
}

/** A judgement that is another now, with the one before it. */
type Changed = NewCard & { before: MeasuredCard['card'] };

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
    if (!isSameJson(row, campaign.rubric)) await saveRubric(act.tx, id, row);
    const measured = await lockMeasured(act.tx, id);
    const heard = Map.groupBy(await listScorable(act.tx, id), ({ inspectionId }) => inspectionId);
    const changed: Changed[] = [];
    // Some at a time: while they are saved, others are answered, and the next are not held up.
    for (let from = 0; from < measured.length; from += SCORED_AT_ONCE) {
      const some = measured.slice(from, from + SCORED_AT_ONCE).flatMap((one) => {
        const card = newCard(one, heard.get(one.id) ?? [], campaign, now);
        return card === null ? [] : [{ before: one.card, ...card }];
      });
      await saveCards(
        act.tx,
        some.map(({ before: _before, ...card }) => card),
      );
      changed.push(...some);
    }
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
  if (isSameJson(card, before)) return null;
  return { id, verdict: scored.verdict, score: scored.score, card };
}

function noteOf({ id, card, before }: Changed): LedgerNote {
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
  const other = siteKinds.find((kind) => !isSameJson(termsFor(before, kind), termsFor(now, kind)));
  if (other !== undefined) {
    throw new Refusal('rubric-measures-otherwise', { rubric: now.ref.id, kind: other });
  }
}
