import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FindingKind, findingKinds, type Measure } from '#domain/finding.ts';
import {
  finding,
  incompleteSite,
  shippedWording,
  site,
  vetoedSite,
} from './testing/sample-result.ts';
import { describeFinding, describeGaps, describeGroup, describeSite } from './wording.ts';

const wording = shippedWording();

function alone(kind: FindingKind, measure: Measure, channel?: string): string {
  return describeGroup([finding('a', kind, measure, channel)], wording);
}

test('phrases read as in the circulars', () => {
  const stale = { clock: 'P14D', newest: '2019-05-09', boundary: '2019-05-13', undated: false };
  const phrases: [string, string][] = [
    [
      alone('channel-stale', stale, '乡镇扫描'),
      '2周内“乡镇扫描”栏目未更新（最新信息2019年5月9日）',
    ],
    [
      alone('channel-stale', { ...stale, newest: null, undated: true }, '要闻'),
      '2周内“要闻”栏目未更新（未见发布日期）',
    ],
    [
      alone('homepage-few-updates', { window: 'P14D', updates: 6, minimum: 10 }),
      '首页栏目信息更新总量少于10条（6条）',
    ],
    [
      alone('homepage-not-updated', { window: 'P14D', updates: 0, minimum: 10 }),
      '2周内首页栏目信息更新总量为0',
    ],
    [
      alone('interview-few', { count: 1, minimum: 3, window: 'P1Y' }),
      '1年内互动访谈活动少于3次（1次）',
    ],
    [alone('survey-none', { count: 0, minimum: 3, window: 'P1Y' }), '1年内未开展征集调查活动'],
    [alone('letter-none', { count: 0, window: 'P1Y' }), '1年内政务咨询栏目中无有效信件、留言'],
    [
      alone('site-unavailable', { visits: 140, failed: 7, share: 0.05 }),
      '网站无法访问（监测140次，7次未能打开，占5.0%）',
    ],
    [
      alone('guide-incomplete', { missing: ['place', 'hours'], count: 2 }),
      '要素不全的办事指南1个（缺少办理地点、办理时间）',
    ],
  ];
  for (const [said, expected] of phrases) assert.equal(said, expected);
});

test('findings of one clock share a phrase, with the newest date of each channel', () => {
  const stale = (id: string, newest: string, channel: string) =>
    finding(id, 'channel-stale', { clock: 'P14D', newest, boundary: '2019-05-13' }, channel);
  const group = [stale('a', '2019-05-09', '招商动态'), stale('b', '2019-05-01', '陆溪镇>要闻信息')];
  assert.equal(
    describeGroup(group, wording),
    '2周内“招商动态”（最新信息2019年5月9日）、“陆溪镇>要闻信息”（最新信息2019年5月1日）栏目未更新',
  );
});

test('dead links are counted by position, one alone is told with its address and cause', () => {
  const dead = { position: 'homepage', outcome: 'not-found', status: 404 };
  const links = [finding('a', 'link-dead', dead), finding('b', 'link-dead', dead)];
  assert.equal(describeGroup(links, wording), '首页不可用链接2个');
  const [first = finding('a', 'link-dead', dead)] = links;
  const sentence = describeFinding(first, wording);
  assert.equal(sentence, '首页链接http://a.example.gov.cn/不可用（页面不存在）');
});

test('a veto names its cause, what has no known price says so, a gap says what is missing', () => {
  const veto = describeSite(vetoedSite('a', '市招商局'), wording);
  assert.deepEqual(
    veto.map(({ text }) => text),
    ['单项否决：2周内首页栏目信息更新总量为0'],
  );
  const priced = site('b', '市民政局', [['blank', 5, [['channel-blank', {}, '领导信息']]]]);
  const unpriced = { ...priced, deductions: [], unpriced: priced.deductions };
  const [phrase] = describeSite(unpriced, wording);
  assert.equal(phrase?.text, '空白栏目1个（“领导信息”）（该项分值未知，未扣分）');
  const gaps = describeGaps(incompleteSite('c', '市科技局'), wording);
  assert.equal(gaps, '未测全：应测100项中有60项未能测得');
});

test('a finding that two lines name is told once', () => {
  const plain = vetoedSite('a', '市招商局');
  const twice = { ...plain, vetoes: [...plain.vetoes, ...plain.vetoes] };
  assert.equal(describeSite(twice, wording).length, 1);
});

test('every kind of finding has words, whatever its measure says', () => {
  for (const kind of findingKinds) {
    const said = describeFinding(finding('a', kind, {}), wording);
    assert.ok(said.length > 3 && !said.includes('{'), `${kind}: ${said}`);
    const grouped = describeGroup([finding('a', kind, {}), finding('b', kind, {})], wording);
    assert.ok(!grouped.includes('{'), grouped);
  }
  const told = new Set(wording.problemGroups.flatMap(({ kinds }) => kinds));
  assert.deepEqual(
    findingKinds.filter((kind) => !told.has(kind)),
    [],
  );
});
