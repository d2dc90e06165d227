import { Refusal } from '#base/refusal.ts';
import {
  type PublicProblem,
  publicProblems,
  type PublicRound,
  type PublicScore,
  type ScoreCount,
} from '#domain/scoreboard.ts';
import type { Words } from '#domain/clock.ts';
import { describeFinding } from '#publish/wording.ts';
import { findCampaign } from '#store/campaigns.ts';
import { findUnit } from '#store/units.ts';
import {
  countPublicScores,
  findPublishedSite,
  listPublicRounds,
  listPublicScores,
  listPublicSites,
  type PublicSite,
} from '#store/public-rounds.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { loadWording } from './run-instruments.ts';

// What everybody may ask. Nobody's rights are looked at, so nothing is answered that a published
// circular does not say, and nothing of a site that was never online.

/** The public asks of the database alone. */
export type PublicDesk = Pick<Desk, 'db'>;

/** So many rounds are told at once: ten years of quarters. */
const MOST_ROUNDS = 40;
const MOST_SITES = 200;

/** Rounds with a published circular, the newest first. */
export async function askPublicRounds(desk: PublicDesk): Promise<PublicRound[]> {
  return await listPublicRounds(desk.db, { limit: MOST_ROUNDS });
}

/** One round. */
export async function askPublicRound(desk: PublicDesk, campaignId: number): Promise<PublicRound> {
  const [round] = await listPublicRounds(desk.db, { campaignId, limit: 1 });
  if (!round) throw new Refusal('not-found', { thing: 'campaign', id: campaignId });
  return round;
}

/** A part of a round's sites in their official order, and how all of them stand. */
export interface PublicSheet {
  round: PublicRound;
  scores: PublicScore[];
  standing: ScoreCount[];
  /** Place of the last one shown, where more follow. */
  next: number | null;
}

/** One round with the sites behind a place: a whole province is more than one page. */
export async function askPublicSheet(
  desk: PublicDesk,
  campaignId: number,
  { after = -1, limit }: { after?: number | undefined; limit: number },
): Promise<PublicSheet> {
  const round = await askPublicRound(desk, campaignId);
  const asked = await listPublicScores(desk.db, { campaignId, after, limit: limit + 1 });
  const scores = asked.slice(0, limit);
  const next = asked.length > limit ? (scores.at(-1)?.position ?? null) : null;
  return { round, scores, next, standing: await countPublicScores(desk.db, campaignId) };
}

/** A problem in the words of the circular, with its proof. */
export interface ToldProblem extends PublicProblem {
  sentence: string;
  /** What the rubric calls the line that charges it. */
  indicatorTitle: Words;
}

/** A site with what every published round said of it, and the problems of the newest. */
export interface PublicSiteSheet {
  site: PublicSite;
  /** Oldest first, each with its round. */
  scores: { round: PublicRound; score: PublicScore }[];
  problems: ToldProblem[];
}

/** One site. */
export async function askPublicSite(desk: PublicDesk, id: number): Promise<PublicSiteSheet> {
  const [site] = await listPublicSites(desk.db, { ids: [id], limit: 1 });
  if (!site) throw new Refusal('not-found', { thing: 'site', id });
  const [rounds, scores, newest] = await Promise.all([
    askPublicRounds(desk),
    listPublicScores(desk.db, { siteKeys: [site.key] }),
    findPublishedSite(desk.db, site.key),
  ]);
  const found = new Map(newest?.findings.map((finding) => [finding.id, finding]));
  const problems = newest === null ? [] : publicProblems(newest, newest.findings);
  const titles =
    newest === null ? new Map<string, Words>() : await titlesOf(desk, newest.campaign_id);
  return {
    site,
    scores: joined(rounds, scores),
    problems: problems.flatMap((problem) => {
      const finding = found.get(problem.id);
      if (!finding) return [];
      const { url } = problem;
      const sentence = describeFinding({ ...finding, url: url ?? '' }, loadWording());
      const indicatorTitle = titles.get(problem.indicator) ?? sameWords(problem.indicator);
      return [{ ...problem, sentence, indicatorTitle }];
    }),
  };
}

/** What a campaign's rubric calls its lines, by their ids. */
async function titlesOf(desk: PublicDesk, campaignId: number): Promise<Map<string, Words>> {
  const campaign = await findCampaign(desk.db, campaignId);
  if (campaign === null) return new Map();
  const { vetoes, deductions, bonus } = campaignRubric(campaign);
  return new Map([...vetoes, ...deductions, ...bonus].map(({ id, title }) => [id, title]));
}

/** A unit with the sites it has now and what the rounds said of them. */
export async function askPublicUnit(
  desk: PublicDesk,
  id: number,
): Promise<{
  unit: { id: number; name: string };
  sites: PublicSite[];
  scores: { round: PublicRound; score: PublicScore }[];
}> {
  const unit = await findUnit(desk.db, id);
  if (!unit) throw new Refusal('not-found', { thing: 'unit', id });
  const sites = await listPublicSites(desk.db, { unitId: id, limit: MOST_SITES });
  const siteKeys = sites.map(({ key }) => key);
  const [rounds, scores] = await Promise.all([
    askPublicRounds(desk),
    listPublicScores(desk.db, { siteKeys }),
  ]);
  return { unit: { id, name: unit.name }, sites, scores: joined(rounds, scores) };
}

/** Sites whose name, unit, address or code holds some words. */
export async function searchPublicSites(desk: PublicDesk, q: string): Promise<PublicSite[]> {
  return await listPublicSites(desk.db, { q, limit: MOST_SITES });
}

function joined(rounds: readonly PublicRound[], scores: readonly PublicScore[]) {
  const byId = new Map(rounds.map((round) => [round.campaignId, round]));
  return scores.flatMap((score) => {
    const round = byId.get(score.campaignId);
    return round ? [{ round, score }] : [];
  });
}

function sameWords(text: string): Words {
  return { zh: text, en: text };
}
