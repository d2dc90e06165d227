import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { channelKinds } from './known-names.ts';
import { type Finding, findingKinds } from '#domain/finding.ts';
import { scoreSite } from './score-site.ts';
import { packagedRubric } from './testing/packaged-rubric.ts';
import { sampleFinding, sampleInput } from './testing/sample-findings.ts';

const census = packagedRubric('cn-census-2015');
const harmless = findingKinds.filter(
  (kind) => !/^(?:homepage-not|grave|date-f|letter-un)/.test(kind),
);

const finding = (kinds: readonly Finding['kind'][]) =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      state: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'suspected', 'unmeasured'),
      channelKind: fc.constantFrom(...channelKinds),
      place: fc.integer({ min: 0, max: 30 }),
      historical: fc.boolean(),
      position: fc.constantFrom('homepage', 'other'),
      percent: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ place, percent, position, ...sample }) =>
      sampleFinding({
        ...sample,
        id: JSON.stringify([place, percent, position, sample]),
        url: `http://www.example.gov.cn/${place}`,
        measure: { position, share: percent / 100 },
      }),
    );
const findings = fc.uniqueArray(finding(harmless), { maxLength: 25, selector: (one) => one.id });

describe('properties of a score', () => {
  test('it stays between 0 and 100', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const { score } = scoreSite(sampleInput(list), census);
        assert.ok(score === null || (score >= 0 && score <= 10_000));
      }),
    );
  });

  test('a further finding never raises it', () => {
    fc.assert(
      fc.property(findings, finding(findingKinds), (list, more) => {
        const [before, after] = [list, [...list, more]].map((all) =>
          scoreSite(sampleInput(all), census),
        );
        if (before?.score === null) assert.equal(after?.score, null);
        else assert.ok((after?.score ?? -1) <= Number(before?.score));
      }),
      { numRuns: 500 },
    );
  });

  test('the order of findings does not matter', () => {
    const shuffled = findings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        assert.deepEqual(
          scoreSite(sampleInput(list), census),
          scoreSite(sampleInput(other), census),
        );
      }),
    );
  });

  test('the deductions come to what is missing from 100', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const { score, deductions } = scoreSite(sampleInput(list), census);
        if (score === null) return;
        const taken = deductions.reduce((sum, one) => sum + one.points, 0);
        assert.equal(score, Math.max(0, 10_000 - taken));
      }),
    );
  });

  test('no finding is charged twice', () => {
    fc.assert(
      fc.property(findings, (list) => {
        const { deductions } = scoreSite(sampleInput(list), census);
        const charged = deductions.flatMap((one) => one.findings);
        assert.equal(new Set(charged).size, charged.length);
        for (const one of deductions) assert.equal(one.findings.length, one.count);
      }),
    );
  });
});
