import type { Fault, Truth } from '#domain/error-report.ts';
import type { InquiryKind } from '#domain/inquiry.ts';

// What citizens of the demo write and are answered. Made up, and nobody's.

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
