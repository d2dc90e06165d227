import { isSameJson } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import type { Standing } from '#domain/campaign.ts';
import { standingsOf } from '#domain/standings-of.ts';
import type { Database } from '#store/database/database.ts';
import { findScoredInspection, listHeard, listScores, saveScore } from '#store/heard-findings.ts';
import { toJson } from '#store/json-column.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Act } from './desk.ts';
import { cardOfScore, scoreInspection } from './score-inspection.ts';

/**
 * Scores an inspection anew by its findings as persons left them, and keeps card, verdict and
 * score. Every act calls it that changes what is charged. Nothing is written when nothing changes.
 */
export async function rescoreInspection(act: Act, inspectionId: number): Promise<void> {
  const inspection = await findScoredInspection(act.tx, inspectionId, { lock: true });
  if (inspection?.card === undefined || inspection.card === null) return;
  const { site, asOf, settings, card: before } = inspection;
  const heard = await listHeard(act.tx, { inspectionId });
  const scored = scoreInspection(
    {
      kind: site.kind,
      looked: before.looked,
      asOf,
      explanationsLift: settings.explanationsLift,
    },
    heard,
    campaignRubric(inspection),
  );
  const card = cardOfScore(scored, before);
  if (isSameJson(card, before)) return;
  const { verdict, score } = scored;
  if (!(await saveScore(act.tx, inspection, { verdict, score, card: toJson(card) }))) {
    throw new Refusal('moved-meanwhile', { thing: 'inspection', id: inspectionId });
  }
  await act.note({
    act: 'inspection.rescore',
    thing: 'inspection',
    thingId: inspectionId,
    before: { verdict: before.verdict, score: before.score },
    after: { verdict: card.verdict, score: card.score },
  });
}

/** Where a site stands in its campaign now. */
export async function standingOf(
  db: Database,
  { campaignId, siteId }: { campaignId: number; siteId: number },
): Promise<Standing> {
  const standings = standingsOf(await listScores(db, campaignId));
  return standings.get(siteId) ?? { verdict: null, score: null, rank: null };
}
