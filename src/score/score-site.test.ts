import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scoreSite } from './score-site.ts';
import { packagedRubric } from './testing/packaged-rubric.ts';
import {
  findingsOf,
  sampleFinding,
  sampleFindings,
  sampleInput,
  samples,
} from './testing/sample-findings.ts';

const census = packagedRubric('cn-census-2015');
const indicators = packagedRubric('cn-indicators-2019');

describe('the pass line', () => {
  test('exactly 60 passes, one link less fails', () => {
    const at60 = findingsOf({ homeLink: 40 });
    assert.deepEqual(
      [scoreSite(sampleInput(at60), census).score, scoreSite(sampleInput(at60), census).verdict],
      [6000, 'pass'],
    );
    const below = scoreSite(sampleInput(findingsOf({ homeLink: 40, otherLink: 1 })), census);
    assert.deepEqual([below.score, below.verdict], [5990, 'fail']);
  });

  test('an overlay moves it to 80', () => {
    const hubei = packagedRubric('cn-census-2015', ['hubei-pass-line-80']);
    const lines = (homeLink: number) => sampleInput(findingsOf({ homeLink }));
    assert.equal(scoreSite(lines(20), hubei).verdict, 'pass');
    assert.equal(scoreSite(lines(21), hubei).verdict, 'fail');
    assert.deepEqual(scoreSite(lines(20), hubei).rubric.overlays, ['hubei-pass-line-80']);
  });

  test('deductions stop at zero', () => {
    const card = scoreSite(sampleInput(findingsOf({ homeLink: 130 })), census);
    assert.deepEqual([card.score, card.verdict], [0, 'fail']);
  });
});

describe('states', () => {
  for (const state of ['suspected', 'dropped', 'unmeasured'] as const) {
    test(`a ${state} finding is not charged`, () => {
      const finding = sampleFinding({ ...samples.homeLink, state });
      assert.equal(scoreSite(sampleInput([finding]), census).score, 10_000);
    });
  }

  test('a line without known points is named and not charged', () => {
    const finding = sampleFinding({ kind: 'information-inaccurate' });
    const card = scoreSite(sampleInput([finding]), census);
    assert.deepEqual(
      [card.score, card.verdict, card.unpriced],
      [10_000, 'pass', [{ indicator: 'information-accurate', count: 1, findings: [finding.id] }]],
    );
  });
});

describe('one fact, one charge', () => {
  test('an address dead on the homepage is not charged elsewhere', () => {
    const url = 'http://www.example.gov.cn/a.htm';
    const findings = [
      sampleFinding({ ...samples.otherLink, id: '1', url }),
      sampleFinding({ ...samples.homeLink, id: '2', url: `${url}?JSESSIONID=7` }),
      sampleFinding({ kind: 'service-download-dead', id: '0', url }),
    ];
    const card = scoreSite(sampleInput(findings), census);
    assert.deepEqual(
      [card.deductions, card.unpriced],
      [[{ indicator: 'homepage-links', points: 100, count: 1, findings: ['2'] }], []],
    );
  });

  test('a channel that is blank and late is charged as blank', () => {
    const url = 'http://www.example.gov.cn/dt/';
    const findings = [
      sampleFinding({ ...samples.twoWeek, url }),
      sampleFinding({ kind: 'channel-blank', channelKind: 'news', url }),
    ];
    const card = scoreSite(sampleInput(findings), census);
    assert.deepEqual(
      card.deductions.map((one) => one.indicator),
      ['blank-channels'],
    );
  });
});

describe('vetoes of the census', () => {
  test('five late channels of both kinds together', () => {
    const four = findingsOf({ twoWeek: 2, sixMonth: 2 });
    assert.equal(scoreSite(sampleInput(four), census).vetoes.length, 0);
    const five = scoreSite(sampleInput(findingsOf({ twoWeek: 2, sixMonth: 3 })), census);
    assert.deepEqual(
      [five.verdict, five.score, five.vetoes.map((veto) => [veto.indicator, veto.count])],
      ['fail', null, [['channels-on-time', 5]]],
    );
  });

  test('five blank channels; ten late or blank ones', () => {
    const blank = scoreSite(sampleInput(findingsOf({ blank: 5 })), census);
    assert.deepEqual(
      blank.vetoes.map((veto) => veto.indicator),
      ['channels-filled'],
    );
    const mixed = scoreSite(sampleInput(findingsOf({ blank: 4, oneYear: 6 })), census);
    assert.deepEqual(
      mixed.vetoes.map((veto) => [veto.indicator, veto.count, veto.threshold]),
      [['channels-maintained', 10, 10]],
    );
  });

  test('historical channels do not count', () => {
    const findings = sampleFindings(12, { ...samples.blank, historical: true });
    const card = scoreSite(sampleInput(findings), census);
    assert.deepEqual([card.verdict, card.score], ['pass', 10_000]);
  });

  test('five per cent of failed visits, 7 of 140', () => {
    const down = (failed: number) =>
      sampleInput([
        sampleFinding({
          kind: 'site-unavailable',
          measure: { visits: 140, failed, share: failed / 140 },
        }),
      ]);
    assert.equal(scoreSite(down(7), census).verdict, 'fail');
    const below = scoreSite(down(6), census);
    assert.deepEqual(
      [below.score, below.deductions[0]?.points, below.unpriced[0]?.indicator],
      [8000, 2000, 'homepage-availability'],
      '4 whole per cents are charged; the rest of 4.29 is unpriced',
    );
  });
});

