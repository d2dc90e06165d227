import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Finding } from '#domain/finding.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { NamingRule, Wording } from '#domain/wording.ts';
import { wordingKey } from './wording.ts';

/** Sites by what the scorecards say of them, each list in the order of the sites file. */
export interface Tally {
  passed: SiteResult[];
  failed: SiteResult[];
  incomplete: SiteResult[];
  /** With a verdict and a score: what mean and bands are made of. */
  scored: SiteResult[];
  good: SiteResult[];
  vetoed: SiteResult[];
  /** Failed by score alone. */
  low: SiteResult[];
  /** Passing, but below the naming line; lowest first. */
  poor: SiteResult[];
}

/** Sorts the sites of a result by verdict and by the naming rule. */
export function tally(result: Result, naming: NamingRule): Tally {
  const { sites } = result;
  const passed = sites.filter(({ verdict }) => verdict === 'pass');
  const failed = sites.filter(({ verdict }) => verdict === 'fail');
  return {
    passed,
    failed,
    incomplete: sites.filter(({ verdict }) => verdict === 'incomplete'),
    scored: [...sites].filter(({ verdict, score }) => verdict !== 'incomplete' && score !== null),
    good: passed.filter(({ score }) => score !== null && score >= naming.goodAtLeast),
    vetoed: failed.filter(({ vetoes }) => vetoes.length > 0),
    low: failed.filter(({ vetoes }) => vetoes.length === 0),
    poor: passed
      .filter(({ score }) => score !== null && score < naming.poorBelow)
      .toSorted(byScore),
  };
}

/** Incomplete sites first, then those without a score, then by score; equals keep their order. */
export function byScore(a: SiteResult, b: SiteResult): number {
  return rank(a) - rank(b);
}

function rank({ verdict, score }: SiteResult): number {
  return verdict === 'incomplete' ? -2 : (score ?? -1);
}

/** The findings of a site that its scorecard counts: by veto, with points, or without a price. */
export function countedFindings(site: SiteResult): Finding[] {
  const lines = [...site.vetoes, ...site.deductions, ...site.unpriced];
  const ids = new Set(lines.flatMap(({ findings }) => findings));
  return site.findings.filter(({ id }) => ids.has(id));
}

/** Repeat offenders of the brief that are charged again in this round. */
export function repeatOffenders(
  result: Result,
  brief: CampaignBrief,
): { site: SiteResult; since: string; index: number }[] {
  return (brief.repeatOffenders ?? []).flatMap(({ unit, since }, index) => {
    const site = result.sites.find((candidate) => candidate.unit === unit);
    return site && countedFindings(site).length > 0 ? [{ site, since, index }] : [];
  });
}

/** All counted findings of one kind (and clock, position) in all sites. */
export interface ProblemClass {
  /** `channel-stale.P14D`, `link-dead/other`: names its fields. */
  id: string;
  key: string;
  sample: Finding;
  sites: { key: string; unit: string; count: number }[];
  findings: number;
  minimums: number[];
}

/** The problem classes of the given kinds, in the order of kinds, then of clocks. */
export function problemClasses(result: Result, kinds: readonly string[]): ProblemClass[] {
  const classes = new Map<string, ProblemClass>();
  for (const site of result.sites) {
    for (const finding of countedFindings(site)) add(classes, site, finding);
  }
  const place = ({ sample }: ProblemClass) => kinds.indexOf(sample.kind);
  return [...classes.values()]
    .filter((problem) => place(problem) >= 0)
    .toSorted(
      (a, b) => place(a) - place(b) || clockDays(a) - clockDays(b) || (a.id < b.id ? -1 : 1),
    );
}

function add(
  classes: Map<string, ProblemClass>,
  { key: site, unit }: SiteResult,
  finding: Finding,
): void {
  const key = wordingKey(finding);
  const period = finding.measure.clock ?? finding.measure.window;
  const id = typeof period === 'string' ? `${key}.${period}` : key;
  const known = classes.get(id);
  const problem = known ?? { id, key, sample: finding, sites: [], findings: 0, minimums: [] };
  classes.set(id, problem);
  const last = problem.sites.at(-1);
  if (last?.key === site) last.count += 1;
  else problem.sites.push({ key: site, unit, count: 1 });
  problem.findings += 1;
  const { minimum } = finding.measure;
  if (typeof minimum === 'number' && !problem.minimums.includes(minimum)) {
    problem.minimums.push(minimum);
    problem.minimums.sort((a, b) => a - b);
  }
}

function clockDays({ sample }: ProblemClass): number {
  const match = /^P(\d+)([DMY])$/.exec(String(sample.measure.clock ?? ''));
  if (!match) return 0;
  return Number(match[1]) * (match[2] === 'D' ? 1 : match[2] === 'M' ? 30 : 365);
}

/**
 * Units named as examples of a problem: by falling count, at most `naming.examples`, and then all
 * that tie with the last of them. `complete`: nobody is left out.
 */
export function examples(
  problem: ProblemClass,
  naming: NamingRule,
): { units: string[]; complete: boolean } {
  const sorted = problem.sites.toSorted((a, b) => b.count - a.count);
  const last = sorted[Math.min(naming.examples, sorted.length) - 1];
  const named = sorted.filter(({ count }) => last !== undefined && count >= last.count);
  return { units: named.map(({ unit }) => unit), complete: named.length === sorted.length };
}

/** The wording's bands that hold a site, highest first, with the exact top when all reach it. */
export function bands(
  scored: readonly SiteResult[],
  { naming }: Wording,
): { min: number; below: number | null; count: number; exact: boolean }[] {
  return naming.bands.flatMap((min, index) => {
    const below = index === 0 ? null : (naming.bands[index - 1] ?? null);
    const within = scored.filter(({ score }) => {
      const value = score ?? -1;
      return value >= min && (below === null || value < below);
    });
    const exact = below === null && within.every(({ score }) => score === min);
    return within.length === 0 ? [] : [{ min, below, count: within.length, exact }];
  });
}
