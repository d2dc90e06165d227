import { formatChineseDate } from '#base/civil-date.ts';
import type { Circular, FieldValue } from '#domain/circular.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { NamingRule } from '#domain/wording.ts';
import { expectAnnex } from './expected-annex.ts';
import { expectBrief } from './expected-brief.ts';
import { expectProblems } from './expected-problems.ts';
import { divide, percent } from './recomputed-quotient.ts';

/** What a field must say. `required`: it must stand in the circular. */
export interface Expected {
  text: string;
  value: FieldValue;
  required: boolean;
}

/** Collects expectations by field id. */
export type Expect = (id: string, text: string, value: FieldValue, required?: boolean) => void;

/**
 * What every field of a circular must say, recomputed from the scorecards and the brief in its
 * own way: one pass over the sites, integer division, no function of what wrote the circular but
 * the phrases of the annex.
 */
export function expectedFields(circular: Circular, result: Result): Map<string, Expected> {
  const fields = new Map<string, Expected>();
  const expect: Expect = (id, text, value, required = true) => {
    fields.set(id, { text, value, required });
  };
  expectRun(expect, circular, result);
  expectCounts(expect, result);
  expectGood(expect, result, circular.wording.naming);
  expectScores(expect, result, circular);
  expectProblems(expect, result, circular);
  expectBrief(expect, circular.brief);
  expectAnnex(expect, circular, result);
  return fields;
}

function expectRun(expect: Expect, { wording }: Circular, result: Result): void {
  const { rubric, asOf, passLine } = result;
  const { naming } = wording;
  const name = wording.rubrics[rubric.id] ?? rubric.id;
  expect('asOf', formatChineseDate(asOf), asOf);
  expect('passLine', decimal(passLine), passLine);
  expect('rubric.name', name, name);
  expect('rubric.version', rubric.version, rubric.version);
  expect('naming.goodAtLeast', decimal(naming.goodAtLeast), naming.goodAtLeast, false);
  expect('naming.poorBelow', decimal(naming.poorBelow), naming.poorBelow, false);
  expect('naming.examples', String(naming.examples), naming.examples, false);
}

function expectCounts(expect: Expect, { sites }: Result): void {
  const units: Record<SiteResult['verdict'], string[]> = { pass: [], fail: [], incomplete: [] };
  for (const { verdict, unit } of sites) units[verdict].push(unit);
  const { pass, fail, incomplete } = units;
  const decided = pass.length + fail.length;
  expect('sites.total', String(sites.length), sites.length);
  if (decided > 0) {
    expect('sites.passed', String(pass.length), pass.length);
    expect('sites.failed', String(fail.length), fail.length);
    expectRate(expect, 'sites.passRate', 'sites.passFraction', pass.length, decided);
  }
  if (incomplete.length > 0) {
    expect('sites.incomplete', String(incomplete.length), incomplete.length);
    expectNames(expect, 'sites.incomplete.names', incomplete);
  }
  if (fail.length > 0) expectNames(expect, 'sites.failed.names', fail);
}

/** A rate and its fraction. */
export function expectRate(
  expect: Expect,
  id: string,
  fractionId: string,
  numerator: number,
  denominator: number,
): void {
  const rounded = Number(divide(numerator * 100, denominator));
  const value = { numerator, denominator, rounded };
  expect(id, percent(numerator, denominator), value);
  expect(fractionId, `${numerator}/${denominator}`, value);
}

/** Names in a row. */
export function expectNames(expect: Expect, id: string, names: readonly string[]): void {
  expect(id, names.join('、'), names);
}

function expectGood(expect: Expect, { sites }: Result, naming: NamingRule): void {
  const good: string[] = [];
  for (const { verdict, score, unit } of sites) {
    if (verdict === 'pass' && score !== null && score >= naming.goodAtLeast) good.push(unit);
  }
  if (good.length === 0) return;
  expect('sites.good', String(good.length), good.length);
  expectNames(expect, 'sites.good.names', good);
}

function expectScores(expect: Expect, { sites }: Result, { wording }: Circular): void {
  const scores: number[] = [];
  for (const { verdict, score } of sites) {
    if (verdict !== 'incomplete' && score !== null) scores.push(score);
  }
  if (scores.length < wording.naming.rankAtLeast) return;
  const total = scores.reduce((sum, score) => sum + Math.round(score * 100), 0) / 100;
  const text = divide(total, scores.length);
  const value = { numerator: total, denominator: scores.length, rounded: Number(text) };
  expect('scores.count', String(scores.length), scores.length);
  expect('scores.mean', text, value);
  expectBands(expect, scores, wording.naming.bands, wording.sentences);
}

function expectBands(
  expect: Expect,
  scores: readonly number[],
  lines: readonly number[],
  sentences: Readonly<Record<string, string>>,
): void {
  let left = [...scores];
  let above: number | null = null;
  for (const min of lines) {
    const inside = left.filter((score) => score >= min);
    left = left.filter((score) => score < min);
    const exact = inside.every((score) => score === min);
    const key =
      above === null ? (exact ? 'bandExact' : 'bandTop') : min === 0 ? 'bandLow' : 'bandMiddle';
    const label = (sentences[key] ?? '')
      .replace('{min}', String(min))
      .replace('{below}', String(above));
    above = min;
    if (inside.length === 0) continue;
    expect(`scores.band.${min}.label`, label, min);
    expect(`scores.band.${min}.count`, String(inside.length), inside.length);
  }
}

/** A decimal number as printed: at most two decimals, no trailing zeros. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}
