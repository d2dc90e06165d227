import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { isCharged } from '#domain/charged-findings.ts';
import type { Finding, FindingKind, FindingState } from '#domain/finding.ts';
import { isReviewable, needsTwo } from '#domain/next-review.ts';
import type { StateOf } from '#domain/moves.ts';
import { mayAnywhere, reachOf } from '#domain/rights.ts';
import type { Indicator } from '#domain/rubric.ts';
import { describeFinding } from '#publish/wording.ts';
import { explainScore, trailText } from '#score/explain-score.ts';
import { type AppealRow, listAppealsOf } from '#store/appeals.ts';
import { type ExplanationRow, listExplanations } from '#store/explanations.ts';
import { findingNumbers, findingsByNumbers } from '#store/findings-together.ts';
import { findScoredInspection, listHeard } from '#store/heard-findings.ts';
import { countReviews, type FindingFilter, listFindings } from '#store/reviews.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { visibleFinding } from './findings-at-hand.ts';
import { hearingUntil } from './hearing-until.ts';
import { inPages, type WholeList } from './in-pages.ts';
import { type Page, pageOf, pageSize } from './page-of.ts';
import { loadWording } from './run-instruments.ts';
import { scoreInspection } from './score-inspection.ts';

/** A finding as lists show it. */
export interface FindingLine {
  id: number;
  campaignId: number;
  inspectionId: number;
  siteId: number;
  siteKey: string;
  unitId: number;
  unit: string;
  key: string;
  kind: FindingKind;
  state: FindingState;
  review: StateOf<'review'>;
  /** What the first of two persons proposed. */
  proposed: 'accepted' | 'set-aside' | null;
  reviewReason: string | null;
  reviewedBy: number | null;
  secondedBy: number | null;
  mergedInto: number | null;
  /** Whether a person has something to decide of it, and whether two must. */
  isReviewable: boolean;
  needsTwo: boolean;
  isCharged: boolean;
  /** In the words of the circular. */
  sentence: string;
  url: string;
  /** The line of the rubric that charges it, by the card as it stands. */
  indicator: string | null;
  appeals: StateOf<'appeal'>[];
  explanations: { state: StateOf<'explanation'>; validUntil: string | null }[];
  version: number;
}

/** Findings that may be seen, in the order of their numbers. */
export async function askFindings(
  desk: Desk,
  filter: Partial<FindingFilter>,
): Promise<Page<FindingLine>> {
  if (!mayAnywhere(desk.actor, 'finding.read')) return { items: [], next: null };
  const limit = pageSize(filter.limit);
  const reach = reachOf(desk.actor, 'finding.read');
  const rows = await listFindings(desk.db, reach, { ...filter, limit: limit + 1 });
  return pageOf(rows, limit, ({ id }) => id, lineOf);
}

/**
 * All of them at once, for a file: how many, counted no further than `most`, and their lines, some
 * at a time. Must be asked in one transaction, of one moment.
 */
export async function askAllFindings(
  desk: Desk,
  filter: Partial<FindingFilter>,
  most: number,
): Promise<WholeList<FindingLine>> {
  if (!mayAnywhere(desk.actor, 'finding.read')) return { count: 0, pages: [] };
  const reach = reachOf(desk.actor, 'finding.read');
  const ids = await findingNumbers(desk.db, reach, { ...filter, limit: most });
  const read = async (some: readonly number[]) =>
    (await findingsByNumbers(desk.db, some)).map(lineOf);
  return { count: ids.length, pages: inPages(ids, read) };
}

type Row = Awaited<ReturnType<typeof listFindings | typeof findingsByNumbers>>[number];

function lineOf(row: Row): FindingLine {
  const { finding, key } = row;
  return {
    id: row.id,
    campaignId: row.campaignId,
    inspectionId: row.inspectionId,
    siteId: row.siteId,
    siteKey: row.siteKey,
    unitId: row.unitId,
    unit: row.unit,
    key,
    kind: row.kind,
    state: row.state,
    review: row.review,
    proposed: row.proposed,
    reviewReason: row.reviewReason,
    reviewedBy: row.reviewedBy,
    secondedBy: row.secondedBy,
    mergedInto: row.mergedInto,
    isReviewable: isReviewable(row),
    needsTwo: needsTwo(row),
    isCharged: isCharged(row, row),
    sentence: describeFinding(finding, loadWording()),
    url: finding.url,
    indicator: row.indicator,
    appeals: [...row.appeals],
    explanations: [...row.explanations],
    version: row.version,
  };
}

