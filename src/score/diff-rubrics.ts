import { canonicalLine } from '#base/canonical-json.ts';
import { formatPoints } from '#base/points.ts';
import type { Indicator, Rubric, RubricDifference } from '#domain/rubric.ts';
import { describeRule, describeSelector } from './describe-rule.ts';
import { siteKinds } from './known-names.ts';

/** What one place of a rubric says, by its path. */
type Places = ReadonlyMap<string, string>;

/**
 * Where two rubrics differ: lines added and removed, their rules, points, thresholds, findings
 * and marks; the scale; how kinds of sites are judged; clocks and minimums; what is advice only.
 * Titles and notes are not compared.
 */
export function diffRubrics(before: Rubric, after: Rubric): RubricDifference[] {
  return [
    ...diffIndicators(before, after),
    ...diffPlaces('scale', scalePlaces(before), scalePlaces(after)),
    ...diffPlaces('class', classPlaces(before), classPlaces(after)),
    ...diffTerms(before, after),
    ...diffPlaces('advice', advicePlaces(before), advicePlaces(after)),
  ];
}

function diffPlaces(
  part: RubricDifference['part'],
  before: Places,
  after: Places,
): RubricDifference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((where) => {
    const [old, fresh] = [before.get(where) ?? null, after.get(where) ?? null];
    return old === fresh ? [] : [{ part, where, before: old, after: fresh }];
  });
}

function diffIndicators(before: Rubric, after: Rubric): RubricDifference[] {
  const [old, fresh] = [indicatorsOf(before), indicatorsOf(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])];
  return ids.flatMap((id): RubricDifference[] => {
    const [was, is] = [old.get(id), fresh.get(id)];
    if (was && is) return diffPlaces('indicator', indicatorPlaces(was), indicatorPlaces(is));
    const text = (one: Indicator | undefined) => (one ? describeRule(one.rule) : null);
    return [{ part: 'indicator', where: id, before: text(was), after: text(is) }];
  });
}

function indicatorsOf(rubric: Rubric): Map<string, Indicator> {
  const all = [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus];
  return new Map(all.map((indicator) => [indicator.id, indicator]));
}

function indicatorPlaces({ id, rule, takes, mark, group, after }: Indicator): Places {
  const counts = rule.kind === 'joint' ? rule.counts : [];
  const thresholds = counts.map(
    (count) => `≥${count.atLeast} ${count.takes.map(describeSelector).join('; ')}`,
  );
  return new Map([
    [`${id}.rule`, describeRule(rule)],
    [`${id}.takes`, takes.map(describeSelector).join('; ')],
    ...(counts.length > 0 ? [[`${id}.counts`, thresholds.join(' | ')] as const] : []),
    [`${id}.mark`, mark],
    [`${id}.group`, group],
    [`${id}.after`, after.join(', ')],
  ]);
}

function scalePlaces({ scale }: Rubric): Places {
  return new Map([
    ['full', formatPoints(scale.full.value)],
    ['floor', formatPoints(scale.floor.value)],
    ['passLine', formatPoints(scale.passLine.value)],
    ['vetoScore', scale.vetoScore ? formatPoints(scale.vetoScore.value) : 'none'],
    ['bonus.maximum', scale.bonus ? formatPoints(scale.bonus.maximum.value) : 'none'],
    ['bonus.opensAbove', scale.bonus ? formatPoints(scale.bonus.opensAbove.value) : 'none'],
    ['maxUnmeasuredShare', String(scale.maxUnmeasuredShare.value)],
    ['unknownPoints', scale.unknownPoints],
  ]);
}

function classPlaces({ classes }: Rubric): Places {
  return new Map(
    siteKinds.flatMap((kind): [string, string][] => {
      const { scoring, skipGroups, rescale } = classes[kind];
      const scale = rescale && `${formatPoints(rescale.from)} → ${formatPoints(rescale.to)}`;
      return [
        [`${kind}.scoring`, scoring],
        [`${kind}.skipGroups`, skipGroups.join(', ')],
        [`${kind}.rescale`, scale ?? 'none'],
      ];
    }),
  );
}

function diffTerms(before: Rubric, after: Rubric): RubricDifference[] {
  const byKind = siteKinds.map((kind) =>
    diffPlaces('term', termPlaces(before, kind), termPlaces(after, kind)),
  );
  const [first = [], ...others] = byKind;
  const texts = others.map((list) => new Set(list.map(canonicalLine)));
  const isForAll = (one: RubricDifference) => texts.every((set) => set.has(canonicalLine(one)));
  const forAll = first.filter(isForAll);
  const names = new Set(forAll.map((one) => one.where));
  const rest = byKind.flatMap((list, index) =>
    list
      .filter((one) => !names.has(one.where))
      .map((one) => ({ ...one, where: `${siteKinds[index]}.${one.where}` })),
  );
  return [...forAll.map((one) => ({ ...one, where: `all.${one.where}` })), ...rest];
}

function termPlaces(rubric: Rubric, kind: (typeof siteKinds)[number]): Places {
  const terms = Object.entries(rubric.terms[kind]);
  return new Map(terms.map(([key, term]) => [key, String(term.value)]));
}

function advicePlaces(rubric: Rubric): Places {
  return new Map(rubric.advice.map(({ kind }) => [kind, 'advice']));
}
