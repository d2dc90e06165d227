import { dictionary } from './dictionary.ts';

/** Standing monitoring. */
export const monitoringWords = dictionary(
  {
    title: '监测',
    search: '信号',
    state: '状态',
    site: '网站',
    unit: '主办单位',
    line: '监测项',
    facts: '监测情况',
    since: '开始时间',
    seen: '最近一次',
    standing: '范围',
    standingNow: '当前',
    standingAll: '含已解除',
    emptyTitle: '没有预警或超线',
    emptyHint: '监测接近或达到单项否决线、未按时监测时，会列在这里。',
    counted: (now: number, line: number) => `现有 ${now} 项，线为 ${line} 项`,
    ahead: (now: number, ahead: number, line: number) =>
      `现有 ${now} 项，如不更新将达 ${ahead} 项，线为 ${line} 项`,
    visits: (failed: number, visits: number, share: string) =>
      `访问 ${visits} 次，打不开 ${failed} 次（${share}）`,
    late: '未按时监测，原因在我方或网站拒绝访问',
  },
  {
    title: 'Monitoring',
    search: 'Signals',
    state: 'State',
    site: 'Site',
    unit: 'Unit',
    line: 'Line',
    facts: 'What was seen',
    since: 'Since',
    seen: 'Last seen',
    standing: 'Range',
    standingNow: 'Standing',
    standingAll: 'With cleared ones',
    emptyTitle: 'No warning, no breach',
    emptyHint:
      'What is near a veto line or over it, and what was not measured on time, is listed here.',
    counted: (now: number, line: number) => `${now} now, the line is ${line}`,
    ahead: (now: number, ahead: number, line: number) =>
      `${now} now, ${ahead} if nothing is published, the line is ${line}`,
    visits: (failed: number, visits: number, share: string) =>
      `${failed} of ${visits} visits failed (${share})`,
    late: 'Not measured on time: by our fault, or the site refused us',
  },
);
