import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '#base/refusal.ts';
import { parseRubric } from './parse-rubric.ts';
import { packagedRubric, rubricText } from './testing/packaged-rubric.ts';

const text = rubricText('cn-census-2015');

/** The refusal of the census text with one place changed, and the line of that place. */
function refusalOf(before: string, after: string): { line: number; refusal: Refusal } {
  const at = text.indexOf(before);
  assert.ok(at >= 0, `the rubric has no ${before}`);
  const changed = text.slice(0, at) + after + text.slice(at + before.length);
  const line = text.slice(0, at).split('\n').length;
  return { line, refusal: refusalFor(changed) };
}

function refusalFor(
  changed: string,
  overlays: readonly { file: string; text: string }[] = [],
): Refusal {
  try {
    parseRubric(changed, { file: 'mine.yaml', overlays });
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, 'rubric-mistake');
    return error;
  }
  throw new Error('nothing was refused');
}

describe('mistakes in a rubric name file, line and remedy', () => {
  const cases: [string, string, string, RegExp][] = [
    ['YAML that is none', 'group: availability', 'group: : availability', /valid YAML/],
    ['a misspelt key', '    points: 1\n', '    poins: 1\n', /no key "poins".*→ points\?/],
    ['a misspelt key that holds a map', 'groups:\n', 'grups:\n', /no key "grups".*→ groups\?/],
    ['a text for points', 'points: 0.1', 'points: "0.1"', /points "0.1" must be a number/],
    ['three decimals', 'points: 0.1', 'points: 0.125', /at most two decimals, or unknown/],
    ['points below zero', 'points: 0.1', 'points: -0.1', /from 0 to 1000/],
    [
      'a finding kind there is none of',
      '[link-dead]',
      '[link-ded]',
      /kind "link-ded".*→ link-dead/,
    ],
    ['a rule there is none of', 'rule: share', 'rule: shares', /no rule "shares".*→ share/],
    ['a rule of another part', 'rule: flat', 'rule: joint', /no rule "joint"/],
    ['an unknown kind of channel', '[news]', '[newz]', /no "newz".*→ news/],
    ['a document not listed', '[vendor-2017]', '[vendor-2018]', /→ vendor-2017/],
    ['an id taken already', 'id: other-links', 'id: homepage-links', /taken already/],
    ['an id in capitals', 'id: other-links', 'id: Other_Links', /small letters/],
    ['a wrong mark', 'passLine: { value: 60, mark: H', 'passLine: { value: 60, mark: X', /no "X"/],
    ['a missing mark', 'full: { value: 100, mark: H }', 'full: { value: 100 }', /mark is missing/],
    ['a clock that is none', '{ value: P14D', '{ value: 14 days', /"14 days" is no clock/],
    [
      'a list where a map is due',
      '    title: { zh: 首页链接,',
      '    title: [{ zh: 首页链接 }] #',
      /a map/,
    ],
    ['an after that points nowhere', 'after: [news-2-weeks', 'after: [news-3-weeks', /further up/],
  ];
  for (const [name, before, after, message] of cases) {
    test(name, () => {
      const { line, refusal } = refusalOf(before, after);
      const first = String(refusal.args['allEn'])
        .split('\n')
        .find((one) => message.test(one));
      assert.match(String(refusal.args['allEn']), message);
      assert.equal(first?.split(' ')[0], `mine.yaml:${line}`);
    });
  }

  test('a line without its points is named by its first line', () => {
    const { line, refusal } = refusalOf('    points: 1\n', '');
    const start =
      text
        .split('\n')
        .slice(0, line)
        .findLastIndex((one) => one.includes('- id:')) + 1;
    assert.equal(refusal.args['line'], start);
    assert.match(String(refusal.args['en']), /"points" is missing/);
    assert.match(String(refusal.args['zh']), /缺少“points”/);
  });

  test('lines that take the same finding without precedence', () => {
    const { refusal } = refusalOf(
      'takes: [{ kinds: [link-dead], position: other }]',
      'takes: [{ kinds: [link-dead] }]',
    );
    assert.match(
      String(refusal.args['en']),
      /"other-links" and "homepage-links" before it both take link-dead/,
    );
  });

  test('all mistakes are collected, the first is shown', () => {
    const changed = text.replace('points: 0.1', 'points: x').replace('mark: H', 'mark: Z');
    const { args } = refusalFor(changed);
    assert.equal(args['count'], 2);
    assert.equal(String(args['allZh']).split('\n').length, 2);
    assert.match(String(args['en']), /no "Z"/);
  });

  test('a file of another kind is one mistake', () => {
    const { args } = refusalFor(rubricText('overlays/zhaoqing-2019'));
    assert.deepEqual([args['line'], args['count']], [1, 1]);
    assert.match(String(args['en']), /no "xunwang-overlay\/1".*xunwang-rubric\/1/);
  });

  test('an empty file', () => {
    assert.match(String(refusalFor('').args['en']), /must be a map/);
  });
});

