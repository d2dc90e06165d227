import { toPoints } from '#base/points.ts';
import { Refusal } from '#base/refusal.ts';
import { may } from '#domain/rights.ts';
import type { RubricRef, Verdict } from '#domain/scorecard.ts';
import { listMeasured, listScorable } from '#store/scored-round.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { chooseRubric } from './open-campaign.ts';
import { refuseOtherTerms } from './rescore-campaign.ts';
import { scoreInspection } from './score-inspection.ts';

/** What a site comes to by another rubric. */
export interface SiteByRubric {
  inspectionId: number;
  siteId: number;
  unit: string;
  before: { verdict: Verdict; score: number | null };
  after: { verdict: Verdict; score: number | null };
}

/** A round by another rubric, or by another pass line. */
export interface RoundByRubric {
  rubric: RubricRef;
  passLine: number;
  sites: SiteByRubric[];
}

/**
 * Scores a round by another packaged rubric or pass line and keeps nothing. Findings stay as
 * persons left them; a rubric that measures otherwise is refused, as when rescoring. For the
 * office.
 */
export async function tryRubric(
  desk: Desk,
  id: number,
  asked: { rubric: string; overlays: readonly string[]; passLine?: number | undefined },
): Promise<RoundByRubric> {
  const campaign = await visibleCampaign(desk, id);
  if (!may(desk.actor, 'finding.read', { region: campaign.region_path, unit: null })) {
    throw new Refusal('not-found', { thing: 'campaign', id });
  }
  const { settings, as_of: asOf } = campaign;
  const passLine = asked.passLine ?? settings.passLine;
  const row = chooseRubric(asked.rubric, asked.overlays);
  const rubric = campaignRubric({ rubric: row, settings: { passLine } });
  refuseOtherTerms(campaignRubric(campaign), rubric);
  const measured = await listMeasured(desk.db, id);
  const heard = Map.groupBy(await listScorable(desk.db, id), ({ inspectionId }) => inspectionId);
  const terms = { asOf, explanationsLift: settings.explanationsLift };
  const sites = measured.map((one): SiteByRubric => {
    const { kind, card } = one;
    const scored = scoreInspection(
      { kind, looked: card.looked, ...terms },
      heard.get(one.id) ?? [],
      rubric,
    );
    const score = scored.score === null ? null : toPoints(scored.score);
    return {
      inspectionId: one.id,
      siteId: one.siteId,
      unit: one.unit,
      before: { verdict: card.verdict, score: card.score },
      after: { verdict: scored.verdict, score },
    };
  });
  return { rubric: rubric.ref, passLine: toPoints(rubric.scale.passLine.value), sites };
}
