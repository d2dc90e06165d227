import type { CivilDate } from '#base/civil-date.ts';

/** What becomes of an inquiry in the history. */
export type InquiryEnd = 'published' | 'open' | 'withheld' | 'refused';

/** A unit with its share of the letters, and how it goes about them. */
export interface UnitPlan {
  name: string;
  share: number;
  /** `good`: all in time, its writers content; `reform`: made by the reform, and late at times. */
  manner: 'good' | 'usual' | 'reform';
}

/** Where a report stands at the end: answered and closed, answered, not yet. */
export type ReportEnd = 'closed' | 'answered' | 'open';

/** Reports of one site. */
export interface ReportPlan {
  site: string;
  unit: string;
  homepage: string;
  count: number;
  /** The page that is meant; one below `zwgk/` when left out. */
  pageUrl?: string;
}

/** The letters and reports of a stretch of time. */
export interface MatterPlan {
  from: CivilDate;
  /** Last day on which something comes in. */
  to: CivilDate;
  ends: Readonly<Record<InquiryEnd, number>>;
  units: readonly UnitPlan[];
  /** All of them ended, and in time. */
  reports: readonly ReportPlan[];
  /** What came in after the last day that the circular counts. */
  openReports: readonly (Omit<ReportPlan, 'count'> & { day: CivilDate; end: ReportEnd })[];
  /** Of the reform: what the one has not ended goes to the other on that day. */
  successor: { from: string; to: string; on: CivilDate } | null;
}

/** Founded by the reform of early 2019: no letter of before went to it. */
export const REFORMED = '市市场监督管理局';

/** Units as the quarter knows them; the three good ones are those that the circular names. */
export const units: readonly UnitPlan[] = [
  { name: '咸安区政府办', share: 60, manner: 'good' },
  { name: '通城县政府办', share: 55, manner: 'good' },
  { name: '市住建局', share: 75, manner: 'good' },
  { name: '市公安局', share: 70, manner: 'usual' },
  { name: '市人社局', share: 60, manner: 'usual' },
  { name: '市自然资源和规划局', share: 50, manner: 'reform' },
  { name: REFORMED, share: 33, manner: 'reform' },
  { name: '市工商局', share: 12, manner: 'reform' },
  { name: '市教育局', share: 40, manner: 'usual' },
  { name: '市交通运输局', share: 40, manner: 'usual' },
  { name: '市卫健委', share: 34, manner: 'reform' },
  { name: '市城管执法委', share: 34, manner: 'usual' },
];

const site = (name: string, unit: string, host: string, count: number): ReportPlan => ({
  site: name,
  unit,
  homepage: `http://${host}.example.gov.cn/`,
  count,
});

/** The second quarter of 2019, as the circular of 27 May has it: 11 reports, 563 = 442 + 90 + 31. */
export const secondQuarter: MatterPlan = {
  from: '2019-04-01',
  to: '2019-05-26',
  ends: { published: 442, open: 90, withheld: 25, refused: 6 },
  units,
  reports: [
    site('咸宁市政府门户网站', '咸宁市人民政府', 'www-xianning', 1),
    site('通山县人民政府网站', '通山县人民政府', 'www-tongshan', 5),
    site('崇阳县人民政府网站', '崇阳县人民政府', 'www-chongyang', 1),
    site('咸宁市民政局网站', '市民政局', 'mzj-xianning', 1),
    site('咸宁市交通运输局网站', '市交通运输局', 'jtj-xianning', 1),
    site('咸宁旅游网', '咸宁市旅游委员会', 'lyw-xianning', 1),
    site('咸宁市房地产管理局网站', '咸宁市房地产管理局', 'fdc-xianning', 1),
  ],
  openReports: [],
  successor: { from: '市工商局', to: REFORMED, on: '2019-04-22' },
};

/** A stretch before it, with fewer letters and all of them answered. */
export function earlierPlan(from: CivilDate, to: CivilDate): MatterPlan {
  const { reports } = secondQuarter;
  return {
    from,
    to,
    ends: { published: 34, open: 0, withheld: 3, refused: 1 },
    units: units.filter(({ name }) => name !== REFORMED),
    openReports: [],
    reports: reports.slice(0, 3).map((one) => ({ ...one, count: 1 })),
    successor: null,
  };
}

/** A plan of about a share of the letters, for tests that must be quick. */
export function smallerPlan(plan: MatterPlan, share: number): MatterPlan {
  const ends = Object.entries(plan.ends).map(([end, count]) => [end, Math.ceil(count * share)]);
  return { ...plan, ends: Object.fromEntries(ends) as MatterPlan['ends'] };
}
