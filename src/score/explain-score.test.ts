import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainScore, trailText } from './explain-score.ts';
import { scoreSite } from './score-site.ts';
import { packagedRubric } from './testing/packaged-rubric.ts';
import {
  findingsOf,
  sampleFinding,
  type SampleName,
  sampleInput,
} from './testing/sample-findings.ts';
import { whatIf } from './what-if.ts';

const census = packagedRubric('cn-census-2015');

function explained(items: Partial<Record<SampleName, number>>, language: 'zh' | 'en'): string[] {
  const card = scoreSite(sampleInput(findingsOf(items)), census);
  return trailText(explainScore(card, census, 'department'), language);
}

describe('the arithmetic of a score', () => {
  test('reads as a sum', () => {
    assert.deepEqual(explained({ homeLink: 1, otherLink: 10 }, 'zh'), [
      '100 − 1×1（首页链接） − 10×0.1（其他链接） = 98',
    ]);
    assert.deepEqual(explained({ homepageUnder10: 1, twoWeek: 2 }, 'en'), [
      '100 − 5 (Fewer than 10 updates on the homepage)' +
        ' − 2×3 (News channels not updated within 2 weeks) = 89',
    ]);
    assert.deepEqual(explained({}, 'zh'), ['100 = 100']);
  });

  test('says when the score stops at zero', () => {
    assert.deepEqual(explained({ homeLink: 101 }, 'zh'), [
      '100 − 101×1（首页链接）（扣完为止） = 0',
    ]);
  });

  test('names the veto', () => {
    assert.deepEqual(explained({ homepageStill: 1 }, 'zh'), ['单项否决：网站不更新（1 ≥ 1）']);
  });

  test('names what has no known points, also beside a sum', () => {
    const card = scoreSite(sampleInput([sampleFinding({ kind: 'guide-incomplete' })]), census);
    assert.deepEqual(trailText(explainScore(card, census, 'department'), 'zh'), [
      '100 = 100',
      '办事指南要素不全 × 1（分值未知，不扣分）',
    ]);
  });

  test('carries structure: units, each, points, clause and mark', () => {
    const card = scoreSite(sampleInput(findingsOf({ otherLink: 3 })), census);
    const [line] = explainScore(card, census, 'department').deductions;
    assert.deepEqual(
      [line?.units, line?.each, line?.points, line?.mark, line?.clause],
      [3, 10, 30, 'H', '可用性 · 链接可用性 · 其他页面'],
    );
  });
});

describe('what if', () => {
  test('mending findings wins their points', () => {
    const input = sampleInput(findingsOf({ homeLink: 2, twoWeek: 1 }));
    const { before, after, gain } = whatIf(input, census, ['homeLink-0', 'twoWeek-0']);
    assert.deepEqual([before.score, after.score, gain], [9500, 9900, 400]);
  });

  test('mending a veto gives a score, but no gain that could be counted', () => {
    const input = sampleInput(findingsOf({ homepageStill: 1, homeLink: 1 }));
    const { after, gain } = whatIf(input, census, ['homepageStill-0']);
    assert.deepEqual([after.score, after.verdict, gain], [9900, 'pass', null]);
  });
});
