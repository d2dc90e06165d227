import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnexRow } from './annex-row.ts';
import { compareClaims } from './compare-claims.ts';
import { matchUnit } from './match-units.ts';
import { type CircularClaims, readClaims } from './read-claims.ts';

const row = (no: number, unit: string, score: number | null): AnnexRow => ({
  no,
  unit,
  problems: [],
  score,
  scoreText: score === null ? '单项否决' : String(score),
  result: score === null ? '不合格' : '合格',
});

const rows = [
  row(1, '市甲局', 100),
  row(2, '市乙局', 95),
  row(3, '市丙局', 95),
  row(4, '市丁局', null),
];
const aliases = { 国有资产监督管理委员会: '国资委' };

function claims(more: Partial<CircularClaims>): CircularClaims {
  return {
    sites: null,
    failed: null,
    passRatePercent: null,
    good: { count: null, units: [] },
    toOpen: [],
    errorReports: null,
    inquiries: null,
    ...more,
  };
}

const about = (more: Partial<CircularClaims>) =>
  compareClaims(claims(more), rows, aliases).map((point) => `${point.about}: ${point.printed}`);

test('figures that follow from the annex are left alone', () => {
  assert.deepEqual(about({ sites: 4, failed: 1, passRatePercent: 75 }), []);
});

test('a wrong count, rate or sum is named', () => {
  assert.deepEqual(about({ sites: 5, failed: 2, passRatePercent: 75.2 }), [
    'count: 5',
    'count: 2',
    'pass-rate: 75.2%',
  ]);
  const parts = [
    { name: '甲', count: 2 },
    { name: '乙', count: 2 },
  ];
  assert.deepEqual(about({ inquiries: { received: 5, parts } }), ['inquiries: 5']);
});

test('a rate may be printed to one decimal or to two', () => {
  const three = [row(1, '市甲局', 100), row(2, '市乙局', 95), row(3, '市丙局', null)];
  for (const percent of [66.7, 66.67]) {
    assert.deepEqual(
      compareClaims(claims({ passRatePercent: percent }), three, {}),
      [],
      `${percent}`,
    );
  }
  assert.equal(compareClaims(claims({ passRatePercent: 66.6 }), three, {}).length, 1);
});

test('a tie left out of the good ones is named with its twin', () => {
  const [point] = compareClaims(
    claims({ good: { count: 2, units: ['市甲局', '市乙局'] } }),
    rows,
    aliases,
  );
  assert.match(point?.sentence.zh ?? '', /市丙局（95）未列入，而同为95分的市乙局列入/);
});

test('a unit told to open a site that is scored is found under its long name', () => {
  const scored = [row(12, '市国资委', 97)];
  const [point] = compareClaims(claims({ toOpen: ['市国有资产监督管理委员会'] }), scored, aliases);
  assert.equal(point?.row, 12);
});

test('short names are matched only where one unit fits', () => {
  const units = [row(1, '市卫健委', 94), row(2, '市城管执法委', 96)];
  assert.equal(matchUnit('市卫生健康委员会', units, {})?.unit, '市卫健委');
  assert.equal(matchUnit('市财政局', units, {}), null);
});

test('the claims of a circular are read in both scripts', () => {
  const text =
    '市政府辦公室對全市35家政府網站進行了抽查,共發現不合格網站1家,總體合格率97.2%。其中,甲縣、乙縣2家政府門戶網站運行情況較好。共接到各類訴求563件,已處理和回復442件,正在辦理90件,因各類原因沒有公開31件。';
  const read = readClaims(text);
  assert.deepEqual([read.sites, read.failed, read.passRatePercent], [35, 1, 97.2]);
  assert.deepEqual(read.good, { count: 2, units: ['甲县', '乙县'] });
  assert.deepEqual(
    read.inquiries?.parts.map(({ count }) => count),
    [442, 90, 31],
  );
});