describe('overlays', () => {
  const overlay = (lines: readonly string[]) => ({
    file: 'over.yaml',
    text: [
      'format: xunwang-overlay/1',
      'id: over',
      'title: { zh: 本地, en: Local }',
      'on: [cn-census-2015]',
      'source: a test',
      'mark: M',
      ...lines,
    ].join('\n'),
  });

  test('set minimums, points and the pass line, with their own mark', () => {
    const rubric = parseRubric(text, {
      file: 'mine.yaml',
      overlays: [
        overlay([
          'scale: { passLine: 70 }',
          'terms: { all: { interview.minimum: 4 } }',
          'points: { information-accurate: 1 }',
        ]),
      ],
    });
    assert.deepEqual(rubric.scale.passLine, { value: 7000, mark: 'M', note: 'a test' });
    assert.equal(rubric.terms.ministry['interview.minimum']?.value, 4);
    const line = rubric.deductions.find(({ id }) => id === 'information-accurate');
    assert.deepEqual(line?.rule, { kind: 'each', points: 100, cap: 'none' });
    assert.deepEqual(rubric.ref.overlays, ['over']);
  });

  test('name what their rubric does not have, with the line', () => {
    const args = refusalFor(text, [overlay(['points:', '  homepage-link: 2'])]).args;
    assert.deepEqual([args['file'], args['line']], ['over.yaml', 8]);
    assert.match(String(args['en']), /no "homepage-link"/);
  });

  test('lie on their own rubrics only', () => {
    const zhaoqing = { file: 'z.yaml', text: rubricText('overlays/zhaoqing-2019') };
    assert.match(String(refusalFor(text, [zhaoqing]).args['allEn']), /not for the rubric/);
  });

  test('the minimum of 6 for portals is one, and is flagged', () => {
    const rubric = packagedRubric('cn-census-2015', ['portals-survey-minimum-6']);
    assert.equal(rubric.terms.portal['survey.minimum']?.mark, 'R');
    assert.equal(rubric.terms.portal['survey.minimum']?.value, 6);
    assert.equal(rubric.terms.department['survey.minimum']?.value, 3);
  });
});

describe('a rubric once read', () => {
  test('is frozen to the last value', () => {
    const rubric = packagedRubric('cn-census-2015');
    assert.ok(Object.isFrozen(rubric) && Object.isFrozen(rubric.deductions[0]?.takes[0]?.kinds));
  });

  test('has a hash of its texts, whatever the line ends', () => {
    const { hash } = packagedRubric('cn-census-2015').ref;
    const crlf = parseRubric(text.replaceAll('\n', '\r\n'), { file: 'a', overlays: [] });
    assert.equal(crlf.ref.hash, hash);
    assert.notEqual(packagedRubric('cn-census-2015', ['hubei-pass-line-80']).ref.hash, hash);
  });
});
