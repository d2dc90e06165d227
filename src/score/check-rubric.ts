import { type FindingKind, findingKinds } from '#domain/finding.ts';
import type { Bilingual, Indicator, Mark, Rubric, RubricWarning } from '#domain/rubric.ts';
import { siteKinds } from './known-names.ts';
import { isUnknown } from './score-site.ts';

/**
 * What the user of a rubric should know although it is no mistake: unverified values in use,
 * unknown points, finding kinds that no line takes, lines that wait for a person.
 */
export function checkRubric(rubric: Rubric): RubricWarning[] {
  return [...unverified(rubric), ...unpriced(rubric), ...coverage(rubric), ...manualLines(rubric)];
}

/** The finding kinds that some line of a rubric takes. */
export function takenKinds(rubric: Rubric): Set<FindingKind> {
  const all = [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus];
  return new Set(all.flatMap(({ takes }) => takes.flatMap(({ kinds }) => kinds)));
}

function unverified(rubric: Rubric): RubricWarning[] {
  const { vetoes, deductions, bonus, scale, classes, terms, overlays } = rubric;
  const marks: [string, Mark][] = [
    ...[...vetoes, ...deductions, ...bonus].map((line): [string, Mark] => [
      line.id,
      lineMark(line),
    ]),
    ...Object.entries(scale).flatMap(([key, value]) => markedOf(key, value)),
    ...siteKinds.map((kind): [string, Mark] => [kind, classes[kind].mark]),
    ...siteKinds.flatMap((kind) =>
      Object.entries(terms[kind]).map(([key, { mark }]): [string, Mark] => [
        `${kind}.${key}`,
        mark,
      ]),
    ),
    ...overlays.map(({ id, mark }): [string, Mark] => [id, mark]),
  ];
  const text: Bilingual = {
    zh: '未经核实（R）：仅为标注的默认值，不是规定',
    en: 'unverified (R): a flagged default, not the rule',
  };
  return marks
    .filter(([, mark]) => mark === 'R')
    .map(([where]) => ({ code: 'unverified', where, text }));
}

function lineMark({ mark, rule }: Indicator): Mark {
  const isUnverified = rule.kind === 'joint' && rule.counts.some((count) => count.mark === 'R');
  return isUnverified ? 'R' : mark;
}

function markedOf(key: string, value: unknown): [string, Mark][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('mark' in value) return [[key, value.mark as Mark]];
  return Object.entries(value).flatMap(([inner, part]) => markedOf(`${key}.${inner}`, part));
}

function unpriced(rubric: Rubric): RubricWarning[] {
  const isStopped = rubric.scale.unknownPoints === 'incomplete';
  const text: Bilingual = isStopped
    ? { zh: '分值未知：该类网站无法得出总分', en: 'points unknown: no score can be given' }
    : { zh: '分值未知：列出问题但不扣分', en: 'points unknown: findings named, not charged' };
  return [...rubric.deductions, ...rubric.bonus]
    .filter(isUnknown)
    .map(({ id }) => ({ code: 'points-unknown', where: id, text }));
}

function coverage(rubric: Rubric): RubricWarning[] {
  const taken = takenKinds(rubric);
  const advice = new Set(rubric.advice.map(({ kind }) => kind));
  return findingKinds.flatMap((kind): RubricWarning[] => {
    if (taken.has(kind) && advice.has(kind)) {
      const text = {
        zh: '既有指标收取，又列为提示',
        en: 'taken by a line, and listed as advice too',
      };
      return [{ code: 'kind-twice', where: kind, text }];
    }
    if (taken.has(kind) || advice.has(kind)) return [];
    const text = {
      zh: '没有指标收取，也未列为提示',
      en: 'no line takes it, nor is it listed as advice',
    };
    return [{ code: 'kind-untaken', where: kind, text }];
  });
}

function manualLines(rubric: Rubric): RubricWarning[] {
  const text: Bilingual = { zh: '须由人工评定', en: 'judged by a person' };
  return [...rubric.deductions, ...rubric.bonus]
    .filter(({ rule }) => rule.kind === 'manual')
    .map(({ id }) => ({ code: 'needs-person', where: id, text }));
}
