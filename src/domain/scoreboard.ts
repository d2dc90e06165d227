import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Centipoints } from '#base/points.ts';
import type { Url } from '#base/url.ts';
import type { Quotient } from './circular.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { SiteResult } from './result.ts';
import type { RubricRef, Verdict } from './scorecard.ts';
import type { SiteKind } from './site.ts';

// What the public sees of campaigns: only what a published circular says, and every correction
// beside the number that it corrects.

/** A version of a circular that was published, whether corrected since or not. */
export interface PublicVersion {
  circularId: number;
  /** 1, then 2, 3 … for each correction. */
  number: number;
  publishedAt: Instant;
  hash: string;
  /** Null for the first. */
  correctionReason: string | null;
}

/** A round (抽查) of which a circular was published. */
export interface PublicRound {
  campaignId: number;
  name: string;
  period: string;
  region: string;
  asOf: CivilDate;
  /** In points. */
  passLine: number;
  rubric: RubricRef;
  counts: { total: number; pass: number; fail: number; incomplete: number };
  passRate: Quotient | null;
  /** Newest first; the first is the one that holds. */
  versions: PublicVersion[];
}

/** What one version says of a site. */
export interface PublicStanding {
  verdict: Verdict;
  score: Centipoints | null;
}

/** A site in a round, as the version that holds says it. */
export interface PublicScore extends PublicStanding {
  campaignId: number;
  siteKey: string;
  /** Null when the register no longer has the site. */
  siteId: number | null;
  unitId: number | null;
  /** Place in the official order of the round. */
  position: number;
  unit: string;
  homepage: Url;
  kind: SiteKind;
  problems: string[];
  /** What earlier versions said otherwise, newest first; empty when nothing was corrected. */
  corrected: (PublicStanding & { number: number })[];
}

/** How many sites of a round stand alike. */
export interface ScoreCount extends PublicStanding {
  count: number;
}

/** One look that a problem rests on. */
export interface PublicLook {
  at: Instant;
  status: number | null;
  outcome: string;
  bodyHash: string | null;
}

/** A problem with its proof, as far as everybody may see it. */
export interface PublicProblem {
  id: string;
  kind: FindingKind;
  charge: 'veto' | 'deduction' | 'unpriced';
  /** Line of the rubric. */
  indicator: string;
  /** Null where the address itself would do harm. */
  url: Url | null;
  foundOn: Url | null;
  looks: PublicLook[];
}

/**
 * Kinds whose addresses lead to what nobody should be led to: named, with the instants at which
 * they were seen, and no more.
 */
const harmful: ReadonlySet<FindingKind> = new Set(['grave-error', 'link-hijacked', 'hidden-link']);

type Charged = Pick<SiteResult, 'vetoes' | 'deductions' | 'unpriced'>;

/** The problems that a published scorecard names, each once, vetoes first. */
export function publicProblems(card: Charged, findings: readonly Finding[]): PublicProblem[] {
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  const lines = [
    ...card.vetoes.map((line) => ({ ...line, charge: 'veto' as const })),
    ...card.deductions.map((line) => ({ ...line, charge: 'deduction' as const })),
    ...card.unpriced.map((line) => ({ ...line, charge: 'unpriced' as const })),
  ];
  return lines.flatMap(({ indicator, charge, findings: ids }) =>
    ids.flatMap((id) => {
      const finding = known.get(id);
      known.delete(id);
      return finding ? [publicProblem(finding, indicator, charge)] : [];
    }),
  );
}

/** Excerpts and pictures stay with the office: they may hold what must not be repeated. */
function publicProblem(
  { id, kind, url, foundOn, evidence }: Finding,
  indicator: string,
  charge: PublicProblem['charge'],
): PublicProblem {
  const isHarmful = harmful.has(kind);
  return {
    id,
    kind,
    charge,
    indicator,
    url: isHarmful ? null : url,
    foundOn: isHarmful ? null : foundOn,
    looks: evidence.map(({ at, status, outcome, bodyHash }) => ({ at, status, outcome, bodyHash })),
  };
}