describe('incomplete', () => {
  test('a veto line that could still be reached is open', () => {
    const findings = [
      ...findingsOf({ blank: 3 }),
      ...sampleFindings(2, { ...samples.blank, state: 'unmeasured' }),
    ];
    const card = scoreSite(sampleInput(findings), census);
    assert.deepEqual(
      [card.verdict, card.score, card.gaps],
      [
        'incomplete',
        8500,
        [{ why: 'veto-unmeasured', indicator: 'channels-filled', measured: 3, unmeasured: 2 }],
      ],
    );
  });

  test('suspected findings leave no veto line open', () => {
    const findings = [
      ...findingsOf({ blank: 3 }),
      ...sampleFindings(2, { ...samples.blank, state: 'suspected' }),
    ];
    assert.equal(scoreSite(sampleInput(findings), census).verdict, 'pass');
  });

  test('more than a fifth unmeasured, not exactly a fifth', () => {
    const looked = (unmeasured: number) => ({
      ...sampleInput([]),
      looked: { total: 35, unmeasured, neverOpened: false },
    });
    assert.equal(scoreSite(looked(7), census).verdict, 'pass');
    const card = scoreSite(looked(8), census);
    assert.deepEqual(
      [card.verdict, card.score, card.gaps],
      [
        'incomplete',
        null,
        [{ why: 'share-unmeasured', indicator: null, measured: 27, unmeasured: 8 }],
      ],
    );
  });

  test('a site that never opened has no score', () => {
    const card = scoreSite(
      { ...sampleInput([]), looked: { total: 1, unmeasured: 0, neverOpened: true } },
      census,
    );
    assert.deepEqual(
      [card.verdict, card.score, card.gaps[0]?.why],
      ['incomplete', null, 'never-opened'],
    );
  });

  test('failing comes first', () => {
    const card = scoreSite(
      {
        ...sampleInput(findingsOf({ homeLink: 41 })),
        looked: { total: 10, unmeasured: 9, neverOpened: false },
      },
      census,
    );
    assert.deepEqual([card.verdict, card.gaps], ['fail', []]);
  });
});

describe('the indicators of 2019', () => {
  test('a department passes without a score, or is vetoed', () => {
    const fine = scoreSite(sampleInput(findingsOf({ homeLink: 50, twoWeek: 4 })), indicators);
    assert.deepEqual([fine.verdict, fine.score, fine.deductions], ['pass', null, []]);
    const vetoed = sampleInput([sampleFinding({ kind: 'consultation-missing' })]);
    assert.equal(scoreSite(vetoed, indicators).verdict, 'fail');
  });

  test('a portal is incomplete, with its known deductions', () => {
    const findings = [
      sampleFinding({ ...samples.sixMonth, level: 1 }),
      sampleFinding({ kind: 'channel-stale', channelKind: 'service-statistics' }),
      sampleFinding({ kind: 'channel-stale', channelKind: 'public-replies' }),
      ...findingsOf({ homeLink: 1 }),
    ];
    const card = scoreSite(sampleInput(findings, 'portal'), indicators);
    assert.deepEqual(
      card.deductions.map((one) => [one.indicator, one.points]),
      [
        ['policy-documents', 500],
        ['service-statistics', 200],
        ['public-replies', 300],
      ],
    );
    assert.deepEqual([card.verdict, card.score], ['incomplete', null]);
    assert.equal(card.gaps[0]?.why, 'points-unknown');
    assert.deepEqual(
      card.unpriced.map((one) => one.indicator),
      ['links'],
    );
  });

  test('late channels count for the veto on the first level only', () => {
    const at = (level: number) =>
      sampleInput(sampleFindings(5, { ...samples.twoWeek, level }), 'department');
    assert.equal(scoreSite(at(1), indicators).verdict, 'fail');
    assert.equal(scoreSite(at(2), indicators).verdict, 'pass');
  });

  test('five guides that lack four elements are of no use', () => {
    const guides = (count: number, missing: number) =>
      sampleInput(sampleFindings(count, { kind: 'guide-incomplete', measure: { count: missing } }));
    assert.equal(scoreSite(guides(5, 4), indicators).verdict, 'fail');
    assert.equal(scoreSite(guides(4, 8), indicators).verdict, 'pass');
    assert.equal(scoreSite(guides(9, 3), indicators).verdict, 'pass');
  });

  test('a local practice prints 59 for a veto', () => {
    const zhaoqing = packagedRubric('cn-indicators-2019', ['zhaoqing-2019']);
    const card = scoreSite(sampleInput(findingsOf({ homepageStill: 1 })), zhaoqing);
    assert.deepEqual([card.verdict, card.score], ['fail', 5900]);
    assert.equal(zhaoqing.scale.bonus?.maximum.value, 2500);
    assert.equal(zhaoqing.classes['ministry-without-services'].rescale, null);
  });
});
