import type { CivilDate } from '#base/civil-date.ts';
import type { Fault, Truth } from '#domain/error-report.ts';
import type { InquiryKind } from '#domain/inquiry.ts';

/** What becomes of an inquiry in the history. */
export type InquiryEnd = 'published' | 'open' | 'withheld' | 'refused';

/** A unit with its share of the letters, and how it goes about them. */
export interface UnitPlan {
  name: string;
  share: number;
  /** `good`: all in time, its writers content; `reform`: made by the reform, and late at times. */
  manner: 'good' | 'usual' | 'reform';
}

/** The letters and reports of a stretch of time. */
export interface MatterPlan {
  from: CivilDate;
  /** Last day on which something comes in. */
  to: CivilDate;
  ends: Readonly<Record<InquiryEnd, number>>;
  units: readonly UnitPlan[];
  reports: readonly { site: string; unit: string; homepage: string; count: number }[];
  /** Of the reform: what the one has not ended goes to the other on that day. */
  successor: { from: string; to: string; on: CivilDate } | null;
}

/** Units as the quarter knows them; the three good ones are those that the circular names. */
export const units: readonly UnitPlan[] = [
  { name: '咸安区政府办', share: 60, manner: 'good' },
  { name: '通城县政府办', share: 55, manner: 'good' },
  { name: '市住建局', share: 75, manner: 'good' },
  { name: '市公安局', share: 70, manner: 'usual' },
  { name: '市人社局', share: 60, manner: 'usual' },
  { name: '市自然资源和规划局', share: 50, manner: 'reform' },
  { name: '市市场监督管理局', share: 33, manner: 'reform' },
  { name: '市工商局', share: 12, manner: 'reform' },
  { name: '市教育局', share: 40, manner: 'usual' },
  { name: '市交通运输局', share: 40, manner: 'usual' },
  { name: '市卫生健康委员会', share: 34, manner: 'reform' },
  { name: '市城管执法委', share: 34, manner: 'usual' },
];

const site = (name: string, unit: string, host: string, count: number) => ({
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
    site('咸宁市民政局网站', '咸宁市民政局', 'mzj-xianning', 1),
    site('咸宁市交通运输局网站', '咸宁市交通运输局', 'jtj-xianning', 1),
    site('咸宁旅游网', '咸宁市旅游委员会', 'lyw-xianning', 1),
    site('咸宁市房地产管理局网站', '咸宁市房地产管理局', 'fdc-xianning', 1),
  ],
  successor: { from: '市工商局', to: '市市场监督管理局', on: '2019-04-22' },
};

/** A stretch before it, with fewer letters and all of them answered. */
export function earlierPlan(from: CivilDate, to: CivilDate): MatterPlan {
  const { reports } = secondQuarter;
  return {
    from,
    to,
    ends: { published: 34, open: 0, withheld: 3, refused: 1 },
    units,
    reports: reports.slice(0, 3).map((one) => ({ ...one, count: 1 })),
    successor: null,
  };
}

/** A plan of about a share of the letters, for tests that must be quick. */
export function smallerPlan(plan: MatterPlan, share: number): MatterPlan {
  const ends = Object.entries(plan.ends).map(([end, count]) => [end, Math.ceil(count * share)]);
  return { ...plan, ends: Object.fromEntries(ends) as MatterPlan['ends'] };
}

/** Topics of letters, by what they ask for. */
export const topics: readonly { kind: InquiryKind; title: string; ask: string; say: string }[] = [
  {
    kind: 'question',
    title: '社保卡补办',
    ask: '社保卡丢失后如何补办，需要带哪些材料？',
    say: '请携带身份证到任一服务网点办理，当日可取。',
  },
  {
    kind: 'complaint',
    title: '夜间施工噪声',
    ask: '小区旁的工地夜里十一点仍在施工，影响休息，请管一管。',
    say: '已责令停止夜间施工，并安排专人巡查。',
  },
  {
    kind: 'suggestion',
    title: '增设公交站点',
    ask: '建议在新区学校门口增设公交站点，方便学生上下学。',
    say: '已纳入今年的线路调整方案，于9月1日前设立。',
  },
  {
    kind: 'help',
    title: '老人高龄津贴',
    ask: '家里老人年满八十，行动不便，高龄津贴怎样办理？',
    say: '社区工作人员将于3个工作日内上门办理。',
  },
  {
    kind: 'question',
    title: '不动产登记时限',
    ask: '二手房过户后，不动产证多少个工作日可以办好？',
    say: '材料齐全的，5个工作日内办结。',
  },
  {
    kind: 'complaint',
    title: '物业收费公示',
    ask: '物业公司没有公示收费标准就上调了物业费，请核查。',
    say: '经查情况属实，已责令公示并退还多收的费用。',
  },
];

export const reportWords: readonly { fault: Fault; text: string; answer: string; truth: Truth }[] =
  [
    {
      fault: 'dead-link',
      text: '首页下方的链接打不开。',
      answer: '链接已更换，可以打开。',
      truth: 'true',
    },
    {
      fault: 'stale',
      text: '工作动态栏目很久没有更新。',
      answer: '栏目已更新，今后每周更新。',
      truth: 'true',
    },
    {
      fault: 'typo',
      text: '通知公告中有错别字。',
      answer: '已更正，感谢指出。',
      truth: 'true',
    },
    {
      fault: 'inaccurate',
      text: '办事指南里的电话打不通。',
      answer: '经核实该电话有人值守，占线时请稍后再拨。',
      truth: 'untrue',
    },
  ];
