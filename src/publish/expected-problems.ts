import { formatChinesePeriod } from '#base/period.ts';
import type { Circular } from '#domain/circular.ts';
import type { Finding } from '#domain/finding.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Wording } from '#domain/wording.ts';
import { decimal, type Expect, expectNames } from './expected-fields.ts';
import { describeGroup, describeSite } from './wording.ts';

/** Who is named as a problem, and the count, examples and limits of every class of problem. */
export function expectProblems(expect: Expect, result: Result, circular: Circular): void {
  expectNamed(expect, result, circular);
  for (const [id, counted] of classesOf(result, circular.wording)) {
    expectClass(expect, `problem.${id}`, counted, circular.wording);
  }
}

function expectNamed(expect: Expect, result: Result, { brief, wording }: Circular): void {
  const { poorBelow } = wording.naming;
  const again = new Set((brief.repeatOffenders ?? []).map(({ unit }) => unit));
  const stands: string[] = [];
  for (const site of result.sites) {
    const { key, unit, verdict, score } = site;
    const named = (id: string) => expect(`named.${id}.${key}`, unit, unit);
    const cause = causeOf(site, wording);
    const isPoor = verdict === 'pass' && score !== null && score < poorBelow;
    const isRepeat = again.has(unit) && chargedOf(site).length > 0;
    if (verdict === 'fail' && site.vetoes.length > 0) {
      named('vetoed');
      expect(`named.vetoed.${key}.cause`, cause, cause);
    } else if (verdict === 'fail' || isPoor) {
      const id = verdict === 'fail' ? 'low' : 'poor';
      named(id);
      expect(`named.${id}.${key}.score`, decimal(score ?? 0), score ?? 0);
    }
    if (isRepeat) {
      named('repeat');
      expect(`named.repeat.${key}.cause`, cause, cause);
    }
    if (verdict === 'fail' || isPoor || isRepeat) stands.push(unit);
  }
  const isOwn = !brief.tasks || brief.tasks.length === 0;
  if (isOwn && stands.length > 0) expectNames(expect, 'tasks.own.units', stands);
}

function causeOf(site: SiteResult, wording: Wording): string {
  const phrases = describeSite(site, wording);
  const hasVeto = phrases.some(({ charge }) => charge === 'veto');
  const told = phrases.filter(({ charge }) => !hasVeto || charge === 'veto');
  return told.map(({ findings }) => describeGroup(findings, wording)).join('；');
}

function chargedOf(site: SiteResult): Finding[] {
  const isIn = ({ id }: Finding) =>
    [site.vetoes, site.deductions, site.unpriced].some((lines) =>
      lines.some(({ findings }) => findings.includes(id)),
    );
  return site.findings.filter(isIn);
}

interface Counted {
  key: string;
  period: string | null;
  /** By site: its unit, and how many. */
  perSite: Map<string, { unit: string; count: number }>;
  minimums: Set<number>;
}

function classesOf(result: Result, wording: Wording): Map<string, Counted> {
  const told = new Set<string>(wording.problemGroups.flatMap(({ kinds }) => kinds));
  const classes = new Map<string, Counted>();
  for (const site of result.sites) {
    for (const { kind, measure } of chargedOf(site).filter((finding) => told.has(finding.kind))) {
      const where = measure.position === 'homepage' ? 'homepage' : 'other';
      const key = kind === 'link-dead' ? `link-dead/${where}` : kind;
      const clock = measure.clock ?? measure.window ?? null;
      const period = clock === null ? null : String(clock);
      const id = period === null ? key : `${key}.${period}`;
      const fresh = { key, period, perSite: new Map(), minimums: new Set<number>() };
      const counted: Counted = classes.get(id) ?? fresh;
      classes.set(id, counted);
      const before = counted.perSite.get(site.key)?.count ?? 0;
      counted.perSite.set(site.key, { unit: site.unit, count: before + 1 });
      if (typeof measure.minimum === 'number') counted.minimums.add(measure.minimum);
    }
  }
  return classes;
}

function expectClass(expect: Expect, id: string, counted: Counted, wording: Wording): void {
  const counts = [...counted.perSite.values()];
  const findings = counts.reduce((sum, { count }) => sum + count, 0);
  const minimum = [...counted.minimums].sort((a, b) => a - b).join('、');
  const window = counted.period === null ? '' : formatChinesePeriod(counted.period);
  expect(`${id}.sites`, String(counts.length), counts.length);
  expect(`${id}.findings`, String(findings), findings, false);
  expect(`${id}.window`, window, counted.period ?? '', false);
  expect(`${id}.minimum`, minimum, minimum, false);
  expectNames(expect, `${id}.names`, mostOf(counts, wording.naming.examples));
}

/** The units with most, so many as are asked for, and all that have as many as the last. */
function mostOf(sites: readonly { unit: string; count: number }[], limit: number): string[] {
  const falling = sites.map(({ count }) => count).sort((a, b) => b - a);
  const least = falling[Math.min(limit, falling.length) - 1] ?? 0;
  const counts = [...new Set(falling)].filter((count) => count >= least);
  return counts.flatMap((count) =>
    sites.filter((site) => site.count === count).map(({ unit }) => unit),
  );
}
