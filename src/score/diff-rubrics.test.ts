import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffRubrics } from './diff-rubrics.ts';
import { parseRubric } from './parse-rubric.ts';
import { packagedRubric, rubricText } from './testing/packaged-rubric.ts';

const census = packagedRubric('cn-census-2015');

describe('the difference of two rubrics', () => {
  test('is none between a rubric and itself', () => {
    assert.deepEqual(diffRubrics(census, packagedRubric('cn-census-2015')), []);
  });

  test('is exactly what an overlay sets', () => {
    assert.deepEqual(
      diffRubrics(census, packagedRubric('cn-census-2015', ['hubei-pass-line-80'])),
      [{ part: 'scale', where: 'passLine', before: '60', after: '80' }],
    );
    const minimum = packagedRubric('cn-census-2015', ['portals-survey-minimum-6']);
    assert.deepEqual(diffRubrics(census, minimum), [
      { part: 'term', where: 'portal.survey.minimum', before: '3', after: '6' },
      { part: 'term', where: 'portal.interview.minimum', before: '3', after: '6' },
    ]);
  });

  test('names points, clocks, thresholds and lines', () => {
    const changed = rubricText('cn-census-2015')
      .replace('points: 0.1', 'points: 0.2')
      .replace('clock.news: { value: P14D', 'clock.news: { value: P10D')
      .replace('- atLeast: 10', '- atLeast: 8')
      .replace('id: interview-open', 'id: interview-there');
    const other = parseRubric(changed, { file: 'other.yaml', overlays: [] });
    const selector = 'channel-stale, channel-blank (not historical)';
    assert.deepEqual(diffRubrics(census, other), [
      {
        part: 'indicator',
        where: 'channels-maintained.rule',
        before: 'joint ≥10',
        after: 'joint ≥8',
      },
      {
        part: 'indicator',
        where: 'channels-maintained.counts',
        before: `≥10 ${selector}`,
        after: `≥8 ${selector}`,
      },
      { part: 'indicator', where: 'other-links.rule', before: 'each 0.1', after: 'each 0.2' },
      { part: 'indicator', where: 'interview-open', before: 'flat 0', after: null },
      { part: 'indicator', where: 'interview-there', before: null, after: 'flat 0' },
      { part: 'term', where: 'all.clock.news', before: 'P14D', after: 'P10D' },
    ]);
  });
});
