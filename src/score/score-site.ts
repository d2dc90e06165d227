import { ENGINE } from '#base/engine.ts';
import type { Centipoints } from '#base/points.ts';
import type { Finding } from '#domain/finding.ts';
import type { Indicator, Rubric, SiteClass } from '#domain/rubric.ts';
import type { Deduction, Gap, Scorecard, Unpriced, Verdict } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';
import { applyRule } from './apply-rule.ts';
import { claimFacts, type Fact, inOrder, nameOf } from './facts.ts';
import { judgeVetoes } from './judge-vetoes.ts';

/** What one site's inspection came to, as far as scoring needs it. */
export interface ScoreInput {
  readonly kind: SiteKind;
  readonly findings: readonly Finding[];
  readonly looked: {
    /** Things that had to be looked at. */
    readonly total: number;
    readonly unmeasured: number;
    readonly neverOpened: boolean;
  };
  /** Points a person set for manual lines and bonuses, by indicator; none when left out. */
  readonly byHand?: Readonly<Record<string, Centipoints>>;
}

/**
 * What a rubric says of a site. Only confirmed findings are charged, each fact once, by the first
 * indicator that takes it. A veto leaves no score and no deductions. Below the pass line it fails;
 * else it is `incomplete` when a veto line is open, too much is unmeasured, it never opened, or
 * the rubric's points are not known (the last three leave no score either); else it passes.
 * Pure: the same findings in any order give the same card.
 */
export function scoreSite(input: ScoreInput, rubric: Rubric): Scorecard {
  const findings = inOrder(input.findings);
  const judged = judgeVetoes(findings, rubric.vetoes);
  if (judged.vetoes.length > 0) {
    const score = rubric.scale.vetoScore?.value ?? null;
    return { ...blankCard(rubric, 'fail'), score, vetoes: judged.vetoes };
  }
  const gaps = [...judged.gaps, ...lookedGaps(input, rubric)];
  const site = rubric.classes[input.kind];
  if (site.scoring === 'veto-only') {
    return { ...blankCard(rubric, gaps.length > 0 ? 'incomplete' : 'pass'), gaps };
  }
  const { deductions, unpriced } = deduct(findings, askedOf(rubric, site), input.byHand ?? {});
  const unknown = unknownGap(rubric, site);
  const open = unknown === null ? gaps : [...gaps, unknown];
  const left = remaining(rubric, site, deductions);
  const bonus = grantBonus(rubric, left, input.byHand ?? {});
  const isKnown = unknown === null && !input.looked.neverOpened;
  const verdict = decide(isKnown ? left : null, rubric.scale.passLine.value, open);
  const hasScore = verdict === 'fail' || (isKnown && !open.some(hidesScore));
  const score = hasScore ? left + sumPoints(bonus) : null;
  return {
    ...blankCard(rubric, verdict),
    score,
    deductions,
    bonus: hasScore ? bonus : [],
    unpriced,
    gaps: verdict === 'incomplete' ? open : [],
  };
}

// An open veto line leaves the score readable; a site hardly looked at has none.
function hidesScore(gap: Gap): boolean {
  return gap.why !== 'veto-unmeasured';
}

function blankCard(rubric: Rubric, verdict: Verdict): Scorecard {
  return {
    rubric: rubric.ref,
    engine: ENGINE,
    verdict,
    score: null,
    vetoes: [],
    deductions: [],
    bonus: [],
    unpriced: [],
    gaps: [],
  };
}

/** The deduction lines that a rubric asks of one kind of site. */
export function askedOf(rubric: Rubric, site: SiteClass): Indicator[] {
  return rubric.deductions.filter((indicator) => !site.skipGroups.includes(indicator.group));
}

function lookedGaps(input: ScoreInput, rubric: Rubric): Gap[] {
  const { total, unmeasured, neverOpened } = input.looked;
  const gap = { indicator: null, measured: total - unmeasured, unmeasured };
  const gaps: Gap[] = neverOpened ? [{ why: 'never-opened', ...gap }] : [];
  const limit = Math.round(rubric.scale.maxUnmeasuredShare.value * 10_000);
  if (unmeasured * 10_000 > limit * total) gaps.push({ why: 'share-unmeasured', ...gap });
  return gaps;
}

function unknownGap(rubric: Rubric, site: SiteClass): Gap | null {
  if (rubric.scale.unknownPoints === 'unpriced') return null;
  const asked = askedOf(rubric, site);
  const unmeasured = asked.filter(isUnknown).length;
  const measured = asked.length - unmeasured;
  return unmeasured > 0 ? { why: 'points-unknown', indicator: null, measured, unmeasured } : null;
}

/** Whether nobody knows what a line costs, or a part of it. */
export function isUnknown({ rule }: Indicator): boolean {
  if (rule.kind === 'ladder') return rule.rungs.some((rung) => rung.points === 'unknown');
  return 'points' in rule && rule.points === 'unknown';
}

function deduct(
  findings: readonly Finding[],
  indicators: readonly Indicator[],
  byHand: Readonly<Record<string, Centipoints>>,
): { deductions: Deduction[]; unpriced: Unpriced[] } {
  const confirmed = findings.filter((finding) => finding.state === 'confirmed');
  const deductions: Deduction[] = [];
  const unpriced: Unpriced[] = [];
  for (const { indicator, facts } of claimFacts(confirmed, indicators)) {
    const charge = applyRule(indicator.rule, facts, byHand[indicator.id] ?? null);
    const line = (part: readonly Fact[]) => ({
      indicator: indicator.id,
      count: part.length,
      findings: part.map(nameOf),
    });
    if (charge.points > 0) deductions.push({ ...line(charge.charged), points: charge.points });
    if (charge.unpriced.length > 0) unpriced.push(line(charge.unpriced));
  }
  return { deductions, unpriced };
}

/** What is left after the deductions: scaled where the class says so, never below the floor. */
function remaining(rubric: Rubric, site: SiteClass, deductions: readonly Deduction[]): Centipoints {
  const full = site.rescale?.from ?? rubric.scale.full.value;
  const left = Math.max(rubric.scale.floor.value, full - sumPoints(deductions));
  if (site.rescale === null) return left;
  const { from, to } = site.rescale;
  return Math.floor((2 * left * to + from) / (2 * from));
}

function grantBonus(
  rubric: Rubric,
  left: Centipoints,
  byHand: Readonly<Record<string, Centipoints>>,
): { indicator: string; points: Centipoints }[] {
  const { bonus } = rubric.scale;
  if (bonus === null || left <= bonus.opensAbove.value) return [];
  let room = bonus.maximum.value;
  return rubric.bonus.flatMap(({ id, rule }) => {
    const points = Math.min(room, applyRule(rule, [], byHand[id] ?? null).points);
    room -= points;
    return points > 0 ? [{ indicator: id, points }] : [];
  });
}

function sumPoints(lines: readonly { points: Centipoints }[]): Centipoints {
  return lines.reduce((sum, line) => sum + line.points, 0);
}

function decide(left: Centipoints | null, passLine: Centipoints, gaps: readonly Gap[]): Verdict {
  if (left !== null && left < passLine) return 'fail';
  return gaps.length > 0 ? 'incomplete' : 'pass';
}
