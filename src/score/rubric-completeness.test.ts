import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingKinds } from '#domain/finding.ts';
import { checkRubric, takenKinds } from './check-rubric.ts';
import { siteKinds } from './known-names.ts';
import { termsFor } from './terms-for.ts';
import { packagedRubric } from './testing/packaged-rubric.ts';

const INDICATORS: Record<string, string[]> = {
  'cn-census-2015': `site-available site-updated channels-on-time channels-maintained
    channels-filled no-grave-error letters-answered homepage-availability homepage-links
    other-links homepage-volume news-2-weeks policy-6-months personnel-plans-1-year blank-channels
    other-stale-channels information-accurate consultation-open consultation-used survey-open
    survey-held survey-enough interview-open interview-held interview-enough guide-elements
    downloads online-systems`.split(/\s+/),
  'cn-indicators-2019': `safe-and-serious site-available homepage-updated channels-updated
    interaction-works services-useful overview functions leaders news policy-documents
    interpretation other-channels items guides accuracy forms service-statistics submission
    reply-statistics single-sign-on public-replies mock-inquiry survey domain identity links search
    tags browsers ipv6 error-entrance bonus-publishing bonus-services bonus-interaction
    bonus-functions bonus-innovation`.split(/\s+/),
};

for (const [name, ids] of Object.entries(INDICATORS)) {
  describe(name, () => {
    const rubric = packagedRubric(name);
    const lines = [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus];

    test('holds every line of the law, and no other', () => {
      assert.deepEqual(lines.map(({ id }) => id).toSorted(), ids.toSorted());
    });

    test('every finding kind costs something or is advice, not both', () => {
      const taken = takenKinds(rubric);
      const advice = rubric.advice.map(({ kind }) => kind);
      assert.deepEqual([...taken, ...advice].toSorted(), [...findingKinds].toSorted());
      const codes = checkRubric(rubric).map(({ code }) => code);
      assert.ok(!codes.includes('kind-untaken') && !codes.includes('kind-twice'));
    });

    test('has terms for every kind of site', () => {
      for (const kind of siteKinds) {
        const terms = termsFor(rubric, kind);
        assert.equal(terms.availability.minimumVisits, 20 * 7);
        assert.deepEqual(terms.letters, { window: 'P1Y', answerWithin: 'P3M' });
        assert.equal(terms.clocks.news, 'P14D');
      }
    });

    test('names a document of every line', () => {
      assert.ok(lines.every(({ source, clause }) => source.length > 0 && clause !== ''));
    });
  });
}

test('the check names unverified values, unknown points and lines for a person', () => {
  const warnings = checkRubric(packagedRubric('cn-indicators-2019'));
  const at = (code: string) =>
    warnings.filter((one) => one.code === code).map(({ where }) => where);
  assert.deepEqual(at('unverified'), ['services-useful', 'single-sign-on', 'mock-inquiry']);
  assert.ok(at('points-unknown').includes('news'));
  assert.ok(at('needs-person').includes('ipv6'));
  const flagged = checkRubric(packagedRubric('cn-census-2015', ['portals-survey-minimum-6']));
  assert.deepEqual(
    flagged.filter(({ code }) => code === 'unverified').map(({ where }) => where),
    ['portal.survey.minimum', 'portal.interview.minimum', 'portals-survey-minimum-6'],
  );
});
