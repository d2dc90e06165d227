import { readFileSync } from 'node:fs';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Finding, FindingKind, Measure } from '#domain/finding.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Wording } from '#domain/wording.ts';
import { parseWording } from '../parse-wording.ts';

const WORDING_FILE = new URL('../../../wording/circular.zh.yaml', import.meta.url);

/** The wording that is shipped. */
export function shippedWording(): Wording {
  return parseWording(readFileSync(WORDING_FILE, 'utf8'), 'wording/circular.zh.yaml');
}

/** A finding with nothing but what the wording needs. */
export function finding(id: string, kind: FindingKind, measure: Measure, channel = ''): Finding {
  const url = `http://${id}.example.gov.cn/`;
  const path = channel.split('>');
  const name = path.at(-1) ?? '';
  return {
    id,
    kind,
    state: 'confirmed',
    url,
    foundOn: kind === 'link-dead' ? url : null,
    anchorText: null,
    channel: channel === '' ? null : { name, path, url, kind: 'news', level: 1, historical: false },
    measure,
    evidence: [],
    reason: null,
  };
}

/** One charge of a site: indicator, points, and its findings as `[kind, measure, channel]`. */
export type Charge = [
  indicator: string,
  points: number,
  findings: [FindingKind, Measure, string?][],
];

/** A site whose score is 100 less its charges. */
export function site(key: string, unit: string, charges: Charge[] = []): SiteResult {
  const lines = charges.map(([indicator, points, of], line) => ({
    indicator,
    points,
    count: of.length,
    findings: of.map((_, index) => `${key}-${line}-${index}`),
  }));
  return {
    key,
    unit,
    homepage: `http://${key}.example.gov.cn/`,
    siteIdCode: '4212000001',
    kind: 'department',
    verdict: 'pass',
    score: Math.round((100 - lines.reduce((sum, { points }) => sum + points, 0)) * 100) / 100,
    vetoes: [],
    deductions: lines,
    bonus: [],
    unpriced: [],
    gaps: [],
    findings: charges.flatMap(([, , of], line) =>
      of.map(([kind, measure, channel], index) =>
        finding(`${key}-${line}-${index}`, kind, measure, channel),
      ),
    ),
    totals: { pages: 100, links: 900, bytes: 5_000_000, ms: 4000, unmeasured: 0 },
  };
}

/** A site that a veto failed, by one finding. */
export function vetoedSite(key: string, unit: string): SiteResult {
  const measure = { window: 'P14D', updates: 0, minimum: 10 };
  const plain = site(key, unit, [['site-updated', 0, [['homepage-not-updated', measure]]]]);
  const vetoes = [{ indicator: 'site-updated', findings: [`${key}-0-0`] }];
  return { ...plain, verdict: 'fail', score: null, vetoes, deductions: [] };
}

/** A site whose verdict is open. */
export function incompleteSite(key: string, unit: string): SiteResult {
  const gaps: SiteResult['gaps'] = [
    { why: 'share-unmeasured', indicator: null, measured: 40, unmeasured: 60 },
  ];
  return { ...site(key, unit), verdict: 'incomplete', score: 100, gaps };
}

const few: Charge = [
  'homepage-volume',
  5,
  [['homepage-few-updates', { window: 'P14D', updates: 6, minimum: 10 }]],
];
const interviews: Charge = [
  'interview-enough',
  3,
  [['interview-few', { count: 1, minimum: 3, window: 'P1Y' }]],
];

function stale(newest: string | null, channel: string): Charge {
  const measure = { clock: 'P14D', newest, boundary: '2019-05-13', undated: newest === null };
  return ['news-2-weeks', 3, [['channel-stale', measure, channel]]];
}

function dead(position: 'homepage' | 'other', count: number): Charge {
  const measure = { position, outcome: 'not-found', status: 404 };
  const points = position === 'homepage' ? count : count / 10;
  const found = Array.from({ length: count }, (): Charge[2][number] => ['link-dead', measure]);
  return [position === 'homepage' ? 'homepage-links' : 'other-links', points, found];
}

/** A small campaign with one site of every sort. */
export function smallResult(): Result {
  const blank: Charge = [
    'blank-channels',
    20,
    [
      ['channel-blank', {}, '政务公开>领导信息'],
      ['channel-blank', {}, '政务公开>统计数据'],
      ['channel-blank', {}, '规划计划'],
      ['channel-blank', {}, '人事信息'],
    ],
  ];
  return resultOf([
    site('tongshan', '通山县人民政府'),
    site('chongyang', '崇阳县人民政府', [dead('other', 12)]),
    site('tongcheng', '通城县人民政府', [stale('2019-05-09', '乡镇扫描')]),
    site('minzheng', '市民政局', [dead('homepage', 2)]),
    site('linye', '市林业局', [few]),
    site('yingji', '市应急管理局', [few]),
    site('weijian', '市卫健委', [stale('2019-05-01', '基层扫描'), interviews]),
    site('jiaotong', '市交通运输局', [few, interviews, blank]),
    vetoedSite('zhaoshang', '市招商局'),
    incompleteSite('keji', '市科技局'),
  ]);
}

/** A result of these sites. */
export function resultOf(sites: SiteResult[]): Result {
  return {
    schema: 'xunwang-result/1',
    engine: '0.1.0',
    rubric: {
      id: 'cn-census-2015',
      version: '1.0.0',
      overlays: [],
      hash: `sha256:${'0'.repeat(64)}`,
    },
    passLine: 60,
    asOf: '2019-05-27',
    startedAt: '2019-05-27T01:00:00.000Z',
    finishedAt: '2019-05-27T02:00:00.000Z',
    sites,
  };
}

/** A brief that says everything a brief can say. */
export function fullBrief(): CampaignBrief {
  return {
    region: '咸宁市',
    issuer: '咸宁市人民政府办公室',
    salutation: '各县、市、区人民政府，市政府各部门',
    period: '2019年第二季度',
    date: '2019-05-27',
    basis: '国务院办公厅和省政府办公厅有关要求',
    samplingRatio: 1,
    commissionedTo: '市政府门户网站编辑部',
    errorReports: {
      cutoff: '2019-05-20',
      total: 11,
      bySite: [
        { name: '通山县人民政府网站', count: 5 },
        { name: '其他网站', count: 6 },
      ],
      replied: 11,
      satisfied: 10,
    },
    inquiries: {
      received: 563,
      handled: 442,
      inProgress: 90,
      unpublished: 31,
      goodUnits: ['通城县政府办', '市住建局'],
      note: '部分单位出现回复超期的情况',
    },
    consolidation: ['全市政府网站数据迁移基本完成。', '第二批建设工作正在进行'],
    tasks: [
      { heading: '限期整改', text: '各单位要逐项整改', deadline: '2019-06-30' },
      { heading: '开设网站', units: ['市医疗保障局'], opensSite: true },
    ],
    repeatOffenders: [{ unit: '市卫健委', since: '2019年第一季度' }],
    copiesTo: ['省政府办公厅'],
  };
}
