import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPoints } from '#base/points.ts';
import { scoreSite } from './score-site.ts';
import { packagedRubric } from './testing/packaged-rubric.ts';
import { findingsOf, type SampleName, sampleInput } from './testing/sample-findings.ts';

// The stated problems of an annex of 2019 by row, and the score that follows from them.
const rows: [number, Partial<Record<SampleName, number>>, string | null][] = [
  [1, {}, '100'],
  [2, { otherLink: 12 }, '98.8'],
  [3, { homeLink: 1, otherLink: 10 }, '98'],
  [4, { twoWeek: 1 }, '97'],
  [5, { twoWeek: 2, sixMonth: 1 }, '90'],
  [6, { sixMonth: 3 }, '88'],
  [7, {}, '100'],
  [8, {}, '100'],
  [9, {}, '100'],
  [10, { otherLink: 1 }, '99.9'],
  [11, { homeLink: 2 }, '98'],
  [12, { interviewFew: 1 }, '97'],
  [13, { sixMonth: 1 }, '96'],
  [14, { homepageUnder10: 1 }, '95'],
  [15, { homepageUnder10: 1 }, '95'],
  [16, { twoWeek: 1, interviewFew: 1 }, '94'],
  [17, { twoWeek: 1, otherLink: 1, surveyFew: 1 }, '93.9'],
  [18, { homepageUnder10: 1, interviewFew: 1 }, '92'],
  [19, { surveyNone: 1, interviewFew: 1 }, '92'],
  [20, { homepageUnder10: 1, sixMonth: 1 }, '91'],
  [21, { oneYear: 1, sixMonth: 1 }, '91'],
  [22, { homepageUnder10: 1, interviewNone: 1 }, '90'],
  [23, { otherLink: 1, oneYear: 1, interviewNone: 1 }, '89.9'],
  [24, { otherLink: 4, blank: 2 }, '89.6'],
  [25, { homepageUnder10: 1, surveyFew: 1, interviewFew: 1 }, '89'],
  [26, { blank: 1, interviewFew: 1, surveyFew: 1 }, '89'],
  [27, { homepageUnder10: 1, twoWeek: 1, interviewNone: 1 }, '87'],
  [28, { homepageUnder10: 1, twoWeek: 1, surveyFew: 1, interviewFew: 1 }, '86'],
  [29, { otherLink: 2, sixMonth: 1, oneYear: 1, noLetters: 1 }, '85.8'],
  [30, { homepageUnder10: 1, twoWeek: 1, oneYear: 1, interviewFew: 1 }, '84'],
  [31, { homepageUnder10: 1, twoWeek: 1, surveyFew: 1, interviewNone: 1 }, '84'],
  [32, { homepageUnder10: 1, noLetters: 1, surveyFew: 1, interviewFew: 1 }, '84'],
  [33, { homepageUnder10: 1, homeLink: 1, twoWeek: 1, noLetters: 1, interviewFew: 1 }, '83'],
  [34, { homepageUnder10: 1, oneYear: 2, sixMonth: 1, blank: 2, interviewNone: 1 }, '66'],
  [35, { homepageStill: 1 }, null],
];
const census = packagedRubric('cn-census-2015');

for (const [row, items, expected] of rows) {
  test(`row ${row} of the annex comes to ${expected ?? 'a veto'}`, () => {
    const kind = row <= 6 ? 'portal' : 'department';
    const card = scoreSite(sampleInput(findingsOf(items), kind), census);
    assert.equal(card.score === null ? null : formatPoints(card.score), expected);
    assert.equal(card.verdict, expected === null ? 'fail' : 'pass');
    if (expected !== null) return;
    assert.deepEqual(card.vetoes, [
      { indicator: 'site-updated', findings: ['homepageStill-0'], count: 1, threshold: 1 },
    ]);
    assert.deepEqual([card.deductions, card.unpriced], [[], []]);
  });
}
