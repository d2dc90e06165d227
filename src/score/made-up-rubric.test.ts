import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { SiteKind } from '#domain/site.ts';
import { explainScore, trailText } from './explain-score.ts';
import { parseRubric } from './parse-rubric.ts';
import { scoreSite } from './score-site.ts';
import { rubricText } from './testing/packaged-rubric.ts';
import {
  findingsOf,
  sampleFinding,
  type SampleName,
  sampleInput,
} from './testing/sample-findings.ts';

const line = (id: string, rule: string, group = 'main') =>
  [
    `  - id: ${id}`,
    `title: { zh: ${id}, en: ${id} }`,
    `group: ${group}`,
    "clause: '1'",
    'source: [law]',
    'mark: H',
    ...rule.trim().split(/\n\s*/),
  ].join('\n    ');
const terms = rubricText('cn-census-2015').split(/^(?=terms:|vetoes:)/m)[1] ?? '';

/** A rubric that nobody issued: every rule, and cap, gate, bonus, rescale and unknown. */
const text = `
format: xunwang-rubric/1
id: made-up
version: '1'
title: { zh: 虚构, en: Made up }
documents: { law: { zh: 法, en: Law } }
groups: { main: { zh: 主, en: Main }, services: { zh: 办事, en: Services } }
scale:
  full: { value: 100, mark: H }
  floor: { value: 0, mark: H }
  passLine: { value: 60, mark: H }
  vetoScore: none
  bonus: { maximum: { value: 10, mark: H }, opensAbove: { value: 80, mark: H } }
  maxUnmeasuredShare: { value: 0.2, mark: H }
  unknownPoints: unpriced
classes:
  portal: { scoring: points, mark: H }
  department: { scoring: veto-only, mark: H }
  ministry: { scoring: points, mark: H }
  ministry-without-services:
    { scoring: points, skipGroups: [services], rescale: { from: 75, to: 100 }, mark: H }
${terms}
vetoes:
${line(
  'still',
  `
  rule: joint
  counts: [{ atLeast: 1, mark: H, takes: [{ kinds: [homepage-not-updated] }] }]`,
)}
deductions:
${line(
  'links',
  `
  rule: each
  points: 2.5
  cap: 9
  takes: [{ kinds: [link-dead] }]`,
)}
${line(
  'survey',
  `
  rule: ladder
  rungs:
  - { points: 3, takes: [{ kinds: [survey-few] }] }
  - { points: 7, takes: [{ kinds: [survey-none] }] }`,
)}
${line(
  'late',
  `
  rule: ladder
  rungs:
  - { atLeast: 2, points: 4, takes: [{ kinds: [channel-stale] }] }
  - { atLeast: 4, points: 40, takes: [{ kinds: [channel-stale] }] }`,
)}
${line(
  'down',
  `
  rule: share
  member: share
  step: 0.01
  parts: proportional
  points: 5
  cap: none
  takes: [{ kinds: [site-unavailable] }]`,
)}
${line(
  'guides',
  `
  rule: flat
  points: 25
  takes: [{ kinds: [guide-incomplete] }]`,
  'services',
)}
${line(
  'test-question',
  `
  rule: manual
  points: 6
  takes: []`,
)}
${line(
  'errors',
  `
  rule: each
  points: unknown
  cap: unknown
  takes: [{ kinds: [information-inaccurate] }]`,
)}
bonus:
${line(
  'data',
  `
  rule: manual
  points: 8
  takes: []`,
)}
${line(
  'apps',
  `
  rule: manual
  points: 8
  takes: []`,
)}
advice: { link-insecure: none }
`;
const rubric = parseRubric(text, { file: 'made-up.yaml', overlays: [] });

function score(
  items: Partial<Record<SampleName, number>>,
  byHand: Record<string, number> = {},
  kind: SiteKind = 'portal',
) {
  return scoreSite({ ...sampleInput(findingsOf(items), kind), byHand }, rubric);
}

describe('a made-up rubric', () => {
  test('caps what one line takes', () => {
    assert.equal(score({ homeLink: 3 }).score, 9250);
    assert.equal(score({ homeLink: 30 }).score, 9100);
  });

  test('climbs a ladder to its dearest rung', () => {
    assert.equal(score({ surveyFew: 1 }).score, 9700);
    assert.equal(score({ surveyFew: 1, surveyNone: 1 }).score, 9300);
    assert.deepEqual(
      [1, 2, 3, 4, 9].map((sixMonth) => score({ sixMonth }).score),
      [10_000, 9600, 9600, 6000, 6000],
    );
  });

  test('charges a share by its parts', () => {
    const down = sampleFinding({ kind: 'site-unavailable', measure: { share: 0.025 } });
    assert.equal(scoreSite(sampleInput([down], 'portal'), rubric).score, 8750);
  });

  test('adds a bonus above the gate only, up to its maximum', () => {
    const bonus = { data: 800, apps: 500 };
    assert.equal(score({}, bonus).score, 11_000);
    assert.equal(score({ homeLink: 2 }, { data: 300 }).score, 9800);
    assert.equal(score({ sixMonth: 4 }, bonus).score, 6000, '60 does not reach the gate');
    assert.deepEqual(score({}, bonus).bonus, [
      { indicator: 'data', points: 800 },
      { indicator: 'apps', points: 200 },
    ]);
  });

  test('exactly 80 does not open the bonus', () => {
    const down = sampleFinding({ kind: 'site-unavailable', measure: { share: 0.04 } });
    const input = { ...sampleInput([down], 'portal'), byHand: { data: 800 } };
    assert.equal(scoreSite(input, rubric).score, 8000);
  });

  test('takes what a person set, up to the points of the line', () => {
    assert.equal(score({}, { 'test-question': 400 }).score, 9600);
    assert.equal(score({}, { 'test-question': 4000 }).score, 9400);
  });

  test('scales 75 to 100 where a group is not asked, rounding once', () => {
    const site = 'ministry-without-services';
    assert.equal(score({}, {}, site).score, 10_000);
    assert.equal(score({ homeLink: 1 }, {}, site).score, 9667, '72.5 × 4/3 = 96.666…');
    const guide = sampleFinding({ kind: 'guide-incomplete' });
    assert.equal(scoreSite(sampleInput([guide], site), rubric).score, 10_000);
    assert.equal(scoreSite(sampleInput([guide], 'ministry'), rubric).score, 7500);
  });

  test('explains itself', () => {
    const site = 'ministry-without-services';
    const card = score({ homeLink: 30, sixMonth: 2 }, { data: 800 }, site);
    assert.deepEqual(trailText(explainScore(card, rubric, site), 'en'), [
      '(75 − 30×2.5 (links, capped at 9) − 4 (late)) × 100/75 + 8 (data) = 90.67',
    ]);
  });

  test('never goes below 0 or above 100 and the bonus', () => {
    const items = fc.record({
      homeLink: fc.nat(60),
      sixMonth: fc.nat(6),
      surveyFew: fc.nat(1),
      surveyNone: fc.nat(1),
    });
    const hands = fc.record({
      data: fc.nat(2000),
      apps: fc.nat(2000),
      'test-question': fc.nat(2000),
    });
    const kinds = fc.constantFrom<SiteKind>('portal', 'ministry', 'ministry-without-services');
    fc.assert(
      fc.property(items, hands, kinds, (counts, byHand, kind) => {
        const total = score(counts, byHand, kind).score ?? -1;
        assert.ok(total >= 0 && total <= 11_000);
      }),
    );
  });
});