/** One finding with everything it stands on. */
export interface FindingView {
  id: number;
  campaignId: number;
  inspectionId: number;
  siteId: number;
  state: FindingState;
  review: StateOf<'review'>;
  proposed: 'accepted' | 'set-aside' | null;
  reviewReason: string | null;
  reviewedBy: number | null;
  secondedBy: number | null;
  mergedInto: number | null;
  isCharged: boolean;
  version: number;
  /** With its evidence: visits, times, statuses, hashes, excerpts. */
  finding: Finding;
  sentence: string;
  /** The line of the rubric that takes it, with its clause; null when none charges it. */
  indicator: Indicator | null;
  isVeto: boolean;
  /** The arithmetic of the site's score, a line a sum. */
  sum: { zh: string[]; en: string[] };
  explanations: ExplanationRow[];
  appeals: AppealRow[];
  /** Until when the unit may speak; null when it may not. */
  hearingUntil: Instant | null;
}

/** One finding: what was seen, the clause, the sum, what unit and office said. */
export async function askFinding(desk: Desk, id: number): Promise<FindingView> {
  const row = await visibleFinding(desk, desk.db, id);
  const found = await findScoredInspection(desk.db, row.inspectionId, { lock: false });
  if (!found?.card) throw new Refusal('not-found', { thing: 'finding', id });
  const { asOf, settings, site, card } = found;
  const rubric = campaignRubric(found);
  const terms = { asOf, explanationsLift: settings.explanationsLift };
  const heard = await listHeard(desk.db, { inspectionId: row.inspectionId });
  const scored = scoreInspection({ kind: site.kind, looked: card.looked, ...terms }, heard, rubric);
  const trail = explainScore(scored, rubric, site.kind);
  const takes = (line: { findings: string[] }) => line.findings.includes(row.key);
  const veto = scored.vetoes.find(takes);
  const line = veto ?? scored.deductions.find(takes) ?? scored.unpriced.find(takes);
  const lines = [...rubric.vetoes, ...rubric.deductions];
  return {
    id: row.id,
    campaignId: row.campaignId,
    inspectionId: row.inspectionId,
    siteId: row.siteId,
    state: row.state,
    review: row.review,
    proposed: row.proposed,
    reviewReason: row.reviewReason,
    reviewedBy: row.reviewedBy,
    secondedBy: row.secondedBy,
    mergedInto: row.mergedInto,
    isCharged: isCharged(row, terms),
    version: row.version,
    finding: row.finding,
    sentence: describeFinding(row.finding, loadWording()),
    indicator: lines.find((one) => one.id === line?.indicator) ?? null,
    isVeto: veto !== undefined,
    sum: { zh: trailText(trail, 'zh'), en: trailText(trail, 'en') },
    explanations: await listExplanations(desk.db, [id]),
    appeals: await listAppealsOf(desk.db, id),
    hearingUntil: await hearingUntil(desk.db, row.campaignId),
  };
}

/** What of a campaign is reviewed and what is left. */
export interface ReviewCounts {
  /** Confirmed findings by review. */
  confirmed: Record<StateOf<'review'>, number>;
  /** Suspicions that only persons can settle, by review. */
  suspected: Record<StateOf<'review'>, number>;
  /** Confirmed ones that must still be reviewed before anything is drafted. */
  left: number;
}

/** How far the review of a campaign is. */
export async function askReviewCounts(desk: Desk, campaignId: number): Promise<ReviewCounts> {
  await visibleCampaign(desk, campaignId);
  const none = () => ({ open: 0, second: 0, accepted: 0, 'set-aside': 0, merged: 0 });
  const counts: ReviewCounts = { confirmed: none(), suspected: none(), left: 0 };
  for (const { review, state, count } of await countReviews(desk.db, campaignId)) {
    counts[state === 'confirmed' ? 'confirmed' : 'suspected'][review] += count;
  }
  const { confirmed, suspected } = counts;
  counts.left = confirmed.open + confirmed.second + suspected.second;
  return counts;
}
