import { toPoints } from '#base/points.ts';
import type { StateOf } from '#domain/moves.ts';
import { reachOf } from '#domain/rights.ts';
import type { Bilingual, Rubric } from '#domain/rubric.ts';
import type { Scorecard, Verdict } from '#domain/scorecard.ts';
import { scoreSite } from '#score/score-site.ts';
import { listCardsOfSite, listMended } from '#store/campaign-cards.ts';
import { findScoredInspection, listHeard } from '#store/heard-findings.ts';
import { type ChargedLine, linesOf } from './ask-charges.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf } from './page-of.ts';
import { siteAt } from './register-at.ts';
import { heardFinding } from './score-inspection.ts';

/** One inspection of a site, in its history. */
export interface SiteInspection {
  inspectionId: number;
  campaignId: number;
  campaign: string;
  period: string;
  asOf: string;
  campaignState: StateOf<'campaign'>;
  state: StateOf<'inspection'>;
  verdict: Verdict | null;
  score: number | null;
  lines: ChargedLine[];
}

/** Inspections of a site that may be seen, newest first. */
export async function askSiteInspections(
  desk: Desk,
  siteId: number,
  { after, limit }: { after?: number; limit: number },
): Promise<Page<SiteInspection>> {
  await siteAt(desk, desk.db, siteId, 'register.read');
  const reach = reachOf(desk.actor, 'campaign.read');
  const filter = { ...(after !== undefined && { after }), limit: limit + 1 };
  const rows = await listCardsOfSite(desk.db, reach, siteId, filter);
  return pageOf(rows, limit, ({ campaignId }) => campaignId, inspectionOf);
}

function inspectionOf(row: Awaited<ReturnType<typeof listCardsOfSite>>[number]): SiteInspection {
  const { card } = row;
  return {
    inspectionId: row.inspectionId,
    campaignId: row.campaignId,
    campaign: row.campaign,
    period: row.period,
    asOf: row.asOf,
    campaignState: row.campaignState,
    state: row.state,
    verdict: row.verdict,
    score: row.score === null ? null : toPoints(row.score),
    lines: card === null ? [] : linesOf(card),
  };
}

/** What mending one line of the rubric would bring. */
export interface ToMend {
  indicator: string;
  title: Bilingual;
  isVeto: boolean;
  /** Findings that the line takes. */
  findings: number[];
  /** What the line takes off; null for a veto and where the rubric does not know it. */
  points: number | null;
  /** The score with this line mended and nothing else; null while there is none. */
  scoreAfter: number | null;
  verdictAfter: Verdict;
}

/** How a site would be judged by what is known of it, and what to mend first. */
export interface SiteStanding {
  /** The newest measured inspection that may be seen; null: there is none yet. */
  basis: { inspectionId: number; campaignId: number; campaign: string; asOf: string } | null;
  verdict: Verdict | null;
  score: number | null;
  passLine: number | null;
  /** Findings of that inspection that a recheck has seen to be gone: not counted any more. */
  mended: number;
  /** Most pressing first: vetoes, then what brings most. */
  toMend: ToMend[];
}

/** Scores the newest inspection of a site again, line by line, as if each were mended. */
export async function askSiteStanding(desk: Desk, siteId: number): Promise<SiteStanding> {
  await siteAt(desk, desk.db, siteId, 'register.read');
  const reach = reachOf(desk.actor, 'campaign.read');
  const rows = await listCardsOfSite(desk.db, reach, siteId, { limit: 10 });
  const newest = rows.find(({ state, card }) => state === 'measured' && card !== null);
  const found =
    newest && (await findScoredInspection(desk.db, newest.inspectionId, { lock: false }));
  if (!newest || !found?.card) {
    return { basis: null, verdict: null, score: null, passLine: null, mended: 0, toMend: [] };
  }
  const { inspectionId, campaignId, campaign, asOf } = newest;
  const rubric = campaignRubric(found);
  const terms = { asOf, explanationsLift: found.settings.explanationsLift };
  const mended = new Set(await listMended(desk.db, inspectionId));
  const heard = (await listHeard(desk.db, { inspectionId })).filter(({ id }) => !mended.has(id));
  const findings = heard.map((one) => heardFinding(one, terms));
  const input = { kind: found.site.kind, findings, looked: found.card.looked };
  const score = (without: ReadonlySet<string>) =>
    scoreSite({ ...input, findings: findings.filter(({ id }) => !without.has(id)) }, rubric);
  const card = score(new Set());
  const numbers = new Map(heard.map(({ key, id }) => [key, id]));
  return {
    basis: { inspectionId, campaignId, campaign, asOf },
    verdict: card.verdict,
    score: pointsOf(card.score),
    passLine: toPoints(rubric.scale.passLine.value),
    mended: mended.size,
    toMend: toMendOf({ card, rubric, score, numbers }),
  };
}

function toMendOf({
  card,
  rubric,
  score,
  numbers,
}: {
  card: Scorecard;
  rubric: Rubric;
  score(without: ReadonlySet<string>): Scorecard;
  /** Numbers of findings by their keys. */
  numbers: ReadonlyMap<string, number>;
}): ToMend[] {
  const titles = new Map(
    [...rubric.vetoes, ...rubric.deductions].map((one) => [one.id, one.title]),
  );
  const lines = [
    ...card.vetoes.map((line) => ({ ...line, isVeto: true, points: null })),
    ...card.deductions.map((line) => ({ ...line, isVeto: false })),
    ...card.unpriced.map((line) => ({ ...line, isVeto: false, points: null })),
  ];
  const made = lines.map(({ indicator, isVeto, findings, points }) => {
    const after = score(new Set(findings));
    return {
      indicator,
      title: titles.get(indicator) ?? { zh: indicator, en: indicator },
      isVeto,
      findings: findings.flatMap((key) => numbers.get(key) ?? []),
      points: pointsOf(points),
      scoreAfter: pointsOf(after.score),
      verdictAfter: after.verdict,
    };
  });
  const weight = ({ isVeto, points }: ToMend) => (isVeto ? Infinity : (points ?? 0));
  return made.toSorted((a, b) => (weight(a) === weight(b) ? 0 : weight(b) > weight(a) ? 1 : -1));
}

function pointsOf(score: number | null): number | null {
  return score === null ? null : toPoints(score);
}
