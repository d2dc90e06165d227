import type { ProbeResult } from '#domain/availability.ts';

/** What the plot of a series says. */
export const availabilityWords = {
  title: '网站首页可用性监测记录',
  subtitle: 'Availability of homepages, visit by visit',
  results: {
    opened: { zh: '打开', en: 'opened' },
    failed: { zh: '未能打开', en: 'failed' },
    blocked: { zh: '拒绝监测访问', en: 'refused our visit' },
    ours: { zh: '本方网络或程序原因，不计', en: 'our own outage, not counted' },
    maintenance: { zh: '事前报备的维护，不计', en: 'reported maintenance, not counted' },
  } satisfies Record<ProbeResult, { zh: string; en: string }>,
  short: {
    opened: '打开',
    failed: '未能打开',
    blocked: '被拒',
    ours: '本方',
    maintenance: '维护',
  } satisfies Record<ProbeResult, string>,
  total: (visits: number, failed: number, share: string) =>
    `计入访问 ${visits} 次，未能打开 ${failed} 次，占 ${share}`,
  noneCounted: '没有可以计入的访问',
  apart: (tally: Record<ProbeResult, number>) =>
    [
      tally.blocked > 0 ? `其中被拒 ${tally.blocked} 次` : '',
      tally.ours > 0 ? `本方原因 ${tally.ours} 次不计` : '',
      tally.maintenance > 0 ? `报备维护 ${tally.maintenance} 次不计` : '',
    ]
      .filter((part) => part !== '')
      .join('，'),
  plan: (days: number, visits: number, seconds: number, controls: number) =>
    `计划连续 ${days} 天、每天 ${visits} 次；每次 ${seconds} 秒内未打开即为未能打开；对照站点 ${controls} 个`,
  day: '日期（北京时间）',
  strip: '当天各次访问',
  counts: '打开/计入',
  clockNote: (clock: string) => `每行从北京时间 ${clock} 起 24 小时，按时刻排列`,
  failures: '未能打开及未计入的访问',
  columns: ['时间（北京时间）', '结果', '详情', '用时', '对照站点应答'],
  maintenance: '报备的维护',
  window: (from: string, to: string, reported: string) => `${from} 至 ${to}（报备于 ${reported}）`,
  late: '报备晚于开始时间，不予扣除',
  made: (at: string, engine: string) => `巡网 ${engine} 制于 ${at}`,
  missed: '程序未运行，未访问',
  none: '—',
} as const;
